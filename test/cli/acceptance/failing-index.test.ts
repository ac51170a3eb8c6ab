import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, type OnTestFinishedHandler, onTestFinished, test } from 'vitest';
import { projectAnswer } from '../../../fixtures/pypi-answer.ts';
import { wheelhouseLint } from '../../support/command-line.ts';
import { codesAndWheels, lintToJson } from '../../support/json-report.ts';
import { type Fault, type StandInIndex, startStandIn } from '../../support/stand-in-index.ts';
import { tempFolder, writeWheels } from '../../support/temp-wheelhouse.ts';

const six = 'six-1.17.0-py2.py3-none-any.whl';
const listed = projectAnswer('six', [{ filename: six, sha256: 'b'.repeat(64), size: 1 }]);

type Cleanup = (handler: OnTestFinishedHandler) => void;

/** Wheels of projects that the index fails for, and one of a project that it answers for. */
async function wheelhouse(
  always: Fault,
  bad: readonly string[],
  whenFinished: Cleanup,
): Promise<{ cwd: string; server: StandInIndex; args: readonly string[] }> {
  const cwd = await tempFolder();
  const wheels = bad.map((name) => `${name}-1.0-py3-none-any.whl`);
  await writeWheels(cwd, ...wheels, six);
  const answer = projectAnswer('bad', [{ filename: 'bad-1.0.tar.gz' }]);
  const broken = bad.map((name) => [name, { answer, always }] as const);
  const server = await startStandIn({ six: { answer: listed }, ...Object.fromEntries(broken) });
  whenFinished(() => server.close());
  // Only an index that hangs is waited for; a busy machine may take longer than that over the first 64 MiB of 2 GB.
  const timeout = always === 'hang' ? '1' : '15';
  return { cwd, server, args: ['--no-config', '--index-url', server.url, '--timeout', timeout] };
}

const faults: [string, Fault, string][] = [
  ['answers 500', { status: 500 }, 'HTTP 500 after 3 tries'],
  ['hangs', 'hang', 'no answer within 1 s after 3 tries'],
  ['sends half a body', 'half', 'answer ended early after 3 tries'],
  ['hangs up', 'reset', 'connection closed without an answer after 3 tries'],
  ['loops redirects', { redirect: '/pypi/bad1/json' }, 'redirects in a circle'],
  ['sends 2 GB', 'endless', 'answer is longer than'],
  ['sends a gzip bomb', 'gzip bomb', 'answer is longer than'],
  ['answers garbage', { body: '\u001b[2J<html>' }, 'answer is not JSON (text/html)'],
];

describe('an index that', () => {
  test.concurrent.for(faults)('%s: unchecked, said once, others unaffected', async ([
    ,
    fault,
    reason,
  ], context) => {
    const bad = ['bad1', 'bad2', 'bad3'];
    const { cwd, args } = await wheelhouse(fault, bad, context.onTestFinished);
    const formats = ['--format', 'stylish=report.txt'];
    const { report, status, stderr } = await lintToJson([...args, ...formats, '.'], { cwd });
    expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
    expect(report.unchecked.map(({ project }) => project)).toEqual(bad);
    for (const { reason: said } of report.unchecked) expect(said).toContain(reason);
    expect(codesAndWheels(report)).toEqual([`WHL101 ${six}`, `WHL302 ${six}`]);
    const text = await readFile(join(cwd, 'report.txt'), 'utf8');
    expect(text.split(reason)).toHaveLength(2);
    expect(text).toContain('3 projects could not be checked completely');
  });
});

test('an index that hangs for many projects is given up after five of them', async () => {
  const bad = Array.from({ length: 40 }, (_, number) => `bad${number}`);
  const { cwd, args, server } = await wheelhouse('hang', bad, onTestFinished);
  const run = await wheelhouseLint([...args, '--timeout', '0.2', '--concurrency', '8', '.'], { cwd });
  expect(run.status).toBe(3);
  expect(server.requests.length).toBeLessThan(8 * 3 * 2);
  expect(run.stdout).toMatch(/not asked, as 5 requests in a row failed \(no answer within 200 ms/);
});

test('nothing listens there: unchecked, status 3, no stack', async () => {
  const server = await startStandIn({});
  await server.close();
  const cwd = await tempFolder();
  await writeWheels(cwd, six);
  const run = await wheelhouseLint(['--no-config', '--index-url', server.url, '.'], { cwd });
  expect(run).toMatchObject({ status: 3, stderr: '' });
  expect(run.stdout).toContain(`${server.url}: connection refused after 3 tries (six)`);
  expect(run.stdout).not.toMatch(/^\s+at /m);
});
