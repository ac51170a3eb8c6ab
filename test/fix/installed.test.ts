import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { declareWheel } from '../../fixtures/declaration.ts';
import { wheelhouseLint } from '../support/command-line.ts';
import { lintToJson } from '../support/json-report.ts';
import { tempFolder, writeWheels } from '../support/temp-wheelhouse.ts';
import { compareWheels } from './support/compare-wheels.ts';
import { asksPip, pipInstall, pipVersion } from './support/pip.ts';

type Wheel = Parameters<typeof declareWheel>[0];

const native = { 'demo/libdemo.so': 'binary: elf x86_64', 'demo/__init__.py': '' };

interface Case {
  readonly name: string;
  readonly wheel: Wheel;
  readonly fix: readonly string[];
  readonly filename: string;
  readonly version?: string;
  readonly requires?: readonly string[];
  /** A file that is installed. */
  readonly file?: string;
  /** Texts whose contents change. */
  readonly changed: readonly string[];
  readonly folders?: Readonly<Record<string, string>>;
  /** The rule that has nothing more to say. */
  readonly rule?: string;
}

const relabelled = { 'demo-1.0+site.dist-info': 'demo-1.0.dist-info', 'demo-1.0+site.data': 'demo-1.0.data' };

const cases: readonly Case[] = [
  {
    name: 'a label',
    wheel: {
      filename: 'demo-1.0-py3-none-any.whl',
      files: {
        'demo.py': 'x = 1\n',
        'demo-1.0.data/purelib/more.py': '',
        'demo-1.0.data/scripts/run': '#!python\n',
      },
      'dist-info': { 'entry_points.txt': '', 'licenses/LICENSE': 'MIT' },
    },
    fix: ['--local-label', 'site'],
    filename: 'demo-1.0+site-py3-none-any.whl',
    version: '1.0+site',
    file: 'demo-1.0+site.dist-info/licenses/LICENSE',
    changed: ['METADATA', 'RECORD'],
    folders: relabelled,
  },
  {
    name: 'a label that stands only in the file name',
    wheel: { filename: 'demo-1.0+site-py3-none-any.whl', version: '1.0', files: { 'demo.py': '' } },
    fix: ['--local-label', 'site'],
    filename: 'demo-1.0+site-py3-none-any.whl',
    version: '1.0+site',
    file: 'demo.py',
    changed: ['METADATA', 'RECORD'],
    folders: relabelled,
    rule: 'metadata-mismatch',
  },
  {
    name: 'a label that is there twice',
    wheel: { filename: 'demo-1.0+site.site-py3-none-any.whl', files: { 'demo.py': '' } },
    fix: ['--local-label', 'site'],
    filename: 'demo-1.0+site-py3-none-any.whl',
    version: '1.0+site',
    changed: ['METADATA', 'RECORD'],
    folders: { 'demo-1.0+site.dist-info': 'demo-1.0+site.site.dist-info' },
    rule: 'unexpected-local-label',
  },
  {
    name: 'a label with a build tag, METADATA with carriage returns',
    wheel: {
      filename: 'Demo-1.0-3-py3-none-any.whl',
      'dist-info': { METADATA: 'Metadata-Version: 2.1\r\nName: Demo\r\nVersion: 1.0\r\n\r\nA text.\r\n' },
    },
    fix: ['--local-label', 'site'],
    filename: 'Demo-1.0+site-3-py3-none-any.whl',
    version: '1.0+site',
    changed: ['METADATA', 'RECORD'],
    folders: { 'Demo-1.0+site.dist-info': 'Demo-1.0.dist-info' },
  },
  {
    name: 'the suggested tags',
    wheel: {
      filename: 'demo-1.0-py2.py3-none-any.whl',
      files: native,
      'dist-info': {
        WHEEL: 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py2-none-any\nTag: py3-none-any\n',
      },
    },
    fix: ['--retag', 'auto'],
    filename: 'demo-1.0-py3-none-linux_x86_64.whl',
    file: 'demo/libdemo.so',
    changed: ['WHEEL', 'RECORD'],
    rule: 'native-in-any',
  },
  {
    name: 'given tags, after a mere renaming',
    wheel: {
      filename: 'demo-1.0-py3-none-linux_x86_64.whl',
      files: native,
      'dist-info': {
        WHEEL:
          'Wheel-Version: 1.0\r\nGenerator: hand\r\nRoot-Is-Purelib: true\r\nTag: py3-none-manylinux2014_x86_64\r\n',
      },
    },
    fix: ['--retag', 'py3-none-linux_x86_64'],
    filename: 'demo-1.0-py3-none-linux_x86_64.whl',
    file: 'demo/libdemo.so',
    changed: ['WHEEL', 'RECORD'],
  },
  {
    name: 'requirements that are dropped',
    wheel: {
      filename: 'demo-1.0-py3-none-any.whl',
      requires: ['nvidia-cudnn-cu13==9.24.0.43', 'numpy>=1', 'cuda-toolkit[cublas]==13.0.3; extra == "x"'],
    },
    fix: ['--drop-requirement', 'nvidia'],
    filename: 'demo-1.0-py3-none-any.whl',
    requires: ['numpy>=1'],
    changed: ['METADATA', 'RECORD'],
    rule: 'nvidia-requirement',
  },
  {
    name: 'requirements that are replaced and added',
    wheel: {
      filename: 'demo-1.0-py3-none-any.whl',
      requires: ['tensorflow-cpu[a]>=2; python_version > "3"', 'numpy===2.1.0'],
    },
    fix: [
      '--replace-requirement',
      'tensorflow-cpu=tensorflow',
      '--replace-requirement',
      'numpy=numpy==2.1.0',
      '--add-requirement',
      'torch~=2.9.0',
    ],
    filename: 'demo-1.0-py3-none-any.whl',
    requires: ['tensorflow[a]>=2; python_version > "3"', 'numpy==2.1.0', 'torch~=2.9.0'],
    changed: ['METADATA', 'RECORD'],
    rule: 'label-breaking-requirement',
  },
  {
    name: 'RECORD',
    wheel: {
      filename: 'demo-1.0-py3-none-any.whl',
      files: { 'demo.py': 'x = 1\n' },
      'dist-info': { RECORD: 'gone.py,sha256=x,1\r\ndemo.py,sha256=wrong,6\r\n' },
    },
    fix: ['--record'],
    filename: 'demo-1.0-py3-none-any.whl',
    file: 'demo.py',
    changed: ['RECORD'],
  },
  {
    name: 'no RECORD',
    wheel: { filename: 'demo-1.0-py3-none-any.whl', files: { 'demo.py': 'x = 1\n' }, omit: ['RECORD'] },
    fix: ['--record', '--local-label', 'site'],
    filename: 'demo-1.0+site-py3-none-any.whl',
    version: '1.0+site',
    file: 'demo.py',
    changed: ['METADATA', 'RECORD'],
    folders: relabelled,
  },
  {
    name: 'all at once, with a signature that becomes void',
    wheel: {
      filename: 'demo-1.0-py3-none-any.whl',
      files: native,
      requires: ['nvidia-nccl-cu12'],
      'dist-info': { 'RECORD.jws': '{}' },
    },
    fix: ['--local-label', 'site', '--retag', 'auto', '--drop-requirement', 'nvidia', '--record'],
    filename: 'demo-1.0+site-py3-none-linux_x86_64.whl',
    version: '1.0+site',
    requires: [],
    file: 'demo/libdemo.so',
    changed: ['METADATA', 'WHEEL', 'RECORD'],
    folders: relabelled,
  },
];

/** A fixed wheel, beside the one that it was made from. */
interface Fixed {
  readonly before: string;
  readonly after: string;
  readonly folder: string;
}

const made = new Map<Case, Promise<Fixed>>();

/** The tests of a case share one. */
function fixed(item: Case): Promise<Fixed> {
  const known = made.get(item) ?? fix(item);
  made.set(item, known);
  return known;
}

async function fix({ wheel, fix }: Case): Promise<Fixed> {
  const folder = await tempFolder();
  await writeWheels(folder, { ...wheel, folder: 'in' });
  const { status, stdout, stderr } = await wheelhouseLint(
    ['fix', ...fix, '--no-config', '--output-dir', 'out', 'in'],
    { cwd: folder },
  );
  expect({ status, stderr }, stdout).toEqual({ status: 0, stderr: '' });
  const [name = ''] = await readdir(join(folder, 'out'));
  return { before: join(folder, 'in', wheel.filename), after: join(folder, 'out', name), folder };
}

describe.each(cases.map((item) => [item.name, item] as const))('%s', (_name, item) => {
  test('the archive holds what it should, and RECORD says so', async () => {
    const { before, after } = await fixed(item);
    expect(after.split('/').at(-1)).toBe(item.filename);
    const [result] = compareWheels([{ before, after, ...(item.folders && { folders: item.folders }) }]);
    expect(result).toMatchObject({ damaged: null, record: [], faults: [] });
    expect(result?.changed.map((member) => member.split('/').at(-1))).toEqual(item.changed);
  });

  test.skipIf(pipVersion === undefined)(asksPip('pip installs it'), async () => {
    const { after, folder } = await fixed(item);
    const version = item.version ?? '1.0';
    const installed = await pipInstall(join(folder, 'out'), `demo==${version}`);
    expect(installed.version).toBe(version);
    expect(installed.requires).toEqual(item.requires ?? []);
    if (item.file !== undefined) expect(installed.files).toContain(item.file);
    const missing = (item.requires ?? []).map((requirement) => /^[\w-]+/.exec(requirement)?.[0]);
    const expected = missing.map((name) => `demo ${version} requires ${name}, which is not installed.`);
    expect(installed.check.split('\n').sort()).toEqual(
      expected.length > 0 ? expected.sort() : ['No broken requirements found.'],
    );
    expect(after).toContain(item.filename);
  });

  test('the linter has nothing left to say, and the same fix nothing to do', async () => {
    const { folder, after } = await fixed(item);
    const args = ['--no-config', '--no-index', ...(item.rule === undefined ? [] : ['--select', item.rule])];
    if (item.rule !== undefined) {
      const before = await lintToJson([...args, 'in'], { cwd: folder });
      expect(before.report.findings.map(({ fixable }) => fixable)).toContain(true);
    }
    const { report } = await lintToJson([...args, 'out'], { cwd: folder });
    expect(
      report.findings.filter(({ rule }) => rule !== 'unexpected-local-label' || rule === item.rule),
    ).toEqual([]);
    const bytes = await readFile(after);
    const again = await wheelhouseLint(['fix', ...item.fix, '--no-config', '--in-place', 'out'], {
      cwd: folder,
    });
    expect(again.stdout).toBe('✔ 1 wheel, nothing to fix.\n');
    expect(await readFile(after)).toEqual(bytes);
  });

  test('the same input gives the same output', async () => {
    const [one, other] = [await fixed(item), await fix(item)];
    expect((await readFile(one.after)).equals(await readFile(other.after))).toBe(true);
  });
});

test('METADATA keeps its line ends, its order and its body', async () => {
  const folder = await tempFolder();
  const METADATA =
    'Metadata-Version: 2.1\r\nName: demo\r\nX-Odd: J\xf6rg\r\nVersion: 1.0\r\n\r\nVersion: 1.0\nbody';
  await writeWheels(folder, { filename: 'demo-1.0-py3-none-any.whl', 'dist-info': { METADATA } });
  await wheelhouseLint(['fix', '--local-label', 'site', '--in-place', '.'], { cwd: folder });
  const script = 'import sys,zipfile;sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))';
  await writeFile(join(folder, 'read.py'), script);
  const { execFileSync } = await import('node:child_process');
  const text = execFileSync(
    'python3',
    ['read.py', 'demo-1.0+site-py3-none-any.whl', 'demo-1.0+site.dist-info/METADATA'],
    { cwd: folder, encoding: 'utf8' },
  );
  expect(text).toBe(METADATA.replace('Version: 1.0\r', 'Version: 1.0+site\r'));
});
