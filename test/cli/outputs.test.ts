import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Outcome, wheelhouseLint } from '../support/command-line.ts';
import { parseReport } from '../support/json-report.ts';
import { tempWheelhouse } from '../support/temp-wheelhouse.ts';

/** One error and one warning. */
const declaration = `
[[wheel]]
filename = "broken-1.0-py3-none-any.whl"
raw = ""
[[wheel]]
filename = "twice-1.0+mysite.mysite-py3-none-any.whl"
`;

let cwd = '';

beforeAll(async () => {
  cwd = await tempWheelhouse(declaration);
  await mkdir(join(cwd, 'reports'));
});

function lint(...args: string[]): Promise<Outcome> {
  return wheelhouseLint(['--no-config', '--offline', ...args, 'wheels'], { cwd });
}

const read = (name: string): Promise<string> => readFile(join(cwd, name), 'utf8');

const stylish = `wheels/broken-1.0-py3-none-any.whl
  error    The file is empty: no installer can read it  broken-archive (WHL601)

wheels/twice-1.0+mysite.mysite-py3-none-any.whl
  warning  The local version label 'mysite.mysite' has the segment 'mysite' twice  unexpected-local-label (WHL303) [*]

✖ 2 problems (1 error, 1 warning)
  [*] 1 problem can be fixed with \`wheelhouse-lint fix --local-label <label>\`.
  2 wheels, 2 projects
`;

describe('--format', () => {
  test('by default the report for people goes to standard output, and nothing to standard error', async () => {
    const { status, stdout, stderr } = await lint();
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout.startsWith(stylish)).toBe(true);
  });

  test('several formats at once: one to standard output, the others to files', async () => {
    const files = ['--format', 'json=reports/a.json', '--format', 'sarif=reports/a=b.sarif'];
    const run = await lint('--format', 'stylish', ...files);
    expect(run.stdout).toBe((await lint()).stdout);
    expect(parseReport(await read('reports/a.json')).summary).toMatchObject({ errors: 1, warnings: 1 });
    expect(JSON.parse(await read('reports/a=b.sarif'))).toMatchObject({ version: '2.1.0' });
  });

  test('only files: nothing on standard output', async () => {
    expect(await lint('--format=json=reports/only.json')).toEqual({ status: 1, stdout: '', stderr: '' });
  });

  test('a report in a file is the one on standard output, without colours', async () => {
    await lint('--format', 'stylish=reports/plain.txt', '--color=always');
    expect(await read('reports/plain.txt')).toBe((await lint()).stdout);
    await lint('--format', 'json=reports/b.json');
    expect(await read('reports/b.json')).toBe((await lint('--format', 'json')).stdout);
  });

  test.each([
    ['in a folder that is not there', 'nowhere/report.json'],
    ['where a folder is', 'reports'],
    ['below a file', 'wheels/broken-1.0-py3-none-any.whl/report.json'],
  ])('a report %s: status 2 and one line that names it', async (_, file) => {
    const { status, stderr } = await lint('--format', `json=${file}`);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^The report '[^\n]*' cannot be written: [^\n]*\n$/);
    expect(stderr).toContain(join(cwd, file));
  });
});

test('a file that cannot be written is told before the work, not after it', async () => {
  const { status, stdout } = await lint('--format', 'stylish', '--format', 'json=nowhere/report.json');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
});

describe('--quiet', () => {
  test('lists errors only, and counts all', async () => {
    const { stdout } = await lint('--quiet');
    expect(stdout).not.toContain('twice-1.0');
    expect(stdout).toContain('✖ 2 problems (1 error, 1 warning)\n  Only errors are listed.\n');
  });

  test('does the same in JSON', async () => {
    const report = parseReport((await lint('--quiet', '--format', 'json')).stdout);
    expect(report.findings.map(({ severity }) => severity)).toEqual(['error']);
    expect(report.summary).toMatchObject({ errors: 1, warnings: 1 });
  });
});

test('nothing but the report: no progress, no warnings of Node, in a CI system or not', async () => {
  for (const env of [{ CI: 'true', GITHUB_ACTIONS: 'true' }, { TERM: 'xterm-256color' }]) {
    const args = ['--no-config', '--offline', 'wheels'];
    const run = await wheelhouseLint(args, { cwd, env });
    expect(run).toEqual(await lint());
  }
});
