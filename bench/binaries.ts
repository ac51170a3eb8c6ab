/** What rules about native members add to reading: `node bench/binaries.ts [folder] [rounds]`. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { wheelhouse } from './generate/wheelhouse.ts';
import { interleave, median, ratio } from './measure.ts';
import { parseReading, type Reading } from './readers/report.ts';
import { judge, machine, printTable } from './table.ts';

const folder = process.argv[2] ?? wheelhouse().folder;
const rounds = Number(process.argv[3] ?? 5);

const sets = new Map([
  ['reading', ''],
  ['headers and names', 'WHL402,WHL403,WHL404,WHL405,WHL406,WHL408'],
  ['promises', 'WHL407'],
  ['linkage', 'WHL801,WHL802,WHL803,WHL804,WHL805,WHL806'],
]);
const script = join(import.meta.dirname, 'readers', 'rules.ts');
const subjects = new Map(
  Array.from(sets, ([name, codes]): [string, () => Reading] => [
    name,
    () => parseReading(execFileSync(process.execPath, [script, folder, codes], { encoding: 'utf8' })),
  ]),
);

console.log(machine());
const readings = interleave(subjects, rounds);
const seconds = (name: string): number[] => (readings.get(name) ?? []).map((reading) => reading.seconds);
const added = (name: string): number => ratio(seconds(name), seconds('reading'));

printTable(
  ['rules', 'wheels', 'median s', 'x reading', 'peak MiB'],
  [...readings].map(([name, all]) => [
    name,
    String(all[0]?.wheels),
    median(seconds(name)).toFixed(2),
    added(name).toFixed(2),
    (Math.max(...all.map(({ peakBytes }) => peakBytes)) / 2 ** 20).toFixed(0),
  ]),
);

// Of a folder of one's own, whose wheels nobody knows, nothing is asked.
if (process.argv[2] === undefined) {
  judge(
    ['headers and names', 'promises'].map((name) => ({
      text: `reading with the rules for ${name}, against reading alone`,
      measured: added(name),
      limit: 1.5,
      unit: ' x',
    })),
  );
}
