/** What verdicts cost beside pip's own evaluator: `node bench/verdicts.ts [rounds]`. */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as v from 'valibot';
import { interleave, median, ratio } from './measure.ts';
import { judge, machine, printTable } from './table.ts';
import { indexAnswers, localWheels } from './verdicts/wheelhouse.ts';

const rounds = Number(process.argv[2] ?? 7);
const timing = v.object({ seconds: v.number() });
const script = (name: string): string => join(import.meta.dirname, 'verdicts', name);

/** For pip: each project with the versions to pin and the names of all files. */
function questions(): string {
  const local = Map.groupBy(localWheels(), ({ name }) => name?.project ?? '');
  const projects = Array.from(indexAnswers(), ([project, [answer]]) => {
    const wheels = local.get(project) ?? [];
    const listed = answer?.status === 'listed' ? answer.files.map(({ filename }) => filename) : [];
    const versions = new Set(wheels.map(({ name }) => name?.version.public));
    return [project, [...versions], [...wheels.map(({ location }) => location.filename), ...listed]];
  });
  return JSON.stringify(projects);
}

const subjects = new Map([
  [
    'wheelhouse-lint',
    () =>
      v.parse(timing, JSON.parse(execFileSync(process.execPath, [script('ours.ts')], { encoding: 'utf8' }))),
  ],
]);
const pip = spawnSync('python3', ['-m', 'pip', '--version'], { encoding: 'utf8' });
if (pip.status === 0) {
  const input = questions();
  subjects.set("pip's evaluator", () =>
    v.parse(
      timing,
      JSON.parse(
        execFileSync('python3', [script('pip_evaluator.py')], {
          input,
          encoding: 'utf8',
          maxBuffer: 2 ** 26,
        }),
      ),
    ),
  );
}

console.log(`${machine()}, ${pip.status === 0 ? pip.stdout.split(' from ')[0] : 'no pip to compare with'}`);
console.log(`10,000 wheels in 2,000 projects, 60 files of an index for each; ${rounds} rounds\n`);
const results = interleave(subjects, rounds);
const seconds = (name: string): number[] => (results.get(name) ?? []).map((result) => result.seconds);
printTable(
  ['subject', 'verdicts for', 'median s', 'best s', 'x ours'],
  [...results.keys()].map((name) => [
    name,
    name === 'wheelhouse-lint' ? 'pip and uv, 2 Pythons' : 'pip, 2 Pythons',
    median(seconds(name)).toFixed(2),
    Math.min(...seconds(name)).toFixed(2),
    ratio(seconds(name), seconds('wheelhouse-lint')).toFixed(2),
  ]),
);
judge([
  { text: 'all conflict rules', measured: median(seconds('wheelhouse-lint')), limit: 1, unit: ' s' },
  ...(pip.status === 0
    ? [
        {
          text: "all conflict rules against pip's evaluator",
          measured: ratio(seconds('wheelhouse-lint'), seconds("pip's evaluator")),
          limit: 1,
          unit: ' x',
        },
      ]
    : []),
]);
