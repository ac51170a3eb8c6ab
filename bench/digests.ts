/** Reads every byte of wheels and hashes it, beside Python's zipfile and hashlib: `node bench/digests.ts [rounds]`. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { wheelhouse } from './generate/wheelhouse.ts';
import { interleave, median, ratio } from './measure.ts';
import { parseReading, type Reading } from './readers/report.ts';
import { sample } from './sample.ts';
import { judge, machine, printTable } from './table.ts';

const rounds = Number(process.argv[2] ?? 5);
const wheels = 600;
const folder = sample(wheelhouse(), wheels);

const readers = new Map([
  ['wheelhouse-lint', reader(process.execPath, 'digests.ts')],
  ['zipfile and hashlib', reader('python3', 'digests_reader.py')],
]);

function reader(program: string, script: string): () => Reading {
  const path = join(import.meta.dirname, 'readers', script);
  return () => parseReading(execFileSync(program, [path, folder], { encoding: 'utf8' }));
}

console.log(machine());
console.log(`${wheels} wheels, every member hashed and compared with RECORD; ${rounds} rounds\n`);
const readings = interleave(readers, rounds);
const seconds = (name: string): number[] => (readings.get(name) ?? []).map((reading) => reading.seconds);

printTable(
  ['reader', 'wheels', 'members', 'median s', 'best s', 'peak MiB'],
  [...readings].map(([name, all]) => [
    name,
    String(all[0]?.wheels),
    String(all[0]?.members),
    median(seconds(name)).toFixed(2),
    Math.min(...seconds(name)).toFixed(2),
    (Math.max(...all.map(({ peakBytes }) => peakBytes)) / 2 ** 20).toFixed(0),
  ]),
);

const [first] = readings.get('wheelhouse-lint') ?? [];
for (const [name, all] of readings) {
  if (all.some((reading) => reading.wheels !== wheels || reading.members !== first?.members)) {
    console.error(`${name} did not find every wheel as RECORD says.`);
    process.exitCode = 1;
  }
}
judge([
  {
    text: 'hashing against zipfile and hashlib',
    measured: ratio(seconds('wheelhouse-lint'), seconds('zipfile and hashlib')),
    limit: 1,
    unit: ' x',
  },
]);
