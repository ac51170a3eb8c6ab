import { chmod, mkdir, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadSqlite } from '../../../src/cache/load-sqlite.ts';
import { preparePrivateFile, removeDatabase } from '../../../src/cache/private-file.ts';
import { runProgram } from '../../support/command-line.ts';
import { tempFolder } from '../../support/temp-wheelhouse.ts';
import { serve } from '../simple/pages.ts';
import { answerOf, cacheIn, keyOf, runs } from './kept.ts';

const names = (count: number): string[] => Array.from({ length: count }, (_, number) => `project-${number}`);
const fileIn = (folder: string): string => join(folder, 'answers-2.sqlite');

/** A folder with a cache that has one answer, of the project `six`. */
async function filled(): Promise<string> {
  const folder = await tempFolder();
  const cache = cacheIn(folder);
  cache.keep(keyOf('six'), answerOf('six'));
  cache.close();
  return folder;
}

test('what is kept is found by the same run and by the next one; what is forgotten is not', async () => {
  const folder = await tempFolder();
  const cache = cacheIn(folder);
  for (const name of names(100)) cache.keep(keyOf(name), answerOf(name));
  cache.keep(keyOf('project-7'), undefined);
  const check = (at: typeof cache): void => {
    expect(at.find(keyOf('project-1'))).toEqual(answerOf('project-1', at.find(keyOf('project-1'))?.received));
    expect(at.find(keyOf('project-99'))?.text).toBe('project-99');
    expect(at.find(keyOf('project-7'))).toBeUndefined();
    expect(at.find({ ...keyOf('project-1'), accept: 'text/html' })).toBeUndefined();
    expect(at.find({ ...keyOf('project-1'), authenticated: true })).toBeUndefined();
  };
  check(cache);
  cache.close();
  check(cacheIn(folder));
});

test('an answer that is not the one that was kept is none', async () => {
  const folder = await filled();
  const database = new (loadSqlite().DatabaseSync)(fileIn(folder));
  database.exec("UPDATE answer SET text = 'seven'");
  database.close();
  expect(cacheIn(folder).find(keyOf('six'))).toBeUndefined();
});

test('an index is known by what lies below its URL, not by what begins like it', async () => {
  const cache = cacheIn(await tempFolder());
  cache.keep({ ...keyOf(''), url: 'https://a.example/simple/six/' }, answerOf('six'));
  cache.close();
  expect(cache.knows(new URL('https://a.example/simple'))).toBe(true);
  expect(cache.knows(new URL('https://a.example/simple/six/'))).toBe(true);
  expect(cache.knows(new URL('https://a.example/sim'))).toBe(false);
  expect(cache.knows(new URL('https://a.example/simple-2'))).toBe(false);
});

test('the oldest go first when there is too much, and the file does not grow', async () => {
  const folder = await tempFolder();
  const cache = cacheIn(folder, { mostBytes: 100_000 });
  const long = 'x'.repeat(1000);
  for (let round = 0; round < 20; round += 1) {
    for (const name of names(100)) {
      const key = keyOf(`${name}-${round}`);
      cache.keep(key, { ...answerOf(name, round * 1000), text: long });
    }
  }
  cache.close();
  const left = names(100).filter((name) => cache.find(keyOf(`${name}-19`)) !== undefined);
  expect(left.length).toBeGreaterThan(50);
  expect(names(100).some((name) => cache.find(keyOf(`${name}-0`)) !== undefined)).toBe(false);
  cache.close();
  expect((await stat(fileIn(folder))).size).toBeLessThan(300_000);
});

test('an answer that is longer than all that may be kept is not', async () => {
  const cache = cacheIn(await tempFolder(), { mostBytes: 10_000 });
  cache.keep(keyOf('six'), { ...answerOf('six'), text: 'x'.repeat(20_000) });
  cache.close();
  expect(cache.find(keyOf('six'))).toBeUndefined();
  expect(cache.problem).toBeUndefined();
});

describe('a cache that does not work costs time and no more', () => {
  test.each<[string, (file: string) => Promise<unknown>]>([
    ['garbage', (file) => writeFile(file, 'garbage'.repeat(10_000))],
    ['nothing', (file) => writeFile(file, '')],
    ['half of it', async (file) => truncate(file, 6000)],
    [
      'a damaged page',
      async (file) => {
        const bytes = await readFile(file);
        await writeFile(file, bytes.fill(0xff, 4096));
      },
    ],
    [
      'the database of somebody else',
      async (file) => {
        await writeFile(file, '');
        const database = new (loadSqlite().DatabaseSync)(file);
        database.exec('CREATE TABLE answer (question TEXT)');
        database.close();
      },
    ],
  ])('a file with %s is made anew', async (_, damage) => {
    const folder = await filled();
    await damage(fileIn(folder));
    const cache = cacheIn(folder);
    expect(cache.find(keyOf('six'))).toBeUndefined();
    cache.keep(keyOf('six'), answerOf('six'));
    cache.close();
    expect(cacheIn(folder).find(keyOf('six'))?.text).toBe('six');
    expect(cache.problem).toBeUndefined();
  });

  test('a text that is no page is as good as none', async () => {
    const server = await serve({
      '/simple/six/': { body: '<a href="six-1.0.zip">', headers: { etag: '"a"' } },
    });
    const url = `${server.origin}/simple`;
    const folder = await tempFolder();
    const { cache, index } = (await runs(url, folder))();
    const { ACCEPT_SIMPLE } = await import('../../../src/index/simple/simple-api.ts');
    const key = { url: `${url}/six/`, accept: ACCEPT_SIMPLE, authenticated: false };
    cache.keep(key, { ...answerOf('[true,null,["six-1.0.zip"]]'), source: key.url });
    expect(await index.ask('six', [])).toMatchObject({ status: 'listed' });
    expect(server.headers.map((headers) => headers['if-none-match'])).toEqual([undefined]);
  });

  test.each<[string, (folder: string) => Promise<unknown>, RegExp]>([
    ['a folder in the place of the file', (folder) => mkdir(fileIn(folder), { recursive: true }), /EISDIR/],
    ['a file in the place of the folder', (folder) => writeFile(folder, ''), /EEXIST|ENOTDIR/],
    [
      'a link in the place of the file',
      async (folder) => {
        await mkdir(folder);
        await symlink('/etc/passwd', fileIn(folder));
      },
      /ELOOP/,
    ],
  ])('%s: nothing is kept, and the reason said', async (_, prepare, problem) => {
    const folder = join(await tempFolder(), 'cache');
    await prepare(folder);
    const cache = cacheIn(folder);
    expect(cache.find(keyOf('six'))).toBeUndefined();
    for (const name of names(100)) cache.keep(keyOf(name), answerOf(name));
    cache.close();
    expect(cache.problem).toMatch(problem);
  });
});

test('a run that is stopped while it writes does not stop others', async () => {
  const folder = await filled();
  const database = new (loadSqlite().DatabaseSync)(fileIn(folder));
  onTestFinished(() => database.close());
  database.exec('BEGIN EXCLUSIVE');
  const cache = cacheIn(folder);
  // To wait for each of them would take longer than a test may.
  for (const name of names(100)) expect(cache.find(keyOf(name))).toBeUndefined();
  expect(cache.problem).toBe('database is locked');
});

describe('offline, the file is only read', () => {
  test('and not made where it is missing', async () => {
    const folder = await tempFolder();
    const cache = cacheIn(folder, { offline: true });
    expect(cache.find(keyOf('six'))).toBeUndefined();
    expect(cache.knows(new URL('https://index.example'))).toBe(false);
    cache.close();
    expect(await readdir(folder)).toEqual([]);
    expect(cache.problem).toBeUndefined();
  });

  test('nor where it is broken', async () => {
    const folder = await filled();
    await writeFile(fileIn(folder), 'garbage'.repeat(10_000));
    const cache = cacheIn(folder, { offline: true });
    expect(cache.find(keyOf('six'))).toBeUndefined();
    expect(cache.problem).toBe('file is not a database');
    expect(await readFile(fileIn(folder), 'utf8')).toMatch(/^garbage/);
  });
});

describe.skipIf(process.platform === 'win32')('for its owner alone', () => {
  const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

  test('folders that it makes, and the file, whatever the umask', async () => {
    const folder = await tempFolder();
    const script = join(import.meta.dirname, 'keep-answers.ts');
    const command = `umask 0; "${process.execPath}" "${script}" "${folder}/a/b" one 10`;
    expect(await runProgram('sh', ['-c', command], { cwd: folder })).toMatchObject({ status: 0, stderr: '' });
    expect(await modeOf(join(folder, 'a'))).toBe(0o700);
    expect(await modeOf(join(folder, 'a/b'))).toBe(0o700);
    expect(await modeOf(fileIn(join(folder, 'a/b')))).toBe(0o600);
  });

  test('a file that others may read is closed to them; a folder is left as its owner has it', async () => {
    const folder = await filled();
    await chmod(folder, 0o755);
    await chmod(fileIn(folder), 0o644);
    cacheIn(folder).find(keyOf('six'));
    expect(await modeOf(fileIn(folder))).toBe(0o600);
    expect(await modeOf(folder)).toBe(0o755);
  });
});

test('no credential is in it', async () => {
  const headers = {
    'cache-control': 'public, max-age=60',
    'set-cookie': 'session=hunter3',
    'x-token': 'hunter4',
  };
  const page = { body: '<a href="http://me:hunter5@f.example/six-1.0.zip">', headers };
  const varied = { body: page.body, headers: { ...headers, vary: 'Authorization' } };
  const server = await serve({ '/simple/six/': page, '/simple/varied/': varied });
  const folder = await tempFolder();
  const run = await runs(`${server.origin.replace('//', '//user:hunter2@')}/simple`, folder);
  const { index, end } = run();
  for (const project of ['six', 'varied']) await index.ask(project, []);
  await end();
  const bytes = (await readFile(fileIn(folder))).toString('latin1');
  expect(bytes).toContain('six-1.0.zip');
  expect(bytes).not.toContain('hunter');
  expect(bytes).not.toContain(btoa('user:hunter2').slice(0, 12));
  expect(server.headers.every(({ authorization }) => authorization !== undefined)).toBe(true);
});

test('a run does not remove what another one put into the place of a broken file', async () => {
  const folder = await filled();
  await writeFile(fileIn(folder), 'garbage'.repeat(10_000));
  const identity = preparePrivateFile(fileIn(folder));
  const other = cacheIn(folder);
  other.keep(keyOf('six'), answerOf('six'));
  other.close();
  removeDatabase(fileIn(folder), identity);
  expect(cacheIn(folder).find(keyOf('six'))?.text).toBe('six');
  removeDatabase(fileIn(folder), preparePrivateFile(fileIn(folder)));
  expect(await readdir(folder)).toEqual([]);
});

test('two runs that find it broken at the same time', async () => {
  const folder = await filled();
  await writeFile(fileIn(folder), 'garbage'.repeat(10_000));
  const script = join(import.meta.dirname, 'keep-answers.ts');
  const runBoth = ['one', 'two'].map((name) =>
    runProgram(process.execPath, [script, folder, name, '200'], { cwd: folder }),
  );
  for (const { status, stderr } of await Promise.all(runBoth)) {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }
  const database = new (loadSqlite().DatabaseSync)(fileIn(folder));
  onTestFinished(() => database.close());
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
});

test('two runs that write at the same time', async () => {
  const folder = await tempFolder();
  const script = join(import.meta.dirname, 'keep-answers.ts');
  const runBoth = ['one', 'two'].map((name) =>
    runProgram(process.execPath, [script, folder, name, '1000'], { cwd: folder }),
  );
  for (const { status, stderr } of await Promise.all(runBoth)) {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }
  const cache = cacheIn(folder);
  for (const name of ['one', 'two']) {
    const missing = names(1000).filter((project) => cache.find(keyOf(`${name}/${project}`)) === undefined);
    expect(missing).toEqual([]);
  }
  expect(cache.problem).toBeUndefined();
});
