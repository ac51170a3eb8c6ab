import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { projectAnswer } from '../../../fixtures/pypi-answer.ts';
import { openFindLinksPage } from '../../../src/index/simple/find-links-page.ts';
import { type StandInProject, startStandIn } from '../../support/stand-in-index.ts';
import type { Served, StandInSimple } from '../../support/stand-in-simple.ts';
import { tempFolder } from '../../support/temp-wheelhouse.ts';
import { filesOf, namesOf, OPTIONS, outcomeOf, plainFile } from '../opened.ts';
import { jsonAnswer, SDIST, SIMPLE_JSON, serve, WHEEL } from '../simple/pages.ts';
import { cacheIn, type Run, runs } from './kept.ts';

const PATH = '/simple/six/';
const DAY = 24 * 60 * 60 * 1000;
const page = (headers: Record<string, string>, file = WHEEL): Served => ({
  body: `<a href="${file}#sha256=${'a'.repeat(64)}" data-yanked="bad" data-requires-python="&gt;=3">x</a>`,
  headers,
});

interface Scene {
  readonly server: StandInSimple;
  readonly answers: Record<string, Served>;
  readonly run: Awaited<ReturnType<typeof runs>>;
}

async function scene(headers: Record<string, string>): Promise<Scene> {
  const answers: Record<string, Served> = { [PATH]: page(headers) };
  const server = await serve(answers);
  return { server, answers, run: await runs(`${server.origin}/simple`) };
}

/** What a run gets to know of a project. */
async function ask({ index, end }: Run, project = 'six'): Promise<string> {
  const answer = await index.ask(project, []);
  await end();
  return answer.status === 'listed' ? namesOf(answer).join() : outcomeOf(answer);
}

/** Lets time pass for this process; nothing waits for it. */
function later(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}

const conditions = ({ server }: Scene) =>
  server.headers.map((headers) => headers['if-none-match'] ?? headers['if-modified-since'] ?? null);

test('within its lifetime, an answer is not asked for again, and says the same', async () => {
  const { server, run } = await scene({ 'cache-control': 'max-age=600' });
  const first = run();
  const answer = await first.index.ask('six', []);
  await first.end();
  later(500_000);
  const second = await run().index.ask('six', []);
  expect({ ...second, files: filesOf(second).map(plainFile) }).toEqual(answer);
  expect(filesOf(answer)).toEqual([
    {
      filename: WHEEL,
      url: `${server.origin}${PATH}${WHEEL}`,
      size: undefined,
      sha256: 'a'.repeat(64),
      yanked: 'bad',
      requiresPython: '>=3',
      uploadTime: undefined,
    },
  ]);
  expect(server.paths).toEqual([PATH]);
});

test('after it, only whether it still holds is asked, and the answer counts as often', async () => {
  const play = await scene({ 'cache-control': 'max-age=600', etag: '"one"' });
  for (const ms of [0, 601_000, 30 * DAY, 1000, 601_000]) {
    later(ms);
    expect(await ask(play.run())).toBe(WHEEL);
  }
  // The fourth came right after the third.
  expect(conditions(play)).toEqual([null, '"one"', '"one"', '"one"']);
});

test('an answer that changed takes the place of the old one', async () => {
  const play = await scene({ 'cache-control': 'max-age=600', etag: '"one"' });
  expect(await ask(play.run())).toBe(WHEEL);
  play.answers[PATH] = page({ 'cache-control': 'max-age=600', etag: '"two"' }, SDIST);
  later(601_000);
  expect(await ask(play.run())).toBe(SDIST);
  expect(await ask(play.run())).toBe(SDIST);
  later(601_000);
  expect(await ask(play.run())).toBe(SDIST);
  expect(conditions(play)).toEqual([null, '"one"', '"two"']);
});

describe('without a lifetime, it is asked each time whether an answer holds', () => {
  test.each<[string, Record<string, string>, string | null]>([
    ['an ETag', { etag: '"one"' }, '"one"'],
    ['a weak one', { etag: 'W/"one"' }, 'W/"one"'],
    ['no-cache', { etag: '"one"', 'cache-control': 'no-cache' }, '"one"'],
    ['Last-Modified', { 'last-modified': 'Mon, 01 Jun 2026 00:00:00 GMT' }, 'Mon, 01 Jun 2026 00:00:00 GMT'],
    ['both: the ETag alone', { etag: '"one"', 'last-modified': 'Mon, 01 Jun 2026 00:00:00 GMT' }, '"one"'],
    ['neither: all of it', {}, null],
    ['no-store: all of it', { etag: '"one"', 'cache-control': 'no-store' }, null],
  ])('%s', async (_, headers, condition) => {
    const play = await scene(headers);
    for (let time = 0; time < 3; time += 1) expect(await ask(play.run())).toBe(WHEEL);
    expect(conditions(play)).toEqual([null, condition, condition]);
  });
});

test('what no-store takes back is forgotten', async () => {
  const play = await scene({ 'cache-control': 'max-age=600', etag: '"one"' });
  await ask(play.run());
  play.answers[PATH] = page({ 'cache-control': 'no-store', etag: '"one"' });
  later(601_000);
  expect(await ask(play.run())).toBe(WHEEL);
  expect(await ask(play.run({ offline: true }))).toBe('not in the cache, and --offline asks nothing');
});

describe('a project that is not listed', () => {
  test('is kept as long as the server says', async () => {
    const play = await scene({});
    play.answers[PATH] = { status: 404, headers: { 'cache-control': 'max-age=60', etag: '"none"' } };
    for (const ms of [0, 50_000, 12_000]) {
      later(ms);
      expect(await ask(play.run())).toBe('not-listed');
    }
    // Not whether there is still none: a list that came meanwhile would have no part in that.
    expect(conditions(play)).toEqual([null, null]);
  });

  test('is asked for again where the server says nothing, and may be listed then', async () => {
    const play = await scene({});
    expect(await ask(play.run(), 'own')).toBe('not-listed');
    play.answers['/simple/own/'] = { body: '<a href="own-1.0.zip">' };
    expect(await ask(play.run(), 'own')).toBe('own-1.0.zip');
  });
});

describe('--max-age', () => {
  test('a younger answer is fresh, whatever the server says', async () => {
    const play = await scene({ 'cache-control': 'no-cache', etag: '"one"' });
    for (const ms of [0, 90_000, 12_000]) {
      later(ms);
      expect(await ask(play.run({ maxAge: 100 }))).toBe(WHEEL);
    }
    expect(conditions(play)).toEqual([null, '"one"']);
  });

  test('an older one is not; 0 asks about all', async () => {
    const play = await scene({ 'cache-control': 'max-age=600', etag: '"one"' });
    for (const maxAge of [600, 0]) expect(await ask(play.run({ maxAge }))).toBe(WHEEL);
    expect(conditions(play)).toEqual([null, '"one"']);
  });
});

test('an answer from the future is asked for again: somebody set the clock', async () => {
  const play = await scene({ 'cache-control': 'max-age=600' });
  await ask(play.run());
  later(-DAY);
  await ask(play.run());
  expect(play.server.paths).toHaveLength(2);
});

describe('offline', () => {
  test('an answer counts whatever its age, the rest is unchecked', async () => {
    const { server, run } = await scene({ 'cache-control': 'max-age=1' });
    await ask(run());
    await ask(run(), 'own');
    later(300 * DAY);
    const offline = run({ offline: true });
    const [six, own, other] = await Promise.all(
      ['six', 'own', 'other'].map((name) => offline.index.ask(name, [])),
    );
    expect(six && namesOf(six)).toEqual([WHEEL]);
    expect(own && outcomeOf(own)).toBe('not-listed');
    expect(other && outcomeOf(other)).toBe('not in the cache, and --offline asks nothing');
    expect(server.paths).toHaveLength(2);
  });
});

test('offline, what was told to somebody who is known counts for the same person without credentials', async () => {
  const { server, run } = await scene({});
  const folder = await tempFolder();
  const known = await runs(`${server.origin.replace('//', '//me:hunter2@')}/simple`, folder);
  const unknown = await runs(`${server.origin}/simple`, folder);
  expect(await ask(known())).toBe(WHEEL);
  expect(await ask(unknown({ offline: true }))).toBe(WHEEL);
  expect(await ask(run({ offline: true }))).toBe('not in the cache, and --offline asks nothing');
});

describe('redirects', () => {
  test.each<[string, Record<string, string>, number]>([
    ['have to hold as well', { 'cache-control': 'max-age=60' }, 2],
    ['that say nothing are followed each time', {}, 4],
  ])('%s', async (_, headers, requests) => {
    const play = await scene({ 'cache-control': 'max-age=600', etag: '"one"' });
    play.answers['/simple/moved/'] = { status: 302, headers: { location: '/simple/six/', ...headers } };
    for (const ms of [0, 50_000]) {
      later(ms);
      // The page is about six, and names no project of its own.
      play.answers[PATH] = page({ 'cache-control': 'max-age=600', etag: '"one"' }, 'moved-1.0.zip');
      expect(await ask(play.run(), 'moved')).toBe('moved-1.0.zip');
    }
    expect(play.server.paths).toHaveLength(requests);
    // What the page is known by means nothing to the address that leads there.
    expect(conditions(play)).toEqual([null, null, null, '"one"'].slice(0, requests));
  });
});

test('JSON APIs, versions and compressed answers are kept as well', async () => {
  const files = ['1.0', '2.0'].map((version) => ({ filename: `six-${version}.tar.gz` }));
  const { releases, ...one } = projectAnswer('six', files.slice(1));
  const project: StandInProject = {
    answer: one,
    versions: { '1.0': projectAnswer('six', files.slice(0, 1)) },
    headers: { 'cache-control': 'max-age=60' },
    encoding: 'gzip',
  };
  const server = await startStandIn({ six: project });
  onTestFinished(() => server.close());
  const run = await runs(server.url);
  expect(releases).toBeDefined();
  for (let time = 0; time < 2; time += 1) {
    const { index, end } = run();
    expect(namesOf(await index.ask('six', ['1.0'])).sort()).toEqual(['six-1.0.tar.gz', 'six-2.0.tar.gz']);
    await end();
  }
  expect(server.requests).toHaveLength(2);
});

test('what a URL speaks is not tried out again while an answer holds that tells it', async () => {
  const body = projectAnswer('six', [{ filename: SDIST }]);
  const headers = { 'cache-control': 'max-age=60' };
  const server = await serve({ '/base/six/json': { type: 'application/json', body, headers } });
  const run = await runs(`${server.origin}/base`);
  for (const ms of [0, 50_000, 12_000]) {
    later(ms);
    expect(await ask(run())).toBe(SDIST);
  }
  const both = ['/base/six/', '/base/six/json'];
  expect(server.paths).toEqual([...both, ...both]);
  expect(await ask(run({ offline: true }), 'own')).toBe('not in the cache, and --offline asks nothing');
});

test('a list without files does not tell what a URL speaks', async () => {
  const headers = { 'cache-control': 'max-age=60' };
  const json = projectAnswer('six', [{ filename: SDIST }]);
  const server = await serve({
    '/base/six/': { body: '<html></html>', headers },
    '/base/six/json': { type: 'application/json', body: json, headers },
  });
  const run = await runs(`${server.origin}/base`);
  for (let time = 0; time < 2; time += 1) expect(await ask(run())).toBe(SDIST);
  expect(server.paths).toEqual(['/base/six/', '/base/six/json']);
});

test('the same URL has an answer for each API that it is asked by', async () => {
  const { server, answers, run } = await scene({ 'cache-control': 'max-age=60' });
  const folder = await tempFolder();
  const page = `${server.origin}${PATH}`;
  answers[PATH] = { type: SIMPLE_JSON, body: jsonAnswer({ filename: WHEEL, url: WHEEL }) };
  expect(await ask((await runs(page, folder))({ api: 'simple' }))).toBe('not-listed');
  expect(await ask(run())).toBe(WHEEL);
  expect(server.headers.map(({ accept }) => accept)).toHaveLength(2);
});

test('a page of links is kept, and its query is not', async () => {
  const path = '/w.html?token=hunter2';
  const server = await serve({ [path]: page({ 'cache-control': 'max-age=60' }) });
  const folder = await tempFolder();
  for (let time = 0; time < 2; time += 1) {
    const cache = cacheIn(folder);
    const index = openFindLinksPage(`${server.origin}${path}`, { ...OPTIONS, cache });
    expect(namesOf(await index.ask('six', []))).toEqual([WHEEL]);
    await index.close();
    cache.close();
  }
  expect(server.paths).toEqual([path]);
});

test('answers to somebody who is known are not told to somebody who is not', async () => {
  const { server, run } = await scene({ 'cache-control': 'public, max-age=60' });
  const folder = await tempFolder();
  const known = await runs(`${server.origin.replace('//', '//me:hunter2@')}/simple`, folder);
  const unknown = await runs(`${server.origin}/simple`, folder);
  for (const start of [known, known, unknown, unknown]) expect(await ask(start())).toBe(WHEEL);
  expect(server.headers.map(({ authorization }) => authorization !== undefined)).toEqual([true, false]);
  expect(await ask(run())).toBe(WHEEL);
});

test('without a cache, every answer is asked for', async () => {
  const { server, run } = await scene({ 'cache-control': 'max-age=60', etag: '"one"' });
  for (let time = 0; time < 2; time += 1) {
    const { index } = run();
    const bare = (await import('../../../src/index/open-index.ts')).openIndex(index.source.url, OPTIONS);
    expect(namesOf(await bare.ask('six', []))).toEqual([WHEEL]);
    await bare.close();
  }
  expect(server.headers.map((headers) => headers['if-none-match'])).toEqual([undefined, undefined]);
});
