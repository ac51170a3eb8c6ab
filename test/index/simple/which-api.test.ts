import { describe, expect, test } from 'vitest';
import { projectAnswer } from '../../../fixtures/pypi-answer.ts';
import type { IndexApi } from '../../../src/index/index-options.ts';
import type { Served, StandInSimple } from '../../support/stand-in-simple.ts';
import { FORBIDDEN, namesOf, opened, outcomeOf } from '../opened.ts';
import { SDIST, serve, WHEEL } from './pages.ts';

/** What a server has: of a project six its wheel in the Simple API and its sdist in the JSON API. */
const simple: Served = { body: `<a href="${WHEEL}">` };
const json: Served = { type: 'application/json', body: projectAnswer('six', [{ filename: SDIST }]) };
const webPage: Served = { body: '<form></form>' };
const empty: Served = { body: '<h1>Links</h1>' };

describe('the API follows from the end of the URL', () => {
  test.each<[string, IndexApi | undefined, string]>([
    ['/simple', undefined, WHEEL],
    ['/simple/', 'auto', WHEEL],
    ['/root/dev/+simple', undefined, WHEEL],
    ['/pypi', undefined, SDIST],
    ['/pypi/', 'auto', SDIST],
    ['/simple', 'pypi-json', SDIST],
    ['/pypi', 'simple', WHEEL],
    ['/mirror', 'simple', WHEEL],
    ['/mirror', 'pypi-json', SDIST],
  ])('%s, with api %s', async (base, api, name) => {
    const path = base.replace(/\/$/, '');
    const server = await serve({ [`${path}/six/`]: simple, [`${path}/six/json`]: json });
    const index = opened(server.origin + base, api && { api });
    expect(outcomeOf(await index.ask('missing', []))).toBe('not-listed');
    expect(namesOf(await index.ask('six', []))).toEqual([name]);
    expect(server.paths).toHaveLength(2);
  });
});

describe('any other URL is asked which it is', () => {
  test.each<[string, Record<string, Served>, string[]]>([
    ['the Simple API', { '/six/': simple, '/six/json': json }, [WHEEL]],
    ['the JSON API, beside 404', { '/six/json': json }, [SDIST]],
    ['the JSON API, beside 403', { '/six/': { status: 403 }, '/six/json': json }, [SDIST]],
    ['the JSON API, beside a web page', { '/six/': webPage, '/six/json': json }, [SDIST]],
    ['the JSON API, beside a page without files', { '/six/': empty, '/six/json': json }, [SDIST]],
    [
      'the JSON API, beside a list of its folder',
      { '/six/': { body: '<a href=json>' }, '/six/json': json },
      [SDIST],
    ],
  ])('%s', async (_, answers, names) => {
    const server = await serve(answers);
    const index = opened(server.origin);
    expect(namesOf(await index.ask('six', []))).toEqual(names);
    expect(namesOf(await index.ask('six', []))).toEqual(names);
    expect(server.paths).toEqual(['/six/', '/six/json'].slice(0, names[0] === WHEEL ? 1 : 2));
  });

  test.each<[string, Served, Served, string]>([
    ['404 twice', { status: 404 }, { status: 404 }, 'not-listed'],
    [
      'a web page, and 404',
      webPage,
      { status: 404 },
      'answer is a web page without a link to a file of the project',
    ],
    ['404, and a web page', { status: 404 }, webPage, 'answer is not JSON (text/html)'],
    ['403 twice', { status: 403 }, { status: 403 }, FORBIDDEN],
    [
      'two failures',
      { status: 403 },
      webPage,
      `${FORBIDDEN} (Simple API); answer is not JSON (text/html) (PyPI JSON API)`,
    ],
  ])('%s', async (_, simple, json, outcome) => {
    const server = await serve({ '/six/': simple, '/six/json': json });
    expect(outcomeOf(await opened(server.origin).ask('six', []))).toBe(outcome);
    expect(server.paths).toEqual(['/six/', '/six/json']);
  });

  test.each([404, 403])('a list without files is a list, beside %d', async (status) => {
    const server = await serve({ '/six/': empty, '/six/json': { status } });
    expect(namesOf(await opened(server.origin).ask('six', []))).toEqual([]);
  });

  test('a host that is down is not asked for the other', async () => {
    const names = Array.from({ length: 10 }, (_, number) => `p-${number}`);
    const down: Served = { status: 503 };
    const server = await serve(Object.fromEntries(names.map((name) => [`/${name}/`, down])));
    const index = opened(server.origin, { tries: 1 });
    const outcomes = (await Promise.all(names.map((name) => index.ask(name, [])))).map(outcomeOf);
    expect(outcomes[0]).toBe('HTTP 503');
    expect(outcomes[9]).toBe('not asked, as 5 requests in a row failed (HTTP 503)');
    expect(server.paths.filter((path) => path.endsWith('/json'))).toEqual([]);
  });
});

describe('what the first list with files settles', () => {
  const names = Array.from({ length: 40 }, (_, number) => `p-${number}`);

  async function askAll(answers: Record<string, Served>): Promise<StandInSimple> {
    const server = await serve(answers);
    const index = opened(server.origin, { concurrency: 4 });
    await Promise.all(names.map((name) => index.ask(name, [])));
    return server;
  }

  const listed = (name: string): Record<string, Served> => ({
    [`/${name}/json`]: {
      type: 'application/json',
      body: projectAnswer(name, [{ filename: `${name}-1.zip` }]),
    },
  });

  test('is settled for all that follow: one question more than projects', async () => {
    const { paths } = await askAll(Object.assign({}, ...names.map(listed)));
    expect(paths.slice(0, 2)).toEqual(['/p-0/', '/p-0/json']);
    expect(paths.slice(2).sort()).toEqual(
      names
        .slice(1)
        .map((name) => `/${name}/json`)
        .sort(),
    );
  });

  test('stays open while everything is 404', async () => {
    const { paths } = await askAll(listed('p-20'));
    expect(paths.filter((path) => path.endsWith('/json'))).toHaveLength(40);
    // Those that were under way together with p-20 are still asked both ways.
    const simple = paths.filter((path) => !path.endsWith('/json')).length;
    expect(simple).toBeGreaterThanOrEqual(21);
    expect(simple).toBeLessThanOrEqual(24);
  });

  test('is not overturned by the other API', async () => {
    const zip = (name: string): Served => ({ body: `<a href=${name}-1.zip>` });
    const server = await serve({
      '/p-1/': zip('p-1'),
      ...listed('p-2'),
      ...listed('p-3'),
      '/p-4/': zip('p-4'),
    });
    const index = opened(server.origin);
    expect(outcomeOf(await index.ask('missing', []))).toBe('not-listed');
    // The second is under way when the first settles it.
    const both = await Promise.all(['p-1', 'p-2'].map((name) => index.ask(name, [])));
    expect(both.map(namesOf)).toEqual([['p-1-1.zip'], ['p-2-1.zip']]);
    expect(outcomeOf(await index.ask('p-3', []))).toBe('not-listed');
    expect(namesOf(await index.ask('p-4', []))).toEqual(['p-4-1.zip']);
  });
});

test('closed: no more answers, and nothing hangs', async () => {
  const server = await serve({});
  const index = opened(server.origin);
  await index.close();
  expect(outcomeOf(await index.ask('six', []))).toBe('the index was closed before it answered');
  expect(outcomeOf(await index.ask('seven', []))).toBe('the index was closed before it answered');
  expect(server.paths).toEqual([]);
});
