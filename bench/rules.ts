/** What the rules of presets add to reading, `--deep` and linkage left out: `node bench/rules.ts [rounds]`. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { wheelhouse } from './generate/wheelhouse.ts';
import { interleave, median, ratio } from './measure.ts';
import { parseReading, type Reading } from './readers/report.ts';
import { judge, machine, printTable } from './table.ts';

const rounds = Number(process.argv[2] ?? 7);
const house = wheelhouse();
const presets = ['recommended', 'strict'];
const script = join(import.meta.dirname, 'readers', 'rules.ts');
const subjects = new Map(
  ['reading', ...presets].map((name): [string, () => Reading] => [
    name,
    () => {
      const args = [script, house.folder, name === 'reading' ? '' : name];
      return parseReading(execFileSync(process.execPath, args, { encoding: 'utf8' }));
    },
  ]),
);

console.log(machine());
console.log(`${house.wheels} wheels, ${house.members} members; ${rounds} rounds\n`);
const readings = interleave(subjects, rounds);
const seconds = (name: string): number[] => (readings.get(name) ?? []).map(({ userSeconds }) => userSeconds);
const added = (name: string): number => ratio(seconds(name), seconds('reading'));

printTable(
  ['rules', 'wheels', 'members', 'median user s', 'best user s', 'x reading', 'peak MiB'],
  [...readings].map(([name, all]) => [
    name,
    String(all[0]?.wheels),
    String(all[0]?.members),
    median(seconds(name)).toFixed(2),
    Math.min(...seconds(name)).toFixed(2),
    added(name).toFixed(2),
    (Math.max(...all.map(({ peakBytes }) => peakBytes)) / 2 ** 20).toFixed(0),
  ]),
);
for (const [name, all] of readings) {
  if (all.some(({ wheels, members }) => wheels !== house.wheels || members !== house.members)) {
    console.error(`${name} did not read every wheel and member.`);
    process.exitCode = 1;
  }
}
judge(
  presets.map((name) => ({
    text: `reading with the rules of ${name}, against reading alone`,
    measured: added(name),
    limit: 1.5,
    unit: ' x',
  })),
);
