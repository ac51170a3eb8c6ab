import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockFolder } from '../../src/fix/lock.ts';
import { draftName, lockName } from '../../src/fix/names.ts';
import { wheelhouseLint } from '../support/command-line.ts';
import { tempFolder, writeFiles, writeWheels } from '../support/temp-wheelhouse.ts';
import { compareWheels } from './support/compare-wheels.ts';

const names = Array.from({ length: 20 }, (_, index) => `demo${index}-1.0-py3-none-any.whl`);
const label = (text: string) => ['fix', '--no-config', '--local-label', text, '--in-place', '.'];

async function wheels(): Promise<string> {
  const folder = await tempFolder();
  await writeWheels(folder, ...names.map((filename) => ({ filename, files: { 'a.py': filename } })));
  return folder;
}

test('two runs that do the same', async () => {
  const cwd = await wheels();
  const runs = await Promise.all([
    wheelhouseLint(label('site'), { cwd }),
    wheelhouseLint(label('site'), { cwd }),
  ]);
  expect(
    runs.map(({ stderr }) => stderr.replace(/^note: Another run works in .*: waiting for it\.\n/, '')),
  ).toEqual(['', '']);
  expect(runs.some(({ status }) => status === 0)).toBe(true);
  // Who comes second may find wheels gone, and says so.
  for (const { status } of runs) expect([0, 3]).toContain(status);
  expect((await readdir(cwd)).sort()).toEqual(names.map((name) => name.replace('1.0', '1.0+site')).sort());
});

test('two runs that do different things', async () => {
  const cwd = await wheels();
  await Promise.all([wheelhouseLint(label('a'), { cwd }), wheelhouseLint(label('b'), { cwd })]);
  const found = (await readdir(cwd)).sort();
  expect(found.map((name) => name.replace(/\+[ab.]+/, '')).sort()).toEqual([...names].sort());
  for (const name of found) expect(name).toMatch(/\+(?:a|b|a\.b|b\.a)-/);
  const results = compareWheels(found.map((name) => ({ before: join(cwd, name), after: join(cwd, name) })));
  for (const result of results) expect(result).toMatchObject({ damaged: null, record: [], faults: [] });
});

test('a run waits for another, and says so', async () => {
  const cwd = await wheels();
  const lock = await lockFolder(cwd, () => undefined);
  const run = wheelhouseLint(label('site'), { cwd });
  await expect.poll(() => readdir(cwd), { timeout: 15_000 }).toContainEqual(expect.stringMatching(/\.lock$/));
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await readdir(cwd)).toContain(names[0]);
  await lock.release();
  const { status, stderr } = await run;
  expect(status).toBe(0);
  expect(stderr).toBe(`note: Another run works in '${cwd}': waiting for it.\n`);
});

test('what dead runs left is taken away', async () => {
  const cwd = await wheels();
  const dead = { scope: '0'.repeat(12), pid: 1 };
  const old = lockName(dead);
  await writeFiles(cwd, { [draftName()]: 'half a wheel', [old]: '' });
  const long = new Date(Date.now() - 3_600_000);
  await utimes(join(cwd, old), long, long);
  const lock = await lockFolder(cwd, () => expect.unreachable('nobody is there'));
  expect(lock.cleaned).toBe(1);
  expect((await readdir(cwd)).filter((name) => name.endsWith('.part') || name === old)).toEqual([]);
  await lock.release();
  expect((await readdir(cwd)).sort()).toEqual([...names].sort());
});

test('the lock of another machine that was heard of lately counts', async () => {
  const cwd = await tempFolder();
  const theirs = join(cwd, lockName({ scope: 'f'.repeat(12), pid: 1 }));
  await writeFile(theirs, '');
  let waited = false;
  const waiting = lockFolder(cwd, () => {
    waited = true;
    const long = new Date(Date.now() - 3_600_000);
    void utimes(theirs, long, long);
  });
  await (await waiting).release();
  expect(waited).toBe(true);
});

test('a run in another folder does not wait', async () => {
  const cwd = await wheels();
  await mkdir(join(cwd, 'out'));
  const lock = await lockFolder(cwd, () => undefined);
  const { status, stderr } = await wheelhouseLint(
    ['fix', '--no-config', '--local-label', 'site', '--output-dir', 'out', names[0] ?? ''],
    { cwd },
  );
  await lock.release();
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect((await stat(join(cwd, names[0] ?? ''))).size).toBeGreaterThan(0);
  expect(await readFile(join(cwd, 'out', 'demo0-1.0+site-py3-none-any.whl'))).toBeInstanceOf(Buffer);
});
