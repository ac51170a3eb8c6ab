import { describe, expect, test } from 'vitest';
import { FORBIDDEN, namesOf, OPTIONS, opened, outcomeOf } from '../opened.ts';
import { bare, jsonAnswer, SDIST, SIMPLE_JSON, serve, WHEEL } from './pages.ts';

const LINKS = `<a href="${WHEEL}"><a href="${SDIST}">`;

test('a project is asked for once, in the form that the index likes', async () => {
  const server = await serve({ '/root/+simple/six/': { body: LINKS } });
  const index = opened(`${server.origin}/root/+simple/`);
  const answers = await Promise.all([index.ask('six', []), index.ask('six', ['1.0'])]);
  expect(answers.map(namesOf)).toEqual([
    [WHEEL, SDIST],
    [WHEEL, SDIST],
  ]);
  expect(answers[0]).toMatchObject({ project: 'six', source: { url: `${server.origin}/root/+simple` } });
  expect(server.paths).toEqual(['/root/+simple/six/']);
  expect(server.headers[0]).toMatchObject({
    accept:
      'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01',
    'user-agent': OPTIONS.userAgent,
  });
});

describe('the media type tells how to read an answer:', () => {
  const json = jsonAnswer({ filename: WHEEL, url: 'six.whl' });

  test.each<[string, unknown]>([
    ['text/html', LINKS],
    ['text/html; charset=utf-8', LINKS],
    ['Text/HTML;charset=UTF-8', LINKS],
    ['application/vnd.pypi.simple.v1+html', LINKS],
    [SIMPLE_JSON, json],
    [`${SIMPLE_JSON}; charset=utf-8`, json],
  ])('%s', async (type, body) => {
    const server = await serve({ '/simple/six/': { type, body } });
    expect(namesOf(await opened(`${server.origin}/simple`).ask('six', []))).toContain(WHEEL);
  });

  test.each<[string | null, unknown, string]>([
    ['application/json', json, 'answer is not of the Simple API (application/json)'],
    ['application/xhtml+xml', LINKS, 'answer is not of the Simple API (application/xhtml+xml)'],
    [
      'application/vnd.pypi.simple.v2+json',
      json,
      'answer is not of the Simple API (application/vnd.pypi.simple.v2+json)',
    ],
    ['text/plain', LINKS, 'answer is not of the Simple API (text/plain)'],
    [null, LINKS, 'answer is not of the Simple API (no media type)'],
    [SIMPLE_JSON, LINKS, `answer is not JSON (${SIMPLE_JSON})`],
    [SIMPLE_JSON, '['.repeat(65), 'answer is nested too deeply'],
    ['text/html; charset=klingon', LINKS, 'answer is in an unknown character set (klingon)'],
  ])('but not %s', async (type, body, reason) => {
    const server = await serve({ '/simple/six/': { type, body } });
    expect(outcomeOf(await opened(`${server.origin}/simple`).ask('six', []))).toBe(reason);
  });

  test('the character set beside it counts', async () => {
    // Sent as UTF-8 whatever the header says: that it is read as Latin-1 shows that the header was heeded.
    const body = '<a href="six-1.zip" data-yanked="naïve">';
    const server = await serve({ '/simple/six/': { type: 'text/html; Charset="latin1"', body } });
    const answer = await opened(`${server.origin}/simple`).ask('six', []);
    expect(answer).toMatchObject({ files: [{ yanked: 'naÃ¯ve' }] });
  });
});

test.each([
  [404, 'not-listed'],
  [410, 'not-listed'],
  [403, FORBIDDEN],
  [406, 'HTTP 406'],
  [300, 'HTTP 300'],
  [500, 'HTTP 500 after 3 tries'],
])('status %d: %s', async (status, outcome) => {
  const server = await serve({ '/simple/six/': { status, body: LINKS } });
  expect(outcomeOf(await opened(`${server.origin}/simple`).ask('six', []))).toBe(outcome);
});

test('links are relative to where a redirect led, and credentials stay where they belong', async () => {
  const other = await serve({ '/files/six/': { body: `<a href="${WHEEL}">` } });
  const location = `${other.origin}/files/six/`;
  const server = await serve({ '/simple/six/': { status: 301, headers: { location } } });
  const index = opened(`${server.origin.replace('//', '//us%40er:pass%3Aword@')}/simple`);
  expect(await index.ask('six', [])).toMatchObject({
    source: { url: `${server.origin}/simple` },
    files: [bare(WHEEL, location + WHEEL)],
  });
  expect(server.headers[0]?.authorization).toBe(`Basic ${btoa('us@er:pass:word')}`);
  expect(other.headers[0]).not.toHaveProperty('authorization');
});

test('a page from the net names no file of this machine', async () => {
  const answer = jsonAnswer({ filename: WHEEL, url: `file:///wheels/${WHEEL}` });
  const server = await serve({
    '/simple/six/': { body: `<base href="file:///wheels/"><a href="${WHEEL}">` },
    '/json/simple/six/': { type: SIMPLE_JSON, body: answer },
  });
  for (const base of ['/simple', '/json/simple']) {
    expect(namesOf(await opened(server.origin + base).ask('six', []))).toEqual([]);
  }
});

test.each(['../admin', 'Six', '', '..'])('the name %j is not asked for', async (name) => {
  const server = await serve({});
  expect(outcomeOf(await opened(`${server.origin}/simple`).ask(name, []))).toContain(
    'is not a normalised project name',
  );
  expect(server.paths).toEqual([]);
});
