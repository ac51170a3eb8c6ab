/**
 * Compares relabelling with copying, and with unpacking and packing again:
 * `node bench/fixing.ts [path of main.js] [rounds]`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { largeWheel } from './generate/large-wheel.ts';
import { makePool } from './generate/pool.ts';
import { generateWheel } from './generate/wheel.ts';
import { workFolder } from './generate/wheelhouse.ts';
import { interleave, median, ratio } from './measure.ts';
import { judge, machine, printTable } from './table.ts';

const main = resolve(process.argv[2] ?? join(import.meta.dirname, '../dist/cli/main.js'));
const rounds = Number(process.argv[3] ?? 7);
if (!existsSync(main)) throw new Error(`${main} is not there: npm run build`);

const seed = 20_261_121;
const smallCount = 1000;
/** A wheel past this is not small. In bytes. */
const smallest = 512 * 1024;
const work = join(workFolder, 'fixing-1');
const out = join(work, 'out');

function smallWheels(): string {
  const folder = join(work, 'small');
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length === smallCount) return folder;
  const pool = makePool(seed);
  for (let made = 0, index = 0; made < smallCount; index += 1) {
    const { filename, bytes } = generateWheel(pool, seed, index);
    if (bytes.length > smallest || filename.includes('+')) continue;
    writeFileSync(join(folder, filename), bytes);
    made = readdirSync(folder).length;
  }
  return folder;
}

/** What a run took. */
interface Run {
  readonly seconds: number;
  /** Most memory that it held; 0 where nobody asked. In bytes. */
  readonly peak: number;
}

/** Runs programs one after the other, each time into an empty folder and with nothing left to be written. */
function time(...commands: readonly (readonly [program: string, ...args: string[]])[]): () => Run {
  return () => {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    execFileSync('sync');
    const start = performance.now();
    let peak = 0;
    for (const [program, ...args] of commands) {
      const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`exit status ${status} of ${program} ${args.join(' ')}\n${stderr}`);
      peak = Number(/^peak (\d+)$/m.exec(stderr)?.[1] ?? 0);
    }
    return { seconds: (performance.now() - start) / 1000, peak };
  };
}

function fix(path: string): () => Run {
  const peak = join(import.meta.dirname, 'fixers/peak.ts');
  const args = [
    '--import',
    peak,
    main,
    'fix',
    '--no-config',
    '--local-label',
    'bench',
    '--output-dir',
    out,
    path,
  ];
  return time([process.execPath, ...args]);
}

const late = join(work, 'late', 'large-1.0-cp311-cp311-linux_x86_64.whl');
const early = join(work, 'early', 'large-1.0-cp311-cp311-linux_x86_64.whl');
largeWheel(late, false);
largeWheel(early, true);
const small = smallWheels();
const copied = join(out, 'copy.whl');
const script = join(import.meta.dirname, 'fixers/zipfile_fixer.py');

const copy = 'cp and sync of 520 MB';
const fixLate = 'fix, dist-info last';
const fixEarly = 'fix, dist-info first';
const fixSmall = 'fix, 1,000 small wheels';
const zipfile = 'zipfile, 1,000 small wheels';
const runs = new Map([
  [copy, time(['cp', late, copied], ['sync', copied])],
  [fixLate, fix(late)],
  [fixEarly, fix(early)],
  [fixSmall, fix(small)],
  [zipfile, time(['python3', script, small, out, 'bench'])],
]);

console.log(`${machine()}; ${rounds} rounds\n`);
const results = interleave(runs, rounds);
rmSync(out, { recursive: true, force: true });
const seconds = (name: string): number[] => (results.get(name) ?? []).map((run) => run.seconds);
const peak = (name: string): number =>
  Math.max(...(results.get(name) ?? []).map((run) => run.peak)) / 2 ** 20;

printTable(
  ['run', 'median s', 'best s', 'peak MiB'],
  [...results.keys()].map((name) => [
    name,
    median(seconds(name)).toFixed(2),
    Math.min(...seconds(name)).toFixed(2),
    peak(name) > 0 ? peak(name).toFixed(0) : '',
  ]),
);
judge([
  {
    text: 'relabelling against a copy',
    measured: ratio(seconds(fixLate), seconds(copy)),
    limit: 1.3,
    unit: ' x',
  },
  {
    text: 'with dist-info first',
    measured: ratio(seconds(fixEarly), seconds(copy)),
    limit: 1.3,
    unit: ' x',
  },
  { text: 'memory', measured: Math.max(peak(fixLate), peak(fixEarly)), limit: 143, unit: ' MiB' },
  {
    text: 'small wheels against zipfile',
    measured: ratio(seconds(fixSmall), seconds(zipfile)),
    limit: 1,
    unit: ' x',
  },
]);
