import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { beforeAll, expect, test } from 'vitest';
import { codeBlocks, readRoot } from './code-blocks.ts';
import { fineWheel, type Sandbox, sandbox, threeWheels } from './sandbox.ts';

const [preMerge = '', scanning = '', audit = '', ...more] = codeBlocks(
  readRoot('README.md'),
  '## Three uses',
  'sh',
);
let place: Sandbox;

beforeAll(async () => {
  place = await sandbox(threeWheels);
});

const read = (name: string): Promise<string> => readFile(join(place.folder, name), 'utf8');

test('there are three', () => {
  expect([preMerge, scanning, audit].every((script) => script.includes('wheelhouse-lint '))).toBe(true);
  expect(more).toEqual([]);
});

test('pre-merge check: findings fail it, fresh wheels without any pass', async () => {
  expect(await place.run(preMerge)).toMatchObject({ status: 1, stderr: '' });
  expect(await (await sandbox(fineWheel)).run(preMerge)).toMatchObject({ status: 0, stderr: '' });
});

test('code scanning: a log to upload, whatever is found', async () => {
  const { status, stdout } = await place.run(scanning);
  expect(status).toBe(0);
  expect(stdout).toContain('✖ 2 problems');
  const log: Log = JSON.parse(await read('wheels.sarif'));
  expect(log.runs[0]?.results).toHaveLength(2);
});

test('audit: a report in the terminal and one as a page', async () => {
  const { stdout } = await place.run(audit);
  expect(stdout).toContain('3 wheels, 3 projects');
  expect(await read('audit.html')).toContain('<!doctype html>');
});
