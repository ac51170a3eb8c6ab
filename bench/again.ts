/**
 * The built command line on 6,000 wheels that it reads, that it reads and keeps, and that an earlier run has kept:
 * `node bench/again.ts [path of main.js] [rounds]`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { wheelhouse, workFolder } from './generate/wheelhouse.ts';
import { interleave, median, ratio } from './measure.ts';
import { judge, machine, printTable } from './table.ts';

const main = resolve(process.argv[2] ?? join(import.meta.dirname, '../dist/cli/main.js'));
const rounds = Number(process.argv[3] ?? 5);
if (!existsSync(main)) throw new Error(`${main} is not there: npm run build`);

const house = wheelhouse();
const cache = join(workFolder, 'kept-wheels');

/** @returns seconds from start to end */
function time(...more: readonly string[]): number {
  const start = performance.now();
  const args = [main, '--no-index', '--no-config', ...more, house.folder];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  const seconds = (performance.now() - start) / 1000;
  // 1 is a finding; anything else means that there was no run to be timed.
  if (status !== 0 && status !== 1) throw new Error(`exit status ${status}\n${stderr}`);
  return seconds;
}

const reads = 'reads';
const keeps = 'reads and keeps';
const again = 'again';
const runs = new Map([
  [reads, () => time('--no-cache')],
  [
    keeps,
    () => {
      rmSync(cache, { recursive: true, force: true });
      return time('--cache-dir', cache);
    },
  ],
  [again, () => time('--cache-dir', cache)],
]);

console.log(machine());
console.log(`${house.wheels} wheels, ${house.members} members; ${rounds} rounds\n`);
const times = interleave(runs, rounds);
rmSync(cache, { recursive: true });
const against = (name: string): number => ratio(times.get(name) ?? [], times.get(reads) ?? []);

printTable(
  ['run', 'median s', 'best s', 'x reads'],
  [...times].map(([name, all]) => [
    name,
    median(all).toFixed(2),
    Math.min(...all).toFixed(2),
    against(name).toFixed(2),
  ]),
);
judge([
  { text: 'keeping what was found', measured: against(keeps), limit: 1.15, unit: ' x' },
  { text: 'the run after it', measured: against(again), limit: 0.4, unit: ' x' },
]);
