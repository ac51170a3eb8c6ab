import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadSqlite } from '../../../src/cache/load-sqlite.ts';
import { stampOf } from '../../../src/wheel/cache/stamp.ts';
import { WheelCache } from '../../../src/wheel/cache/wheel-cache.ts';
import { tempFolder } from '../../support/temp-wheelhouse.ts';

const settled = (text: string) => ({ text, isSettled: true });

function cacheIn(folder: string, mostBytes?: number): WheelCache {
  const cache = new WheelCache({ folder, ...(mostBytes !== undefined && { mostBytes }) });
  onTestFinished(() => cache.close());
  return cache;
}

test('what is kept is found by the next run, for the same path, scope and stamp', async () => {
  const folder = await tempFolder();
  const cache = cacheIn(folder);
  cache.keep('/a.whl', 'rules', settled('1'), 'one');
  cache.keep('/a.whl', 'hash', settled('1'), 'two');
  cache.close();
  const next = cacheIn(folder);
  expect(next.find('/a.whl', 'rules', settled('1'))).toBe('one');
  expect(next.find('/a.whl', 'hash', settled('1'))).toBe('two');
  expect(next.find('/a.whl', 'rules', settled('2'))).toBeUndefined();
  expect(next.find('/a.whl', 'others', settled('1'))).toBeUndefined();
  expect(next.find('/b.whl', 'rules', settled('1'))).toBeUndefined();
  expect([next.found, next.problem]).toEqual([2, undefined]);
});

test('what is kept anew takes the place of what was there', async () => {
  const folder = await tempFolder();
  for (const stamp of ['1', '2']) {
    const cache = cacheIn(folder);
    cache.keep('/a.whl', 'rules', settled(stamp), `at ${stamp}`);
    cache.close();
  }
  expect(cacheIn(folder).find('/a.whl', 'rules', settled('1'))).toBeUndefined();
  expect(cacheIn(folder).find('/a.whl', 'rules', settled('2'))).toBe('at 2');
});

test('two runs at once keep what both have found', async () => {
  const folder = await tempFolder();
  const [one, other] = [cacheIn(folder), cacheIn(folder)];
  for (const cache of [one, other]) expect(cache.find('/a.whl', 'rules', settled('1'))).toBeUndefined();
  one.keep('/a.whl', 'rules', settled('1'), 'one');
  one.close();
  other.keep('/b.whl', 'rules', settled('1'), 'other');
  other.close();
  expect(other.problem).toBeUndefined();
  const next = cacheIn(folder);
  expect(next.find('/a.whl', 'rules', settled('1'))).toBe('one');
  expect(next.find('/b.whl', 'rules', settled('1'))).toBe('other');
});

test('of a file that has just changed nothing is kept', async () => {
  const cache = cacheIn(await tempFolder());
  cache.keep('/a.whl', 'rules', { text: '1', isSettled: false }, 'one');
  cache.close();
  expect(cache.find('/a.whl', 'rules', settled('1'))).toBeUndefined();
});

test('a text that is not the one that was kept is none', async () => {
  const folder = await tempFolder();
  const cache = cacheIn(folder);
  cache.keep('/a.whl', 'rules', settled('1'), 'one');
  cache.close();
  const database = new (loadSqlite().DatabaseSync)(join(folder, 'wheels-1.sqlite'));
  database.exec("UPDATE wheel SET text = 'two'");
  database.close();
  expect(cacheIn(folder).find('/a.whl', 'rules', settled('1'))).toBeUndefined();
});

test('the oldest go first when there is too much, and the file does not grow', async () => {
  const folder = await tempFolder();
  const cache = cacheIn(folder, 1_000_000);
  for (let round = 0; round < 10; round += 1) {
    for (let file = 0; file < 2048; file += 1) {
      cache.keep(`/${round}/${file}.whl`, 'rules', settled('1'), 'x'.repeat(200));
    }
  }
  cache.close();
  const left = (round: number): number =>
    Array.from({ length: 2048 }, (_, file) =>
      cache.find(`/${round}/${file}.whl`, 'rules', settled('1')),
    ).filter((text) => text !== undefined).length;
  expect(left(9)).toBeGreaterThan(1500);
  expect(left(0)).toBe(0);
  cache.close();
  expect((await stat(join(folder, 'wheels-1.sqlite'))).size).toBeLessThan(1_100_000);
});

test('a cache that cannot be made costs time and no more', async () => {
  const folder = join(await tempFolder(), 'file');
  await writeFile(folder, '');
  const cache = cacheIn(folder);
  cache.keep('/a.whl', 'rules', settled('1'), 'one');
  cache.close();
  expect(cache.find('/a.whl', 'rules', settled('1'))).toBeUndefined();
  expect(cache.problem).toMatch(/^E[A-Z]+/);
});

test('a stamp tells a file from one that was written to, whatever time it says it was written at', async () => {
  const file = join(await tempFolder(), 'a.whl');
  const stamps = new Set<string>();
  const look = async () => {
    const stamp = stampOf(await stat(file, { bigint: true }));
    stamps.add(stamp.text);
    return stamp;
  };
  await writeFile(file, 'one');
  const { mtime, atime } = await stat(file);
  const first = await look();
  await readFile(file);
  expect(await look()).toEqual(first);
  // The clock of a file system may go in steps of some milliseconds.
  await new Promise((resolve) => setTimeout(resolve, 50));
  await writeFile(file, 'two');
  await utimes(file, atime, mtime);
  await look();
  expect(stamps.size).toBe(2);
  expect(first.isSettled).toBe(false);
  expect(stampOf(await stat(file, { bigint: true }), Date.now() + 3000).isSettled).toBe(true);
});
