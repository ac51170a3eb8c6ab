import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runProgram, sourceMain, wheelhouseLint } from '../support/command-line.ts';
import { tempFolder, writeFiles, writeWheels } from '../support/temp-wheelhouse.ts';

const root = join(import.meta.dirname, '../..');

/** A Node.js on this machine that is too old, where there is one. */
function oldNode(): string | undefined {
  const places = (process.env.PATH ?? '').split(':').map((folder) => join(folder, 'node'));
  return [...places, '/usr/bin/node', '/usr/local/bin/node'].find(
    (path) =>
      existsSync(path) && /^v(?:1\d|2[01])\./.test(execFileSync(path, ['--version'], { encoding: 'utf8' })),
  );
}

let main = '';
let cwd = '';

/** What a package has: the compiled and bundled program, no sources, its dependencies. */
beforeAll(async () => {
  const built = await tempFolder();
  await symlink(join(root, 'node_modules'), join(built, 'node_modules'));
  await writeFiles(built, { 'package.json': '{"type":"module"}' });
  await cp(join(root, 'scripts/bundle'), join(built, 'scripts/bundle'), { recursive: true });
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const steps = [
    [tsc, '-p', 'tsconfig.build.json', '--outDir', join(built, 'dist')],
    [join(built, 'scripts/bundle/bundle.ts')],
  ];
  for (const step of steps) {
    const { status, stdout, stderr } = await runProgram(process.execPath, step, { cwd: root });
    expect(status, `${stdout}${stderr}`).toBe(0);
  }
  main = join(built, 'dist/cli/main.js');
  cwd = await tempFolder();
  await writeWheels(cwd, 'demo-1.0+a.a-py3-none-any.whl', {
    filename: 'other-1.0-py3-none-any.whl',
    raw: '',
  });
}, 60_000);

describe('the built program does what the sources do', () => {
  test.each([
    ['a report for people', ['--offline', '.']],
    ['JSON', ['--offline', '--format', 'json', '.']],
    ['SARIF', ['--offline', '--format', 'sarif', '.']],
    ['HTML', ['--offline', '--format', 'html', '.']],
    ['a starting configuration', ['init', '--dry-run']],
    ['completions', ['completions', 'bash']],
    ['help', ['--help']],
    ['rules', ['rules', '--json']],
    ['wrong usage', ['--formt']],
  ])('%s', async (_name, args) => {
    const [built, source] = await Promise.all([
      wheelhouseLint(args, { cwd, main }),
      wheelhouseLint(args, { cwd, main: sourceMain }),
    ]);
    expect(built).toEqual(source);
  });
});

test('what a run found out about many wheels, the next need not read; --no-cache and the sources read all', async () => {
  const folder = await tempFolder();
  const names = Array.from({ length: 100 }, (_, number) => `wheels/demo-1.${number}-py2.py3-none-any.whl`);
  const [first = '', ...others] = names;
  const bytes = (await writeWheels(folder, first)).get(first) ?? '';
  await writeFiles(folder, Object.fromEntries(others.map((name) => [name, bytes])));
  // So that a later change shows in the times of the files.
  await new Promise((resolve) => setTimeout(resolve, 2100));
  const lint = (program: string, ...args: string[]) =>
    wheelhouseLint(['--no-index', '--cache-dir', 'kept', '--debug', ...args, 'wheels'], {
      cwd: folder,
      main: program,
    });
  const read = await lint(sourceMain);
  expect(read.stderr).not.toContain('cache of wheels');
  await lint(main, '--no-cache');
  expect(existsSync(join(folder, 'kept'))).toBe(false);
  for (const used of [0, 100]) {
    const { stdout, stderr } = await lint(main);
    expect(stdout).toBe(read.stdout);
    expect(stderr).toContain(`debug: cache of wheels: ${used} of its entries were used\n`);
  }
});

test('the licenses of the packages that it contains are there in full', async () => {
  const text = await readFile(join(dirname(main), 'LICENSES.txt'), 'utf8');
  const packages = [...text.matchAll(/^(\S+) \d\S* \(.*\)$/gm)].map(([, name = '']) => name);
  expect(packages).toContain('@renovatebot/pep440');
  for (const name of packages) {
    const folder = join(root, 'node_modules', name);
    for (const file of (await readdir(folder)).filter((entry) => /^licen[cs]e/i.test(entry)))
      expect(text).toContain((await readFile(join(folder, file), 'utf8')).trim());
  }
});

const old = oldNode();

test.skipIf(old === undefined)(
  `an old Node.js (${old ?? 'skipped: there is none here'}) gets one clear line`,
  async () => {
    const { status, stdout, stderr } = await wheelhouseLint(['.'], { cwd, main, ...(old && { node: old }) });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /^wheelhouse-lint needs Node\.js 22\.19 or newer, and this is [\d.]+: run it with a newer Node\.js\.\n$/,
    );
  },
);
