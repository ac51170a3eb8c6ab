/** Compares ways to read the generated wheelhouse: `node bench/reading.ts [rounds]`. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { wheelhouse } from './generate/wheelhouse.ts';
import { interleave, median, ratio } from './measure.ts';
import { parseReading, type Reading } from './readers/report.ts';
import { judge, machine, printTable } from './table.ts';

const rounds = Number(process.argv[2] ?? 7);
const house = wheelhouse();
const python = execFileSync('python3', ['--version'], { encoding: 'utf8' }).trim();

/** Each in a process of its own, so that none profits from what another has warmed up. */
const readers = new Map([
  ['floor', reader(process.execPath, 'floor.ts')],
  ['wheelhouse-lint', reader(process.execPath, 'ours.ts')],
  ['zipfile', reader('python3', 'zipfile_reader.py')],
]);

function reader(program: string, script: string): () => Reading {
  const path = join(import.meta.dirname, 'readers', script);
  return () => parseReading(execFileSync(program, [path, house.folder], { encoding: 'utf8' }));
}

console.log(`${machine()}, ${python}`);
console.log(
  `${house.wheels} wheels, ${house.members} members, ${(house.bytes / 1e9).toFixed(2)} GB; ${rounds} rounds\n`,
);
const readings = interleave(readers, rounds);
const seconds = (name: string): number[] => (readings.get(name) ?? []).map((reading) => reading.seconds);

printTable(
  ['reader', 'wheels', 'members', 'median s', 'best s', 'x floor', 'x zipfile', 'peak MiB'],
  [...readings].map(([name, all]) => [
    name,
    String(all[0]?.wheels),
    String(all[0]?.members),
    median(seconds(name)).toFixed(2),
    Math.min(...seconds(name)).toFixed(2),
    ratio(seconds(name), seconds('floor')).toFixed(2),
    ratio(seconds(name), seconds('zipfile')).toFixed(2),
    (Math.max(...all.map(({ peakBytes }) => peakBytes)) / 2 ** 20).toFixed(0),
  ]),
);

for (const [name, all] of readings) {
  if (all.some(({ wheels, members }) => wheels !== house.wheels || members !== house.members)) {
    console.error(`${name} did not read every wheel and member.`);
    process.exitCode = 1;
  }
}
judge([
  {
    text: 'reading against the floor',
    measured: ratio(seconds('wheelhouse-lint'), seconds('floor')),
    limit: 3,
    unit: ' x',
  },
  {
    text: 'reading against zipfile',
    measured: ratio(seconds('wheelhouse-lint'), seconds('zipfile')),
    limit: 1,
    unit: ' x',
  },
]);
