import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder, writeWheels } from '../support/temp-wheelhouse.ts';
import { relabel } from './support/relabel.ts';

const kills = 100;
const script = join(import.meta.dirname, 'support/relabel.ts');
const killAt = join(import.meta.dirname, 'support/kill-at.ts');

/** Runs the program until it is about to change something for the given time. @returns whether it got to its end */
function killedBefore(folder: string, call: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', killAt, script, folder, 'site'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, KILL_AT: String(call) },
    });
    child.on('close', (status) => resolve(status === 0));
  });
}

/** Starts the program and kills it some time after it has begun. @returns whether it was still at work */
function killed(folder: string, delay: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, folder, 'site'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let isDone = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('end')) isDone = true;
      if (text.includes('begin')) setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.on('close', () => resolve(!isDone));
  });
}

async function contents(folder: string): Promise<Map<string, Buffer>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.whl'));
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
}

/** Every wheel is there, the old one or the new one, and nothing else is called a wheel. */
async function expectWhole(
  folder: string,
  before: ReadonlyMap<string, Buffer>,
  after: ReadonlyMap<string, Buffer>,
  names: readonly string[],
): Promise<void> {
  const found = await contents(folder);
  for (const [name, bytes] of found) {
    const expected = before.get(name) ?? after.get(name) ?? Buffer.alloc(0);
    expect(bytes.equals(expected), `${name} is whole`).toBe(true);
  }
  for (const name of names) {
    expect(found.has(name) || found.has(name.replace('1.0', '1.0+site')), `${name} is not lost`).toBe(true);
  }
}

test(`killed at ${kills} random moments, no wheel is lost and none is half`, {
  timeout: 300_000,
}, async () => {
  const folder = await tempFolder();
  const names = Array.from({ length: 8 }, (_, index) => `demo${index}-1.0-py3-none-any.whl`);
  for (const [index, filename] of names.entries()) {
    // Some are large enough that a kill meets the copying.
    const size = index % 2 === 0 ? 10 : 1_500_000;
    await writeWheels(folder, {
      filename,
      folder: 'before',
      files: { 'a.bin': randomBytes(size).toString('base64') },
    });
  }
  await cp(join(folder, 'before'), join(folder, 'after'), { recursive: true });
  const start = performance.now();
  await relabel(join(folder, 'after'), 'site');
  const duration = performance.now() - start;
  const before = await contents(join(folder, 'before'));
  const after = await contents(join(folder, 'after'));
  expect([...after.keys()].sort()).toEqual(names.map((name) => name.replace('1.0', '1.0+site')).sort());

  let interrupted = 0;
  const one = async (number: number): Promise<void> => {
    const place = join(folder, `run${number}`);
    await cp(join(folder, 'before'), place, { recursive: true });
    if (await killed(place, Math.random() * duration * 1.5)) interrupted += 1;
    await expectWhole(place, before, after, names);
    const outcomes = await relabel(place, 'site');
    expect(outcomes.filter(({ outcome }) => outcome.status === 'refused')).toEqual([]);
    expect((await readdir(place)).sort(), 'the next run cleans up').toEqual([...after.keys()].sort());
  };
  const queue = Array.from({ length: kills }, (_, number) => number);
  const work = async (): Promise<void> => {
    for (let number = queue.pop(); number !== undefined; number = queue.pop()) await one(number);
  };
  await Promise.all([work(), work(), work()]);
  expect(interrupted).toBeGreaterThan(kills / 10);
});

test('killed before each of its changes to the disk, no wheel is lost and none is half', {
  timeout: 120_000,
}, async () => {
  const folder = await tempFolder();
  // The second one is written in several pieces.
  const bytes = randomBytes(9_000_000).toString('latin1');
  const filenames = ['demo-1.0-py3-none-any.whl', 'large-1.0-py3-none-any.whl'];
  await writeWheels(folder, { filename: filenames[0] ?? '', folder: 'before' });
  await writeWheels(folder, { filename: filenames[1] ?? '', folder: 'before', files: { 'a.bin': bytes } });
  const before = await contents(join(folder, 'before'));
  await cp(join(folder, 'before'), join(folder, 'after'), { recursive: true });
  await relabel(join(folder, 'after'), 'site');
  const after = await contents(join(folder, 'after'));
  let calls = 0;
  for (let isDone = false; !isDone; ) {
    calls += 1;
    const place = join(folder, `call${calls}`);
    await cp(join(folder, 'before'), place, { recursive: true });
    isDone = await killedBefore(place, calls);
    await expectWhole(place, before, after, filenames);
    await relabel(place, 'site');
    expect((await readdir(place)).sort(), 'the next run cleans up').toEqual([...after.keys()].sort());
  }
  expect(calls).toBeGreaterThan(15);
});
