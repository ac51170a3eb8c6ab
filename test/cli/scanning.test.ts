import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { findMultitool, validate } from '../report/support/sarif-multitool.ts';
import { type LintRunOptions, type Outcome, wheelhouseLint } from '../support/command-line.ts';
import { tempFolder, tempWheelhouse, writeFiles, writeWheels } from '../support/temp-wheelhouse.ts';

const declaration = `
[[wheel]]
filename = "flash_attn-2.8.3+mysite-py3-none-any.whl"
requires = ["nvidia-cublas-cu12"]
[[wheel]]
filename = "two.words-1.0-py3-none-any.whl"
raw = ""
[[wheel]]
filename = "lonely-1.0-py3-none-any.whl"
raw = ""
`;

async function scan(
  args: readonly string[],
  options: LintRunOptions,
): Promise<Outcome & { readonly run: Run }> {
  const outcome = await wheelhouseLint(['--offline', '--format', 'sarif=out.sarif', ...args], options);
  const log: Log = JSON.parse(await readFile(join(options.cwd, 'out.sarif'), 'utf8'));
  const [run] = log.runs;
  if (run === undefined) throw new Error('no run');
  return { ...outcome, run };
}

function places({ results = [] }: Run): string[] {
  return results.map(({ ruleId, locations }) => {
    const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
    return `${ruleId} ${artifactLocation?.uri}:${region?.startLine} ${region?.snippet?.text ?? '-'}`;
  });
}

function git(cwd: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd });
}

function hasGit(): boolean {
  try {
    execFileSync('git', ['--version']);
    return true;
  } catch {
    return false;
  }
}

test('a finding about a line of METADATA shows it', async () => {
  const cwd = await tempWheelhouse(declaration);
  const { run, stderr } = await scan(['--no-config', 'wheels'], { cwd });
  expect(stderr).toBe('');
  expect(places(run)).toEqual([
    'WHL501 wheels/flash_attn-2.8.3%2Bmysite-py3-none-any.whl/flash_attn-2.8.3%2Bmysite.dist-info/METADATA:4 Requires-Dist: nvidia-cublas-cu12',
    'WHL601 wheels/lonely-1.0-py3-none-any.whl:1 -',
    'WHL601 wheels/two.words-1.0-py3-none-any.whl:1 -',
  ]);
});

describe('recipes', () => {
  test('findings stand at the first recipe that is there, and a note names wheels without one', async () => {
    const cwd = await tempWheelhouse(declaration);
    await writeFiles(cwd, {
      'wheelhouse-lint.toml':
        '[sarif]\nlocation = ["config/{name}.sh", "config/{distribution}-{version}.sh"]\n',
      'config/flash-attn.sh': '\n# builds flash-attn\nPYTHON_DEPS="torch"\n',
      'config/two.words-1.0.sh': 'true\n',
    });
    const { run, stderr } = await scan(['wheels'], { cwd });
    expect(places(run)).toEqual([
      'WHL501 config/flash-attn.sh:2 # builds flash-attn',
      'WHL601 wheels/lonely-1.0-py3-none-any.whl:1 -',
      'WHL601 config/two.words-1.0.sh:1 true',
    ]);
    expect(stderr).toBe(
      "note: There is no recipe 'config/{name}.sh' or 'config/{distribution}-{version}.sh' for lonely-1.0-py3-none-any.whl: SARIF places these findings at the wheels.\n",
    );
  });

  test.each([
    ['location = "config/{nam}.sh"', /'sarif\.location' does not fit: its placeholders are \{name\}, /],
    ['location = 1', /'sarif\.location'/],
    ['loction = "a"', /there is no key 'sarif\.loction'\. Did you mean 'location'\?/],
  ])('%s', async (line, message) => {
    const cwd = await tempFolder();
    await writeFiles(cwd, { 'wheelhouse-lint.toml': `[sarif]\n${line}\n` });
    const { status, stderr } = await wheelhouseLint(['.'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('the repository', () => {
  const actions = {
    GITHUB_SERVER_URL: 'https://github.example.org',
    GITHUB_REPOSITORY: 'team/wheels',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_REF_NAME: 'main',
  };

  test('GitHub Actions tells which it is, and paths start at its root', async () => {
    const root = await tempFolder();
    await writeWheels(join(root, 'dist/new'), { filename: 'a-1.0-py3-none-any.whl', raw: '' });
    const cwd = join(root, 'dist');
    const { run } = await scan(['--no-config', 'new'], { cwd, env: { ...actions, GITHUB_WORKSPACE: root } });
    expect(places(run)).toEqual(['WHL601 dist/new/a-1.0-py3-none-any.whl:1 -']);
    expect(run.versionControlProvenance).toMatchObject([
      { repositoryUri: 'https://github.example.org/team/wheels', revisionId: 'a'.repeat(40), branch: 'main' },
    ]);
    const github = await wheelhouseLint(['--no-config', '--offline', '--format', 'github', 'new'], {
      cwd,
      env: { ...actions, GITHUB_WORKSPACE: root },
    });
    expect(github.stdout).toContain('::error file=dist/new/a-1.0-py3-none-any.whl,line=1,');
  });

  test.skipIf(!hasGit())(
    `git tells it elsewhere, without credentials${hasGit() ? '' : ' (skipped: no git)'}`,
    async () => {
      const cwd = await tempFolder();
      await writeWheels(cwd, { filename: 'a-1.0-py3-none-any.whl', raw: '' });
      git(cwd, 'init', '--quiet', '--initial-branch=trunk');
      git(cwd, 'commit', '--quiet', '--allow-empty', '--message=first');
      git(cwd, 'remote', 'add', 'origin', 'https://me:hunter2@git.example.org/team/wheels.git');
      const { run } = await scan(['--no-config', '.'], { cwd });
      expect(run.versionControlProvenance).toEqual([
        {
          repositoryUri: 'https://git.example.org/team/wheels.git',
          revisionId: expect.stringMatching(/^[0-9a-f]{40}$/),
          branch: 'trunk',
          mappedTo: { uriBaseId: '%SRCROOT%' },
        },
      ]);
      expect(JSON.stringify(run)).not.toContain('hunter2');
    },
  );
});

const multitool = findMultitool();
const canValidate = 'path' in multitool && hasGit();

test.skipIf(!canValidate)(
  `a real run in a repository has not a note of Microsoft's validator${canValidate ? '' : ' (skipped: no validator or no git)'}`,
  { timeout: 60_000 },
  async () => {
    const cwd = await tempWheelhouse(declaration);
    await writeFiles(cwd, {
      'wheelhouse-lint.toml': '[sarif]\nlocation = "config/{name}.sh"\n',
      'config/two-words.sh': '#!/bin/bash\ntrue\n',
      'config/lonely.sh': '#!/bin/bash\ntrue\n',
      'config/flash-attn.sh': '#!/bin/bash\ntrue\n',
    });
    git(cwd, 'init', '--quiet');
    git(cwd, 'commit', '--quiet', '--allow-empty', '--message=first');
    git(cwd, 'remote', 'add', 'origin', 'git@git.example.org:team/wheels.git');
    const { run } = await scan(['--preset', 'all', '--sarif-category', 'all', 'wheels'], { cwd });
    expect(run.results?.length).toBeGreaterThan(2);
    const path = 'path' in multitool ? multitool.path : '';
    expect(await validate(path, await readFile(join(cwd, 'out.sarif'), 'utf8'))).toEqual([]);
  },
);

test('--sarif-category names the run, and needs the format', async () => {
  const cwd = await tempWheelhouse(declaration);
  const { run } = await scan(['--no-config', '--sarif-category', 'nightly/x86-64-v4/', 'wheels'], { cwd });
  expect(run.automationDetails).toEqual({ id: 'nightly/x86-64-v4/' });
  for (const args of [
    ['--sarif-category', 'a'],
    ['--sarif-category', ' ', '--format', 'sarif'],
  ]) {
    const { status, stderr } = await wheelhouseLint([...args, 'wheels'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/--sarif-category.*\n$/);
  }
});
