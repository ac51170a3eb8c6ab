import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { buildWheel } from '../../../fixtures/build-wheel.ts';
import { declareWheel } from '../../../fixtures/declaration.ts';
import { runProgram } from '../../support/command-line.ts';
import { codesAndWheels, lintToJson } from '../../support/json-report.ts';
import { startSimpleIndex } from '../../support/simple-index.ts';
import { tempFolder, writeFiles, writeWheels } from '../../support/temp-wheelhouse.ts';

const pip = await runProgram('python3', ['-m', 'pip', '--version'], { cwd: process.cwd() });
if (pip.status !== 0)
  console.log(`What pip does with hashes is not compared, because there is none: ${pip.stderr.trim()}`);

const filename = 'demo-1.0-py3-none-any.whl';
const upstream = await buildWheel(declareWheel({ filename, files: { 'on_index.py': '' } }));
const theirs = sha256Of(upstream);
const nobodys = 'f'.repeat(64);

function sha256Of(bytes: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');
}

/** What pip does with a requirement and its hashes, and what this program says of the wheel in the folder. */
async function outcomeOf(hashes: (mine: string) => readonly string[], index: string | undefined) {
  const cwd = await tempFolder();
  const built = await writeWheels(cwd, `wheels/${filename}`);
  const options = hashes(sha256Of(built.get(`wheels/${filename}`))).map(
    (hash) => ` \\\n  --hash=sha256:${hash}`,
  );
  await writeFiles(cwd, { 'requirements.txt': `demo==1.0${options.join('')}\n` });
  const sources = [
    ...(index === undefined ? ['--no-index'] : ['--index-url', index]),
    '--find-links',
    'wheels',
  ];
  const flags = '--dry-run --ignore-installed --no-deps --report - --quiet --no-cache-dir'.split(' ');
  const { status, stdout, stderr } = await runProgram(
    'python3',
    ['-m', 'pip', 'install', ...flags, ...sources, '--disable-pip-version-check', '-r', 'requirements.txt'],
    { cwd, env: { PIP_CONFIG_FILE: '/dev/null', PIP_BREAK_SYSTEM_PACKAGES: '1', no_proxy: '127.0.0.1' } },
  );
  const { report } = await lintToJson(
    ['--no-config', '--no-index', '--select', 'lock-mismatch', '--lock-file', 'requirements.txt', 'wheels'],
    { cwd },
  );
  return {
    pip: /DO NOT MATCH THE HASHES/.test(stderr)
      ? 'refuses'
      : status === 0 && /"url": "(file|http):/.exec(stdout)?.[1] === 'file'
        ? 'takes mine'
        : `takes theirs (${status})`,
    said: codesAndWheels(report),
  };
}

const flagged = [`WHL109 wheels/${filename}`];

describe.skipIf(pip.status !== 0)('what is said of hashes is what pip does', () => {
  test.each<[what: string, hashes: (mine: string) => string[], pip: string, said: readonly string[]]>([
    ['mine', (mine) => [mine], 'takes mine', []],
    ['mine among others', (mine) => [nobodys, mine], 'takes mine', []],
    ["nobody's", () => [nobodys], 'refuses', flagged],
  ])('the folder alone: %s', async (_, hashes, does, said) => {
    expect(await outcomeOf(hashes, undefined)).toEqual({ pip: does, said });
  });

  test('where an index has the promised file, that is taken', async () => {
    const server = await startSimpleIndex(new Map([['demo', new Map([[filename, upstream]])]]));
    try {
      expect(await outcomeOf(() => [theirs], server.url)).toEqual({ pip: 'takes theirs (0)', said: flagged });
      expect(await outcomeOf((mine) => [theirs, mine], server.url)).toEqual({
        pip: 'takes theirs (0)',
        said: [],
      });
    } finally {
      await server.close();
    }
  });
});
