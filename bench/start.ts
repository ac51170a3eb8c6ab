/**
 * Compares runs of the built command line, start to end, with a bare start of Node:
 * `node bench/start.ts [path of main.js] [rounds]`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { wheelhouse } from './generate/wheelhouse.ts';
import { interleave, median, ratio } from './measure.ts';
import { sample } from './sample.ts';
import { judge, machine, printTable } from './table.ts';

const main = resolve(process.argv[2] ?? join(import.meta.dirname, '../dist/cli/main.js'));
const rounds = Number(process.argv[3] ?? 21);
if (!existsSync(main)) throw new Error(`${main} is not there: npm run build`);

const house = wheelhouse();
const bare = 'node -e 0';
const one = 'one wheel';
const hundred = '100 wheels';
// What somebody's own cache has of these wheels would be no work.
const settings = ['--no-index', '--no-config', '--no-cache'];
const runs = new Map([
  [bare, () => time(['-e', '0'])],
  [one, () => time([main, ...settings, sample(house, 1)])],
  [hundred, () => time([main, ...settings, sample(house, 100)])],
]);

/** @returns seconds from start to end */
function time(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const seconds = (performance.now() - start) / 1000;
  // 1 is a finding; anything else means that there was no run to be timed.
  if (status !== 0 && status !== 1)
    throw new Error(`exit status ${status} of node ${args.join(' ')}\n${stderr}`);
  return seconds;
}

console.log(`${machine()}; ${rounds} rounds\n`);
const times = interleave(runs, rounds);
const seconds = (name: string): readonly number[] => times.get(name) ?? [];

printTable(
  ['run', 'median ms', 'best ms', 'x bare start'],
  [...times].map(([name, all]) => [
    name,
    (median(all) * 1000).toFixed(0),
    (Math.min(...all) * 1000).toFixed(0),
    ratio(all, seconds(bare)).toFixed(2),
  ]),
);
judge([
  {
    text: 'one wheel against a bare start',
    measured: ratio(seconds(one), seconds(bare)),
    limit: 3,
    unit: ' x',
  },
  { text: '100 wheels, start to end', measured: median(seconds(hundred)), limit: 0.3, unit: ' s' },
]);
