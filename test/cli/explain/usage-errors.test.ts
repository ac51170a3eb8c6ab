import { beforeAll, describe, expect, test } from 'vitest';
import { wheelhouseLint } from '../../support/command-line.ts';
import { explainToJson } from '../../support/explanation.ts';
import { tempFolder, writeFiles, writeWheels } from '../../support/temp-wheelhouse.ts';

let cwd = '';

beforeAll(async () => {
  cwd = await tempFolder();
  await writeWheels(cwd, 'demo-1.0-py3-none-any.whl');
  await writeFiles(cwd, { 'readme.txt': '', 'wheelhouse-lint.toml': 'index = []\n' });
});

const explain = (...args: string[]): string[] => ['explain', 'demo', ...args];

describe('wrong usage: status 2, one line on standard error, nothing else', () => {
  test.concurrent.each<[string, readonly string[], string]>([
    [
      'no requirement',
      ['explain'],
      "Missing required argument 'requirement'. See 'wheelhouse-lint explain --help'.",
    ],
    [
      'an unknown installer',
      explain('--installer=pipp'),
      "There is no installer 'pipp'. Did you mean 'pip'?",
    ],
    [
      'an installer like none',
      explain('--installer', 'conda'),
      "There is no installer 'conda'. There are: pip, uv, poetry, pdm, local-tag-draft.",
    ],
    [
      'an installer that is too old',
      explain('--installer=pip@19'),
      "'pip@19' is older than pip 20.2, the oldest whose choice is known.",
    ],
    [
      'an unknown variant',
      explain('--installer=uv:unsafe-best'),
      "uv has no variant 'unsafe-best'. Did you mean 'unsafe-best-match'?",
    ],
    [
      'a Python that is none',
      explain('--python=2.7'),
      "'2.7' is not a Python: write 3.11, 3.13t for a free-threaded one, or pypy3.11.",
    ],
    [
      'a platform that is none',
      explain('--platform=linux'),
      "'linux' is not a platform: write linux_x86_64, musllinux_1_2_aarch64, macosx_14_0_arm64 or win_amd64.",
    ],
    [
      'a machine by the name that others give it',
      explain('--platform=linux_amd64'),
      "There is no machine 'amd64' (in 'linux_amd64'). Python calls it 'x86_64'.",
    ],
    [
      'a machine, mistyped',
      explain('--platform=musllinux_1_2_aarch46'),
      "There is no machine 'aarch46' (in 'musllinux_1_2_aarch46'). Did you mean 'aarch64'?",
    ],
    ['a glibc that is none', explain('--glibc=237'), "'237' is not a version of glibc: write 2.37."],
    [
      'a requirement that does not parse',
      ['explain', 'demo==1.0=2'],
      "'demo==1.0=2' is not a requirement: '1.0=2' is not a version (PEP 440).",
    ],
    [
      'nothing for a requirement',
      ['explain', ''],
      "'' is not a requirement: a project name is missing at the end.",
    ],
    [
      'a URL for a requirement',
      ['explain', 'demo @ https://files.example/demo-1.0-py3-none-any.whl'],
      "'demo @ https://files.example/demo-1.0-py3-none-any.whl' names its file itself, so there is nothing to choose.",
    ],
    [
      'a hash of another kind',
      ['explain', 'demo --hash=md5:1234'],
      "'--hash=md5:1234' is not understood: it takes sha256: and 64 hexadecimal digits.",
    ],
    [
      'a missing find-links location',
      explain('-f', 'nope'),
      "The find-links location 'nope' does not exist.",
    ],
    [
      'a find-links location that is a text',
      explain('-f', 'readme.txt'),
      "The find-links location 'readme.txt' is neither a folder nor a page nor a wheel.",
    ],
    ['a missing path', explain('nope'), "There is no file or folder 'nope'."],
    ['a glob that matches nothing', explain('*/demo-*.whl'), "No wheel matches '*/demo-*.whl'."],
    [
      'an option of it before the word',
      ['--installer=uv', 'explain', 'demo'],
      "Write --installer behind 'explain', where its options belong.",
    ],
    ['an option of lint before the word', ['--quiet', 'explain', 'demo'], "'explain' has no option --quiet."],
    [
      'an unknown option',
      explain('--instaler=uv'),
      "Unknown option '--instaler'. Did you mean '--installer'? See 'wheelhouse-lint explain --help'.",
    ],
    [
      'an option of lint',
      explain('--max-warnings=0'),
      "Unknown option '--max-warnings'. See 'wheelhouse-lint explain --help'.",
    ],
    [
      'an unknown format',
      explain('--format=tabel'),
      "--format cannot be 'tabel'. Did you mean 'table'? See 'wheelhouse-lint explain --help'.",
    ],
    [
      'a format of lint',
      explain('--format=sarif'),
      "--format cannot be 'sarif'. It is one of: table, json. See 'wheelhouse-lint explain --help'.",
    ],
    [
      'an API that is none',
      explain('--index-url=https://i.example', '--index-api=simpel'),
      "--index-api cannot be 'simpel'. Did you mean 'simple'? See 'wheelhouse-lint explain --help'.",
    ],
    [
      'an API for no index',
      explain('--index-api=simple'),
      "--index-api says what --index-url and --extra-index-url speak; for others write 'api' in the configuration.",
    ],
    [
      'an option for project names',
      explain('--only-binary'),
      "Option '--only-binary <projects>' argument missing. See 'wheelhouse-lint explain --help'.",
    ],
    [
      'a project name with a dash in front',
      explain('--only-binary=-x'),
      "'only-binary' takes project names, ':all:' or ':none:', no option.",
    ],
  ])('%s', async (_, args, message) => {
    const { status, stdout, stderr } = await wheelhouseLint(args, { cwd });
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `${message}\n` });
  });
});

test('what the command line gets wrong is not blamed on the configuration; what the file gets wrong is', async () => {
  const folder = await tempFolder();
  await writeFiles(folder, { 'wheelhouse-lint.toml': '[target]\ninstallers = ["pipp"]\n' });
  const wrongFile = await wheelhouseLint(['explain', 'demo', '--installer=uv'], { cwd: folder });
  expect(wrongFile).toMatchObject({ status: 2, stdout: '' });
  expect(wrongFile.stderr).toBe(
    `${folder}/wheelhouse-lint.toml: There is no installer 'pipp'. Did you mean 'pip'?\n`,
  );
});

test('a marker is not evaluated, and that is said', async () => {
  const args = [`demo>=1; python_version < "3" --hash=sha256:${'a'.repeat(64)}`, '--installer=uv'];
  const { explanation, status } = await explainToJson(args, { cwd });
  expect(status).toBe(0);
  expect(explanation.notices).toEqual([
    `The marker 'python_version < "3"' is not evaluated: the answers hold where it is true.`,
  ]);
});

test('explain --help names every option, in lines that fit', async () => {
  const { status, stdout } = await wheelhouseLint(['explain', '--help'], { cwd });
  expect(status).toBe(0);
  for (const option of ['--find-links', '--pip-config', '--no-manylinux', '--only-binary', '--index-api']) {
    expect(stdout).toContain(option);
  }
  expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
});
