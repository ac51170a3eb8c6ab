import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wheelhouseLint } from '../support/command-line.ts';
import { tempFolder, writeFiles, writeWheels } from '../support/temp-wheelhouse.ts';

const file = 'wheelhouse-lint-suppressions.json';

const so = { 'demo.so': 'binary: elf x86_64' };
/** Native code in a wheel for any platform: an error. */
const native = (filename: string) => ({ filename, folder: 'wheels', files: so });

const lint = (cwd: string, ...args: string[]) =>
  wheelhouseLint(['--no-index', '--select', 'native-in-any,invalid-filename', ...args], { cwd });

const counts = async (cwd: string): Promise<unknown> => JSON.parse(await readFile(join(cwd, file), 'utf8'));

async function summaryOf(cwd: string, ...args: string[]) {
  const { status, stdout } = await lint(cwd, '--format', 'json', ...args, 'wheels');
  const { summary, findings } = JSON.parse(stdout);
  return {
    status,
    errors: summary.errors,
    suppressed: summary.suppressed,
    wheels: findings.map(({ wheel }: { wheel: string }) => wheel),
  };
}

/** A wheelhouse with old sins. */
async function oldWheelhouse(): Promise<string> {
  const cwd = await tempFolder();
  await writeWheels(cwd, native('demo-1.0-py3-none-any.whl'), native('other-2.0-py3-none-any.whl'));
  await writeFiles(cwd, { 'wheels/odd.whl': '' });
  return cwd;
}

describe('adopting it on an old wheelhouse', () => {
  test('everything is accepted at once, then only new trouble fails', async () => {
    const cwd = await oldWheelhouse();
    expect(await summaryOf(cwd)).toMatchObject({ status: 1, errors: 3, suppressed: 0 });

    const adopted = await lint(cwd, '--suppress-all', 'wheels');
    expect(adopted).toMatchObject({
      status: 0,
      stderr: `note: 3 more findings accepted in '${join(cwd, file)}'.\n`,
    });
    expect(adopted.stdout).toMatch(
      /^✔ No problems in 3 wheels of 2 projects\.\n.*\b3\b.* in the baseline\n$/,
    );
    expect(await counts(cwd)).toEqual({
      demo: { 'native-in-any': { count: 1 } },
      'odd.whl': { 'invalid-filename': { count: 1 } },
      other: { 'native-in-any': { count: 1 } },
    });
    expect(await summaryOf(cwd)).toEqual({ status: 0, errors: 0, suppressed: 3, wheels: [] });

    // A version bump.
    await rm(join(cwd, 'wheels/demo-1.0-py3-none-any.whl'));
    await writeWheels(cwd, native('demo-1.1-py3-none-any.whl'));
    expect(await summaryOf(cwd)).toEqual({ status: 0, errors: 0, suppressed: 3, wheels: [] });

    // A new fault.
    await writeWheels(cwd, native('fresh-1.0-py3-none-any.whl'));
    const fresh = { status: 1, errors: 1, suppressed: 3, wheels: ['wheels/fresh-1.0-py3-none-any.whl'] };
    expect(await summaryOf(cwd)).toEqual(fresh);
    expect(await summaryOf(cwd, '--no-suppressions')).toMatchObject({ status: 1, errors: 4, suppressed: 0 });
  });

  test('one more of the same is told, and all of them are listed', async () => {
    const cwd = await oldWheelhouse();
    await lint(cwd, '--suppress-all', 'wheels');
    await writeWheels(cwd, native('demo-1.1-py3-none-any.whl'));
    const { status, stdout } = await lint(cwd, 'wheels');
    expect(status).toBe(1);
    expect(stdout).toContain(
      "More than the baseline accepts: 'native-in-any' in 'demo', 2 instead of 1; all are listed",
    );
    expect(stdout).toContain('✖ 2 problems (2 errors, 0 warnings)');
    expect(stdout).toMatch(/4 wheels, 2 projects.* 2 .*in the baseline/);
  });

  test('what is gone is told, pruned on demand, and fails only on demand', async () => {
    const cwd = await oldWheelhouse();
    await lint(cwd, '--suppress-all', 'wheels');
    await rm(join(cwd, 'wheels/demo-1.0-py3-none-any.whl'));
    const told = await lint(cwd, 'wheels');
    expect(told.status).toBe(0);
    expect(told.stdout).toContain("Stale in the baseline: 'native-in-any' in 'demo', none instead of 1");
    expect(told.stdout).toContain('`--prune-suppressions` takes out what is stale');
    expect(await summaryOf(cwd, '--fail-on-stale-suppressions')).toMatchObject({ status: 1, errors: 0 });
    // Nothing is known of the others.
    expect((await lint(cwd, 'wheels/odd.whl')).stdout).not.toContain('Stale');
    expect((await lint(cwd, '--ignore', 'native-in-any', 'wheels')).stdout).not.toContain('Stale');

    const pruning = await lint(cwd, '--prune-suppressions', 'wheels');
    expect(pruning.stderr).toBe(`note: 1 stale count pruned in '${join(cwd, file)}'.\n`);
    expect(pruning.stdout).not.toContain('Stale');
    expect(await counts(cwd)).toEqual({
      'odd.whl': { 'invalid-filename': { count: 1 } },
      other: { 'native-in-any': { count: 1 } },
    });
    const again = await lint(cwd, '--prune-suppressions', 'wheels');
    expect(again.stderr).toBe(`note: There is nothing to prune in '${join(cwd, file)}'.\n`);
  });

  test('one rule can be accepted by name, code or start of a code', async () => {
    const cwd = await oldWheelhouse();
    const { status, stderr } = await lint(cwd, '--suppress-rule', 'WHL4', 'wheels');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `note: 2 more findings accepted in '${join(cwd, file)}'.\n`,
    });
    expect(await summaryOf(cwd)).toMatchObject({ errors: 1, suppressed: 2, wheels: ['wheels/odd.whl'] });
  });

  test('what is ignored with a reason is not counted', async () => {
    const cwd = await oldWheelhouse();
    await writeFiles(cwd, {
      'wheelhouse-lint.toml': '[[ignore]]\nrule = "native-in-any"\nwheel = "demo-*"\nreason = "a plugin"\n',
    });
    await lint(cwd, '--suppress-all', 'wheels');
    expect(Object.keys(Object(await counts(cwd)))).toEqual(['odd.whl', 'other']);
  });
});

test('the file lies beside the configuration, where that says, or where the command line says', async () => {
  const cwd = await oldWheelhouse();
  await writeFiles(cwd, { 'wheelhouse-lint.toml': 'suppressions = "ci/known.json"\n', 'ci/.keep': '' });
  await lint(cwd, '--suppress-all', 'wheels');
  const { status, stdout } = await wheelhouseLint(['--print-config'], { cwd: join(cwd, 'wheels') });
  expect({ status, place: JSON.parse(stdout).suppressions }).toEqual({
    status: 0,
    place: join(cwd, 'ci/known.json'),
  });
  expect(await summaryOf(cwd)).toMatchObject({ status: 0, suppressed: 3 });
  const asked = await lint(
    cwd,
    '--suppressions-location',
    'mine.json',
    '--suppress-rule',
    'native-in-any',
    'wheels',
  );
  expect(asked.status).toBe(1);
  expect(JSON.parse(await readFile(join(cwd, 'mine.json'), 'utf8'))).toHaveProperty('demo');
});

test('a rule that there is not, and a project with an odd name, are no trouble', async () => {
  const cwd = await tempFolder();
  await writeWheels(cwd, native('constructor-1.0-py3-none-any.whl'));
  await writeFiles(cwd, {
    [file]: '{"constructor": {"native-in-any": {"count": 1}}, "six": {"native-in-all": {"count": 1}}}',
  });
  const { status, stderr } = await lint(cwd, 'wheels');
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: `note: The suppressions file '${join(cwd, file)}' names a rule 'native-in-all' that there is not.\n`,
  });
});

test('SARIF holds the accepted findings only where they are asked for, marked', async () => {
  const cwd = await oldWheelhouse();
  await lint(cwd, '--suppress-all', 'wheels');
  const resultsOf = async (...args: string[]) => {
    const { stdout } = await lint(cwd, '--format', 'sarif', ...args, 'wheels');
    return JSON.parse(stdout).runs[0].results;
  };
  expect(await resultsOf()).toEqual([]);
  const marked = await resultsOf('--sarif-suppressed');
  expect(marked.map(({ suppressions }: { suppressions: unknown }) => suppressions)).toEqual(
    Array.from({ length: 3 }, () => [{ kind: 'external', status: 'accepted' }]),
  );
});

describe('what makes no sense is refused in one line', () => {
  test.each([
    [
      ['--suppress-all', '--prune-suppressions'],
      '--suppress-all and --prune-suppressions cannot stand together',
    ],
    [
      ['--suppress-all', '--suppress-rule', 'WHL1'],
      '--suppress-all and --suppress-rule cannot stand together',
    ],
    [['--no-suppressions', '--suppress-all'], '--suppress-all writes the baseline'],
    [['--suppress-rule', 'native-in-al'], "There is no rule 'native-in-al'. Did you mean 'native-in-any'?"],
    [['--suppressions-location', 'none.json'], 'There is no suppressions file'],
  ])('%j', async (args, message) => {
    const cwd = await oldWheelhouse();
    const { status, stdout, stderr } = await lint(cwd, ...args, 'wheels');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test.each([
    ['{', 'is not JSON'],
    ['[]', 'is damaged'],
    ['{"six": 3}', "is damaged at 'six'"],
    ['{"six": {"same-filename": {"count": 0}}}', "is damaged at 'six.same-filename'"],
    ['{"six": {"same-filename": {"count": 1, "more": 1}}}', 'is damaged'],
  ])('the file %s', async (text, message) => {
    const cwd = await oldWheelhouse();
    await writeFiles(cwd, { [file]: text });
    const { status, stderr } = await lint(cwd, 'wheels');
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
