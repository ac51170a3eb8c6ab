import { describe, expect, onTestFinished, test } from 'vitest';
import { openFindLinksPage } from '../../../src/index/simple/find-links-page.ts';
import type { Served } from '../../support/stand-in-simple.ts';
import { FORBIDDEN, namesOf, OPTIONS, opened, outcomeOf } from '../opened.ts';
import { SIMPLE_JSON, serve, WHEEL } from './pages.ts';

const links = `<a href="${WHEEL}">${WHEEL}</a>`;
const tail = '<p>'.repeat(50_000);

const faults: [string, Served, string, tries: number][] = [
  [
    'a length that is too long, and the end',
    { body: links, headers: { 'content-length': '1000', connection: 'close' } },
    'answer ended early after 3 tries',
    3,
  ],
  [
    'a length that is too long, and no end',
    { body: links, headers: { 'content-length': '1000' } },
    'no answer within 1 s after 3 tries',
    3,
  ],
  ['a length that is too short', { body: links, headers: { 'content-length': '7' } }, 'listed', 1],
  [
    'another type',
    { type: 'application/octet-stream', body: links },
    'answer is not of the Simple API (application/octet-stream)',
    1,
  ],
  ['JSON under the name of HTML', { body: '{"files": []}' }, 'listed', 1],
  [
    'HTML under the name of JSON',
    { type: SIMPLE_JSON, body: links },
    `answer is not JSON (${SIMPLE_JSON})`,
    1,
  ],
  ['HTML that ends in a tag', { body: `${links}<a href="six-2.0.tar.gz` }, 'listed', 1],
  ['HTML nested 50,000 deep', { body: tail + links + tail }, 'listed', 1],
  [
    'a log-in page',
    { body: '<form><input type="password"></form>' },
    'answer is a web page without a link to a file of the project',
    1,
  ],
  ['status 401', { status: 401, body: links }, 'HTTP 401, a user name and password are needed', 1],
  ['status 403', { status: 403, body: links }, FORBIDDEN, 1],
  ['status 406', { status: 406 }, 'HTTP 406', 1],
  ['status 410', { status: 410, body: links }, 'not-listed', 1],
  ['status 429', { status: 429 }, 'HTTP 429 after 3 tries', 3],
  ['status 429, soon again', { status: 429, headers: { 'retry-after': '0' } }, 'HTTP 429 after 3 tries', 3],
  [
    'status 429, in an hour',
    { status: 429, headers: { 'retry-after': '3600' } },
    'HTTP 429, asks to wait 3600 s',
    1,
  ],
];

describe('a fault of one project leaves the others alone:', () => {
  test.each(faults)('%s', async (_, served, outcome, tries) => {
    const server = await serve({
      '/simple/six/': served,
      '/simple/good/': { body: '<a href="good-1.0.tar.gz">' },
    });
    const index = opened(`${server.origin}/simple`, { timeout: 1000 });
    const [bad, good] = await Promise.all([index.ask('six', []), index.ask('good', [])]);
    expect(outcomeOf(bad)).toBe(outcome);
    expect(namesOf(good)).toEqual(['good-1.0.tar.gz']);
    expect(server.paths.filter((path) => path === '/simple/six/')).toHaveLength(tries);
  });
});

describe('forbidden = "not-listed"', () => {
  test('makes 403 an answer, and nothing else', async () => {
    const server = await serve({
      '/whl/six/': { status: 403 },
      '/whl/locked/': { status: 401 },
      '/whl/numpy/': { body: '<a href="numpy-1.0.tar.gz">' },
    });
    const index = opened(`${server.origin}/whl`, { forbidden: 'not-listed', api: 'simple' });
    expect(outcomeOf(await index.ask('six', []))).toBe('not-listed');
    expect(outcomeOf(await index.ask('locked', []))).toMatch(/^HTTP 401/);
    expect(outcomeOf(await index.ask('numpy', []))).toBe('listed');
  });

  test('holds where the API has to be found out', async () => {
    const server = await serve({ '/whl/six/': { status: 403 }, '/whl/six/json': { status: 403 } });
    const index = opened(`${server.origin}/whl`, { forbidden: 'not-listed' });
    expect(outcomeOf(await index.ask('six', []))).toBe('not-listed');
  });
});

describe('credentials', () => {
  const authorization = `Basic ${Buffer.from('user:password').toString('base64')}`;

  test('go to the origin of the index alone, and again when a redirect leads back', async () => {
    const answers: Record<string, Served> = { '/back/': { body: links } };
    const home = await serve(answers);
    const away = await serve({ '/six/': { status: 302, headers: { location: `${home.origin}/back/` } } });
    answers['/simple/six/'] = { status: 302, headers: { location: `${away.origin}/six/` } };
    const index = opened(`${home.origin}/simple`, { authorization });
    expect(namesOf(await index.ask('six', []))).toEqual([WHEEL]);
    expect(home.headers.map((headers) => headers.authorization)).toEqual([authorization, authorization]);
    expect(away.headers.map((headers) => headers.authorization)).toEqual([undefined]);
  });

  test('that are given count before those of the URL', async () => {
    const server = await serve({ '/simple/six/': { body: links } });
    const index = opened(`${server.origin.replace('//', '//user@')}/simple`, { authorization });
    await index.ask('six', []);
    expect(server.headers[0]?.authorization).toBe(authorization);
  });

  test('that are refused are told apart from missing ones', async () => {
    const server = await serve({ '/simple/six/': { status: 401 } });
    const index = opened(`${server.origin}/simple`, { authorization });
    expect(outcomeOf(await index.ask('six', []))).toBe('HTTP 401, the user name and password are refused');
  });

  test('go to a find-links page as well', async () => {
    const server = await serve({ '/wheels/': { body: links } });
    const page = openFindLinksPage(`${server.origin}/wheels/`, { ...OPTIONS, authorization });
    onTestFinished(() => page.close());
    expect(namesOf(await page.ask('six', []))).toEqual([WHEEL]);
    expect(server.headers[0]?.authorization).toBe(authorization);
  });
});
