import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
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
  await writeFiles(built, {
    'package.json': '{"type":"module"}',
    'scripts/bundle.ts': await readFile(join(root, 'scripts/bundle.ts')),
  });
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const steps = [
    [tsc, '-p', 'tsconfig.build.json', '--outDir', join(built, 'dist')],
    [join(built, 'scripts/bundle.ts')],
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
