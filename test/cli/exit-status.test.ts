import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { wheelhouseLint } from '../support/command-line.ts';
import { startStandIn } from '../support/stand-in-index.ts';
import { tempFolder, tempWheelhouse, writeWheels } from '../support/temp-wheelhouse.ts';

const six = 'six-1.17.0-py2.py3-none-any.whl';

/** One error, and two warnings: WHL302 beside WHL101. */
const declaration = `
[[wheel]]
filename = "broken-1.0-py3-none-any.whl"
folder = "bad"
raw = ""
[[wheel]]
filename = "${six}"
folder = "odd"
[[index]]
filename = "${six}"
sha256 = "4721f391ed90541fddacab5acf947aa0d3dc7d27b2e1e8eda2be8970586c3274"
[[wheel]]
filename = "clean-1.0-py3-none-any.whl"
folder = "good"
`;

let cwd = '';

beforeAll(async () => {
  cwd = await tempWheelhouse(declaration);
});

async function statusOf(...args: string[]): Promise<number | null> {
  const index = args.includes('--index-url') ? [] : ['--index-url', 'file:answers'];
  return (await wheelhouseLint(['--no-config', ...index, ...args], { cwd })).status;
}

describe('status', () => {
  test.each([
    ['0 for no finding', 0, ['wheels/good']],
    ['0 for warnings', 0, ['wheels/odd']],
    ['0 for warnings as many as --max-warnings', 0, ['--max-warnings', '2', 'wheels/odd']],
    ['1 for one more than --max-warnings', 1, ['--max-warnings', '1', 'wheels/odd']],
    ['1 for any warning with --max-warnings 0', 1, ['--max-warnings=0', 'wheels/odd']],
    ['1 for an error', 1, ['wheels/bad']],
    ['1 for warnings that the preset makes errors', 1, ['--preset', 'security', 'wheels/odd']],
    ['0 for an error with --exit-zero', 0, ['--exit-zero', 'wheels/bad']],
    ['0 for too many warnings with --exit-zero', 0, ['--exit-zero', '--max-warnings', '0', 'wheels/odd']],
    ['1 for warnings that --quiet hides', 1, ['--quiet', '--max-warnings', '0', 'wheels/odd']],
    ['0 for an info', 0, ['--rule', 'broken-archive=info', 'wheels/bad']],
    ['0 for an error whose rule is off', 0, ['--ignore', 'WHL6', 'wheels/bad']],
  ])('%s', async (_, status, args) => {
    expect(await statusOf(...args)).toBe(status);
  });

  test('2 for usage stays with --exit-zero', async () => {
    expect(await statusOf('--exit-zero', 'nowhere')).toBe(2);
    expect(await statusOf('--exit-zero', '--nope')).toBe(2);
  });

  test('3 without findings, 1 with an error, 3 with --exit-zero, where an index does not answer', async () => {
    const refused = { always: { status: 403 } };
    const server = await startStandIn({ clean: refused, broken: refused });
    onTestFinished(() => server.close());
    const dead = ['--index-url', server.url];
    expect(await statusOf(...dead, 'wheels/good')).toBe(3);
    expect(await statusOf(...dead, 'wheels/bad')).toBe(1);
    expect(await statusOf(...dead, '--exit-zero', 'wheels/bad')).toBe(3);
    expect(await statusOf(...dead, '--offline', 'wheels/good')).toBe(0);
  });
});

describe('where there are no wheels', () => {
  test('status 2 and one line that says where', async () => {
    const empty = await tempFolder();
    const line = 'There are no wheels (*.whl) in this folder.\n';
    expect(await wheelhouseLint(['--offline'], { cwd: empty })).toEqual({
      status: 2,
      stdout: '',
      stderr: line,
    });
    const named = await wheelhouseLint(['--offline', '.', 'none*.whl'], { cwd: empty });
    expect(named).toEqual({
      status: 2,
      stdout: '',
      stderr: "There are no wheels (*.whl) in '.', 'none*.whl'.\n",
    });
  });

  test('a path that leads nowhere, and a file that is no wheel, are said', async () => {
    const folder = await tempFolder();
    await writeWheels(folder, six);
    const missing = await wheelhouseLint(['--offline', 'a/b'], { cwd: folder });
    expect(missing).toMatchObject({ status: 2, stdout: '', stderr: "There is no file or folder 'a/b'.\n" });
    const other = await wheelhouseLint(['--offline', process.execPath], { cwd: folder });
    expect(other).toMatchObject({ status: 2, stdout: '' });
    expect(other.stderr).toMatch(/^'.*' is not a wheel: its name does not end in '\.whl'\.\n$/);
  });
});
