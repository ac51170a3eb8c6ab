import { readFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wheelhouseLint } from '../support/command-line.ts';
import { tempFolder, writeFiles } from '../support/temp-wheelhouse.ts';

const file = 'wheelhouse-lint.toml';
/** No configuration of pip but what a test adds. */
const bare = { PIP_CONFIG_FILE: devNull };

const init = (cwd: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
  wheelhouseLint(['init', ...args], { cwd, env: { ...bare, ...env } });

/** What is in force where the file lies. */
async function printed(cwd: string) {
  const { status, stdout, stderr } = await wheelhouseLint(['--print-config'], { cwd });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

/** Only names are looked at. */
async function folderWith(...wheels: readonly string[]): Promise<string> {
  const cwd = await tempFolder();
  await writeFiles(cwd, Object.fromEntries(wheels.map((wheel) => [wheel, ''])));
  return cwd;
}

const site = [
  'v4/numpy-2.1.0+computecanada-cp311-cp311-linux_x86_64.whl',
  'v4/torch-2.9.0+computecanada.cu126-cp312-cp312-linux_x86_64.whl',
  'generic/flask-3.0.0+computecanada-py3-none-any.whl',
  'generic/six-1.17.0-py2.py3-none-any.whl',
  'generic/jax-0.5+cpu-py3-none-any.whl',
];

test("a site's wheelhouse: its label, its preset, its folders as a comment, each with the reason", async () => {
  const cwd = await folderWith(...site);
  const { status, stdout, stderr } = await init(cwd);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(`Written: ${join(cwd, file)}`);
  expect(stdout).toContain("label: 'computecanada', which 3 of 4 labelled wheels carry (5 in all).");
  expect(stdout).toContain("preset: 'hpc', because the wheels have a label of their own.");
  expect(stdout).toContain("index: PyPI, because pip's configuration names none.");
  expect(stdout).toContain('stack: none yet; wheels lie in 2 folders');
  expect(await printed(cwd)).toMatchObject({
    label: 'computecanada',
    preset: 'hpc',
    stacks: [],
    python: null,
  });
});

test('what stands in comments is true and valid, once the marks are gone', async () => {
  const cwd = await folderWith(...site);
  await init(cwd);
  const text = await readFile(join(cwd, file), 'utf8');
  const tables = text.replaceAll(/^# (?=\[|[\w-]+ = )/gm, '');
  await writeFiles(cwd, { [file]: tables });
  expect(await printed(cwd)).toMatchObject({
    stacks: [{ name: 'default', 'find-links': [join(cwd, 'generic'), join(cwd, 'v4')] }],
    python: ['3.11', '3.12'],
    platform: ['linux_x86_64'],
    manylinux: false,
    rules: { 'newer-elsewhere': { severity: 'info' } },
    ignore: [{ rule: 'same-filename', reason: 'rebuilt on purpose' }],
  });
});

test("pip's configuration gives stacks and indexes, without passwords", async () => {
  const cwd = await folderWith(...site);
  const { stdout } = await init(cwd, [], {
    PIP_FIND_LINKS: `${join(cwd, 'generic')} ${join(cwd, 'v4')} /elsewhere/wheels`,
    PIP_EXTRA_INDEX_URL: 'https://me:secret@wheels.example.org/simple',
  });
  expect(stdout).toContain('stack: the find-links locations that PIP_FIND_LINKS lists (3).');
  expect(stdout).toContain('credentials: left out of the file');
  const text = await readFile(join(cwd, file), 'utf8');
  expect(text + stdout).not.toMatch(/secret|me:/);
  expect(text).toContain('find-links = [ "generic", "v4", "/elsewhere/wheels" ]');
  expect(await printed(cwd)).toMatchObject({
    stacks: [{ name: 'pip', 'find-links': [join(cwd, 'generic'), join(cwd, 'v4'), '/elsewhere/wheels'] }],
    indexes: [
      { url: 'https://pypi.org/pypi', api: 'auto' },
      { url: 'https://wheels.example.org/simple', api: 'simple' },
    ],
  });
});

test('a pip without an index leads to no index', async () => {
  const cwd = await folderWith(...site);
  const { stdout } = await init(cwd, [], { PIP_NO_INDEX: '1' });
  expect(stdout).toContain('index: none, as PIP_NO_INDEX says.');
  expect(await printed(cwd)).toMatchObject({ indexes: [] });
});

test('a configuration that stops pip is told, and left out', async () => {
  const cwd = await folderWith(...site);
  const { status, stdout } = await init(cwd, [], { PIP_NO_INDEX: 'perhaps' });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ {2}pip: .*perhaps/m);
  expect(await printed(cwd)).toMatchObject({ label: 'computecanada' });
});

test.each([
  ['an empty folder', [], { label: null, preset: 'recommended' }],
  [
    'wheels without labels',
    ['a-1-py3-none-any.whl', 'b-1-py3-none-any.whl'],
    { label: null, preset: 'recommended' },
  ],
  ['wheels for one machine', ['a-1-cp311-cp311-linux_x86_64.whl'], { label: null, preset: 'hpc' }],
  ["a vendor's labels", ['a-1+cpu-py3-none-any.whl', 'b-1+cpu-py3-none-any.whl'], { label: null }],
  ['one labelled wheel', ['a-1+mine-py3-none-any.whl'], { label: null }],
  ['names that mean nothing', ['odd.whl', 'a-1-py3-none-any.whl'], { preset: 'recommended' }],
])('%s', async (_name, wheels, expected) => {
  const cwd = await folderWith(...wheels);
  expect((await init(cwd)).status).toBe(0);
  expect(await printed(cwd)).toMatchObject(expected);
});

describe('nothing is lost', () => {
  test('a file that is there stays, unless --force', async () => {
    const cwd = await folderWith(...site);
    await writeFiles(cwd, { [file]: 'preset = "pypi"\n' });
    const refused = await init(cwd);
    expect({ status: refused.status, stdout: refused.stdout }).toEqual({ status: 2, stdout: '' });
    expect(refused.stderr).toContain('is there already: --dry-run shows what would be written');
    expect(await readFile(join(cwd, file), 'utf8')).toBe('preset = "pypi"\n');
    expect((await init(cwd, ['--force'])).status).toBe(0);
    expect(await printed(cwd)).toMatchObject({ preset: 'hpc' });
  });

  test('a table in pyproject.toml counts as one', async () => {
    const cwd = await folderWith(...site);
    await writeFiles(cwd, { 'pyproject.toml': '[tool.wheelhouse-lint]\npreset = "pypi"\n' });
    expect((await init(cwd)).stderr).toContain('has a table [tool.wheelhouse-lint] already');
  });

  test('--dry-run writes to standard output alone', async () => {
    const cwd = await folderWith(...site);
    const { status, stdout, stderr } = await init(cwd, ['--dry-run']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^#:schema https:\/\//);
    expect(stderr).toMatch(/^note: label: 'computecanada'/);
    await expect(readFile(join(cwd, file))).rejects.toThrow('ENOENT');
  });
});

test('a folder elsewhere gets the file, a file none', async () => {
  const cwd = await folderWith(...site.map((path) => `wheels/${path}`));
  expect((await init(cwd, ['wheels'])).stdout).toContain('Next, in that folder:');
  expect(await printed(join(cwd, 'wheels'))).toMatchObject({ label: 'computecanada' });
  for (const [word, message] of [
    ['nowhere', "There is no file or folder 'nowhere'."],
    ['wheels/generic/six-1.17.0-py2.py3-none-any.whl', 'is not a folder.'],
  ] as const) {
    const { status, stderr } = await init(cwd, [word]);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  }
});

test('the name of a folder breaks out of no comment', async () => {
  const cwd = await folderWith('a\nlabel = "x"/a-1-py3-none-any.whl', 'b/b-1-py3-none-any.whl');
  await init(cwd);
  expect(await printed(cwd)).toMatchObject({ label: null });
});
