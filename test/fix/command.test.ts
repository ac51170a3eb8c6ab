import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { runProgram, sourceMain, wheelhouseLint } from '../support/command-line.ts';
import { recorded, tempFolder, tempWheelhouse, writeFiles, writeWheels } from '../support/temp-wheelhouse.ts';
import { rawZip } from '../wheel/raw-zip.ts';

const demo = 'demo-1.0-py3-none-any.whl';
const labelled = 'demo-1.0+site-py3-none-any.whl';

async function folderWith(...wheels: Parameters<typeof writeWheels>[1][]): Promise<string> {
  const folder = await tempFolder();
  await writeWheels(folder, ...wheels);
  return folder;
}

function fix(cwd: string, ...args: readonly string[]) {
  return wheelhouseLint(['fix', '--no-config', ...args], { cwd });
}

describe('wrong usage is one line', () => {
  test.each([
    [[], 'Say where new wheels go: --in-place, or --output-dir <folder>; --dry-run shows what would change.'],
    [['--in-place', '--output-dir', 'out'], 'Say either --in-place or --output-dir, not both.'],
    [
      ['--in-place', '--local-label', 'a-'],
      "--local-label: 'a-' is not a local version label: it has letters, digits and dots.",
    ],
    [
      ['--in-place', '--local-label', 'a', '--existing-label', 'kepp'],
      "--existing-label cannot be 'kepp'. Did you mean 'keep'?",
    ],
    [
      ['--in-place', '--retag', 'linux_x86_64'],
      "--retag: 'linux_x86_64' is not a python, an abi and a platform tag, as in py3-none-linux_x86_64, nor 'auto'.",
    ],
    [['--in-place', '--format', 'jsno'], "--format cannot be 'jsno'. Did you mean 'json'?"],
    [['--in-place', '--add-requirement', 'torch=2'], "--add-requirement: 'torch=2' is not a requirement: "],
    [
      ['--in-place', '--local-lable', 'a'],
      "Unknown option '--local-lable'. Did you mean '--local-label'? See 'wheelhouse-lint fix --help'.",
    ],
    [['--in-place', 'nowhere'], "There is no file or folder 'nowhere'."],
    [['--in-place', 'empty'], "There are no wheels (*.whl) in 'empty'."],
  ])('%j', async (args, message) => {
    const cwd = await folderWith(demo);
    await mkdir(join(cwd, 'empty'));
    const { status, stdout, stderr } = await fix(cwd, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(await readdir(cwd)).toEqual([demo, 'empty']);
  });
});

describe('what is shown', () => {
  test('--dry-run is a diff, and writes nothing', async () => {
    const cwd = await folderWith({
      filename: demo,
      files: { 'demo-1.0.data/purelib/a.py': '' },
      requires: ['nvidia-nccl-cu12', 'numpy'],
    });
    const args = ['--dry-run', '--local-label', 'site', '--drop-requirement', 'nvidia', '.'];
    const { status, stdout, stderr } = await fix(cwd, ...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.replace(/sha256=[\w-]+/g, 'sha256=…')).toBe(`${demo}
  → ${labelled}
  demo-1.0.dist-info/ → demo-1.0+site.dist-info/
  demo-1.0.data/ → demo-1.0+site.data/
  demo-1.0+site.dist-info/METADATA
    - Version: 1.0
    + Version: 1.0+site
    - Requires-Dist: nvidia-nccl-cu12
  demo-1.0+site.dist-info/RECORD
    - demo-1.0.dist-info/METADATA,sha256=…,117
    + demo-1.0+site.dist-info/METADATA,sha256=…,90
    3 rows with the new names

✔ 1 wheel would be fixed. Nothing was written.
`);
    expect(await readdir(cwd)).toEqual([demo]);
  });

  test('--dry-run --format json', async () => {
    const cwd = await folderWith({ filename: demo, files: { 'a.py': '' } });
    const { stdout } = await fix(cwd, '--dry-run', '--format', 'json', '--local-label', 'site', '.');
    const report = v.parse(reportSchema, JSON.parse(stdout));
    expect(report.summary).toEqual({ wheels: 1, fixed: 1, unchanged: 0, refused: 0, gone: 0 });
    const [wheel] = report.wheels;
    expect(wheel).toMatchObject({ wheel: demo, status: 'planned', output: labelled, reason: null });
    expect(wheel?.folders).toEqual([{ from: 'demo-1.0.dist-info', to: 'demo-1.0+site.dist-info' }]);
    expect(wheel?.texts[0]).toEqual({
      member: 'demo-1.0+site.dist-info/METADATA',
      edits: [{ line: 3, removed: ['Version: 1.0'], added: ['Version: 1.0+site'] }],
    });
  });

  test('a word that no requirement meets', async () => {
    const cwd = await folderWith(demo);
    const { status, stdout, stderr } = await fix(cwd, '--dry-run', '--drop-requirement', 'nvidai', '.');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '✔ 1 wheel, nothing to fix.\n' });
    expect(stderr).toBe("note: No wheel has a requirement that 'nvidai' means.\n");
  });

  test('signatures that become void', async () => {
    const cwd = await folderWith({ filename: demo, 'dist-info': { 'RECORD.jws': '{}', 'RECORD.p7s': 'x' } });
    const { stdout } = await fix(cwd, '--in-place', '--local-label', 'site', '.');
    expect(stdout).toContain("'demo-1.0.dist-info/RECORD.jws' is left out: it signed the old RECORD.");
    expect(stdout).toContain("'demo-1.0.dist-info/RECORD.p7s' is left out: it signed the old RECORD.");
  });

  test('hostile names are escaped', async () => {
    const cwd = await tempFolder();
    const member = 'demo-1.0.dist-info/\u202eMETADATA';
    const zip = rawZip([
      { name: member, content: 'x' },
      { name: member, content: 'y' },
    ]);
    await writeFiles(cwd, { [demo]: zip });
    const { status, stdout } = await fix(cwd, '--in-place', '--local-label', 'site', '.');
    expect(status).toBe(1);
    expect(stdout).not.toContain('\u202e');
  });
});

const edit = v.strictObject({ line: v.number(), removed: v.array(v.string()), added: v.array(v.string()) });
const reportSchema = v.strictObject({
  version: v.literal(1),
  tool: v.strictObject({ name: v.literal('wheelhouse-lint'), version: v.string() }),
  dryRun: v.boolean(),
  summary: v.record(v.string(), v.number()),
  wheels: v.array(
    v.strictObject({
      wheel: v.string(),
      status: v.picklist(['fixed', 'planned', 'refused', 'gone']),
      output: v.nullable(v.string()),
      reason: v.nullable(v.string()),
      folders: v.array(v.strictObject({ from: v.string(), to: v.string() })),
      texts: v.array(v.strictObject({ member: v.string(), edits: v.array(edit) })),
      dropped: v.array(v.string()),
      notes: v.array(v.string()),
    }),
  ),
});

describe('nothing is lost', () => {
  const site = ['--in-place', '--local-label', 'site', '.'];

  test('another file that has the name stays, and so does the wheel', async () => {
    const cwd = await folderWith(demo, { filename: labelled, files: { 'other.py': 'x' } });
    const before = await Promise.all([demo, labelled].map((name) => readFile(join(cwd, name))));
    const { status, stdout } = await fix(cwd, ...site);
    expect(status).toBe(1);
    expect(stdout).toContain(`refused  "${labelled}" is there already and another file: --force replaces it`);
    expect(await Promise.all([demo, labelled].map((name) => readFile(join(cwd, name))))).toEqual(before);
    expect((await fix(cwd, '--force', ...site)).status).toBe(0);
    expect(await readdir(cwd)).toEqual([labelled]);
  });

  test('a run that was interrupted between the two names is finished', async () => {
    const cwd = await folderWith(demo);
    await fix(cwd, '--output-dir', '.', '--local-label', 'site', demo);
    expect((await readdir(cwd)).sort()).toEqual([labelled, demo].sort());
    expect((await fix(cwd, ...site)).status).toBe(0);
    expect(await readdir(cwd)).toEqual([labelled]);
  });

  test('two wheels that want one name', async () => {
    const cwd = await folderWith(
      { filename: demo, folder: 'a' },
      { filename: demo, folder: 'b', files: { 'b.py': 'x' } },
    );
    const { status, stdout } = await fix(
      cwd,
      '--force',
      '--output-dir',
      'out',
      '--local-label',
      'site',
      'a',
      'b',
    );
    expect(status).toBe(1);
    expect(stdout).toContain(`b/${demo}\n  refused  another wheel of this run has the same new name`);
    expect(await readdir(join(cwd, 'out'))).toEqual([labelled]);
  });

  test('the mode of the file stays, and links to it keep what they had', async () => {
    const cwd = await folderWith(demo);
    await chmod(join(cwd, demo), 0o640);
    const bytes = await readFile(join(cwd, demo));
    await link(join(cwd, demo), join(cwd, 'kept'));
    await fix(cwd, ...site);
    expect((await stat(join(cwd, labelled))).mode & 0o777).toBe(0o640);
    expect(await readFile(join(cwd, 'kept'))).toEqual(bytes);
  });

  test('a symbolic link is not replaced by a file', async () => {
    const cwd = await folderWith({ filename: demo, folder: 'real' });
    await mkdir(join(cwd, 'links'));
    await symlink(join(cwd, 'real', demo), join(cwd, 'links', demo));
    const { status, stdout } = await fix(cwd, '--in-place', '--local-label', 'site', 'links');
    expect(status).toBe(1);
    expect(stdout).toContain('refused  it is a link: name the file that it leads to');
    expect((await fix(cwd, '--output-dir', 'out', '--local-label', 'site', 'links')).status).toBe(0);
  });

  test('--output-dir leaves the old wheel alone, and makes the folder', async () => {
    const cwd = await folderWith(demo);
    const before = await readFile(join(cwd, demo));
    const { stdout } = await fix(cwd, '--output-dir', 'a/b', '--local-label', 'site', demo);
    expect(stdout).toBe(`${demo}\n  → a/b/${labelled}\n\n✔ 1 wheel fixed.\n`);
    expect(await readFile(join(cwd, demo))).toEqual(before);
    expect(await readdir(join(cwd, 'a/b'))).toEqual([labelled]);
  });

  test('--output-dir is not a way to write in place', async () => {
    const cwd = await folderWith({ filename: demo, requires: ['mkl'] });
    const { status, stdout } = await fix(cwd, '--output-dir', '.', '--drop-requirement', 'mkl', demo);
    expect(status).toBe(1);
    expect(stdout).toContain('would take the place of the wheel itself: say --in-place');
  });

  test.each([1_000_000, 12_000_000])('a disk that is full after %i bytes', async (size) => {
    const cwd = await folderWith({ filename: demo, files: { 'a.bin': randomBytes(size).toString('hex') } });
    const before = await readFile(join(cwd, demo));
    const command = `ulimit -f 512; exec '${process.execPath}' '${sourceMain}' fix --no-config --local-label a --in-place .`;
    const { status, stdout, stderr } = await runProgram('sh', ['-c', command], { cwd });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('refused  the new file would be too large for this system');
    expect(await readdir(cwd)).toEqual([demo]);
    expect((await readFile(join(cwd, demo))).equals(before)).toBe(true);
  });

  test.skipIf(process.getuid?.() !== 0)(
    'a folder that cannot be written (skipped unless run by root, as it becomes nobody)',
    async () => {
      const cwd = await folderWith({ filename: demo, folder: 'read-only' });
      await chmod(cwd, 0o755);
      await chmod(join(cwd, 'read-only'), 0o555);
      const args = ['fix', '--no-config', '--in-place', '--local-label', 'site', 'read-only'];
      const { status, stderr } = await wheelhouseLint(args, { cwd, uid: 65534 });
      expect(status).toBe(2);
      expect(stderr).toBe(`The folder '${join(cwd, 'read-only')}' cannot be written: permission denied.\n`);
    },
  );
});

describe('what is not mended by guess', () => {
  test.each<[string, Parameters<typeof writeWheels>[1], readonly string[], string]>([
    [
      'a name that does not parse',
      { filename: 'demo-1.0_site-py3-none-any.whl' },
      ['--record'],
      'is not a version',
    ],
    [
      'another version inside',
      { filename: demo, version: '1.1' },
      ['--local-label', 'site'],
      'which of them is right is not known',
    ],
    [
      'another project inside',
      { filename: demo, name: 'other' },
      ['--local-label', 'site'],
      'METADATA says the name "other"',
    ],
    ['no METADATA', { filename: demo, omit: ['METADATA'] }, ['--record'], 'it has no METADATA'],
    ['no WHEEL', { filename: demo, omit: ['WHEEL'] }, ['--record'], 'it has no WHEEL'],
    ['no RECORD', { filename: demo, omit: ['RECORD'] }, ['--local-label', 'site'], 'it has no RECORD'],
    [
      'no archive',
      { filename: demo, raw: 'version https://git-lfs.github.com/spec/v1' },
      ['--record'],
      'it has no zip directory',
    ],
    ['half an archive', { filename: demo, cut: 100 }, ['--record'], 'it has no zip directory'],
    [
      'two folders',
      { filename: demo, files: { 'x-1.dist-info/a': '' } },
      ['--record'],
      'it has 2 "*.dist-info" folders',
    ],
    [
      'a name that is taken inside',
      {
        filename: demo,
        files: { 'demo-1.0+site.dist-info.data/x': '', 'demo-1.0.data/x': '', 'demo-1.0+site.data/x': '' },
      },
      ['--local-label', 'site'],
      'would be called',
    ],
  ])('%s', async (_name, wheel, args, reason) => {
    const cwd = await folderWith(wheel);
    const before = await readdir(cwd);
    const { status, stdout, stderr } = await fix(cwd, '--in-place', ...args, '.');
    expect(stderr).toBe('');
    expect(stdout).toContain(reason);
    expect(status).toBe(1);
    expect(await readdir(cwd)).toEqual(before);
  });

  test('a wheel that would become worse', async () => {
    const native = { 'a.so': 'binary: elf x86_64' };
    const cwd = await folderWith({ filename: 'demo-1.0-py3-none-linux_x86_64.whl', files: native });
    const { status, stdout } = await fix(cwd, '--in-place', '--retag', 'py3-none-any', '.');
    expect(status).toBe(1);
    expect(stdout).toContain("refused  it would become worse: 'a.so' is a native library for 'linux_x86_64'");
    expect(await readdir(cwd)).toEqual(['demo-1.0-py3-none-linux_x86_64.whl']);
  });

  test('a damaged member, where its digest is wanted', async () => {
    const cwd = await folderWith({ filename: demo, files: { 'a.py': 'x = 1\n'.repeat(100) } });
    const bytes = await readFile(join(cwd, demo));
    bytes.writeUInt8(bytes.readUInt8(40) ^ 0xff, 40);
    await writeFile(join(cwd, demo), bytes);
    const { status, stdout } = await fix(cwd, '--in-place', '--record', '.');
    expect(status).toBe(1);
    expect(stdout).toMatch(/refused {2}"a\.py" (?:cannot be inflated|is damaged)/);
  });
});

describe('without a choice', () => {
  const wheelhouse = `
[[wheel]]
filename = "demo-1.0+Compute_Canada-py3-none-any.whl"
[[wheel]]
filename = "nvidia-1.0+a.a-py3-none-any.whl"
requires = ["nvidia-nccl-cu12"]
[[wheel]]
filename = "right-1.0-py3-none-any.whl"
`;

  test('the safe fixes of what the rules find are applied', async () => {
    const cwd = await tempWheelhouse(wheelhouse);
    const { status, stdout, stderr } = await fix(cwd, '--in-place', ...recorded);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `note: 1 finding more: asked for by name, \`wheelhouse-lint fix --drop-requirement <name>\`.
note: 1 finding more: asked for by name, \`wheelhouse-lint fix --local-label <label>\`.
`,
    });
    expect(stdout).toBe(`wheels/demo-1.0+Compute_Canada-py3-none-any.whl
  → wheels/demo-1.0+compute.canada-py3-none-any.whl

✔ 1 wheel fixed, 2 need nothing.
`);
    const again = await fix(cwd, '--in-place', ...recorded);
    expect(again.stdout).toBe('✔ 3 wheels, nothing to fix.\n');
  });

  test('rules that are off ask for nothing', async () => {
    const cwd = await tempWheelhouse(wheelhouse);
    const { stdout } = await fix(cwd, '--in-place', '--ignore', 'WHL303', ...recorded);
    expect(stdout).toBe('✔ 3 wheels, nothing to fix.\n');
  });

  test('an index that does not answer makes the run incomplete', async () => {
    const cwd = await tempWheelhouse(wheelhouse);
    await writeFiles(cwd, { 'answers/demo.json': '<html>' });
    const { status } = await fix(cwd, '--in-place', ...recorded);
    expect(status).toBe(3);
  });
});

describe('fix --help', () => {
  test('is no wider than 100 columns', async () => {
    const { stdout } = await wheelhouseLint(['fix', '--help'], { cwd: import.meta.dirname });
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  test('has the options that docs/command-line.md has, and no others', async () => {
    const { stdout } = await wheelhouseLint(['fix', '--help'], { cwd: import.meta.dirname });
    const { stdout: lint } = await wheelhouseLint(['--help'], { cwd: import.meta.dirname });
    const page = await readFile(new URL('../../docs/command-line.md', import.meta.url), 'utf8');
    const flags = (text: string, line: RegExp) => Array.from(text.matchAll(line), ([, flag = '']) => flag);
    const shared = new Set(flags(lint, /^ {2}(?:-\w, )?(--[\w-]+)/gm));
    const own = flags(stdout, /^ {2}(?:-\w, )?(--[\w-]+)/gm).filter((flag) => !shared.has(flag));
    const section = page.slice(page.indexOf('\n## Fix\n'), page.indexOf('\n## Notes\n'));
    expect(flags(section, /^(?:- |And )`(--[\w-]+)/gm)).toEqual(own);
  });
});
