import { describe, expect, test } from 'vitest';
import { projectAnswer } from '../../../fixtures/pypi-answer.ts';
import { wheelhouseLint } from '../../support/command-line.ts';
import { exclusionsOf, explainToJson, onlyTarget, orderOf } from '../../support/explanation.ts';
import { tempFolder, writeAnswers, writeWheels } from '../../support/temp-wheelhouse.ts';

const kept = 'demo-1.0-py3-none-any.whl';
type Wheel = Parameters<typeof writeWheels>[1];
type Listed = Parameters<typeof projectAnswer>[1][number];

interface Files {
  readonly wheels?: readonly Wheel[];
  readonly listed?: readonly Listed[];
}

/** A wheelhouse with a wheel that is kept, besides these. */
async function wheelhouse({ wheels = [], listed = [] }: Files): Promise<string> {
  const cwd = await tempFolder();
  await writeWheels(cwd, `wheels/${kept}`);
  for (const wheel of wheels) await writeWheels(cwd, typeof wheel === 'string' ? `wheels/${wheel}` : wheel);
  await writeAnswers(cwd, new Map([['demo', projectAnswer('demo', listed)]]));
  return cwd;
}

/** What pip 26.2 leaves out on Python 3.11. */
async function leftOut(files: Files, ...args: string[]): Promise<string[]> {
  const [requirement = 'demo', ...options] = args;
  const { explanation } = await explainToJson(
    [requirement, 'wheels', '--index-url=file:answers', '--installer=pip@26.2', '--python=3.11', ...options],
    { cwd: await wheelhouse(files) },
  );
  const target = onlyTarget(explanation);
  expect(orderOf(target)).toContain(`* wheels: ${kept}`);
  return exclusionsOf(target);
}

describe('a file is left out because', () => {
  test.each<[string, Files, readonly string[], string]>([
    [
      'its version is not asked for',
      { wheels: ['demo-2.0-py3-none-any.whl'] },
      ['demo<2'],
      'demo-2.0-py3-none-any.whl: its version is not asked for',
    ],
    [
      'no tag of it fits',
      { wheels: ['demo-2.0-cp312-cp312-linux_x86_64.whl'] },
      [],
      'demo-2.0-cp312-cp312-linux_x86_64.whl: no tag fits Python 3.11 on linux_x86_64',
    ],
    [
      'the machine has an older glibc',
      { wheels: ['demo-2.0-cp311-cp311-manylinux_2_34_x86_64.whl'] },
      ['demo', '--platform=linux_x86_64', '--glibc=2.28'],
      'demo-2.0-cp311-cp311-manylinux_2_34_x86_64.whl: no tag fits Python 3.11 on manylinux_2_28_x86_64',
    ],
    [
      'manylinux is switched off',
      { listed: [{ filename: 'demo-2.0-cp311-cp311-manylinux2014_x86_64.whl' }] },
      ['demo', '--no-manylinux'],
      'demo-2.0-cp311-cp311-manylinux2014_x86_64.whl: manylinux is switched off',
    ],
    [
      'it is yanked',
      { listed: [{ filename: 'demo-2.0-py3-none-any.whl', yanked: 'eats data' }] },
      [],
      'demo-2.0-py3-none-any.whl: it is yanked: eats data',
    ],
    [
      'its page asks for another Python',
      { listed: [{ filename: 'demo-2.0-py3-none-any.whl', requiresPython: '>=3.12' }] },
      [],
      'demo-2.0-py3-none-any.whl: it asks for Python >=3.12',
    ],
    [
      'its METADATA asks for another Python',
      {
        wheels: [{ filename: 'demo-2.0-py3-none-any.whl', folder: 'wheels', 'requires-python': '>=3.12' }],
      },
      [],
      'demo-2.0-py3-none-any.whl: pip 26.2 passes over it: it asks for Python >=3.12',
    ],
    [
      'its METADATA has no label',
      { wheels: [{ filename: 'demo-1.0+site-py3-none-any.whl', folder: 'wheels', version: '1.0' }] },
      [],
      'demo-1.0+site-py3-none-any.whl: pip 26.2 passes over it: its METADATA says version 1.0',
    ],
    [
      'it is a pre-release',
      { listed: [{ filename: 'demo-2.0rc1-py3-none-any.whl' }] },
      [],
      'demo-2.0rc1-py3-none-any.whl: it is a pre-release',
    ],
    [
      'its name cannot be read',
      { wheels: [{ filename: 'demo-2.0+my-site-py3-none-any.whl', folder: 'wheels' }] },
      [],
      'demo-2.0+my-site-py3-none-any.whl: installers pass over it: the build tag "site" does not begin with a digit; a dash cannot stand in a local version label',
    ],
    [
      'sdists are ruled out',
      { listed: [{ filename: 'demo-2.0.tar.gz' }] },
      ['demo', '--only-binary', 'other,Demo'],
      'demo-2.0.tar.gz: sdists are ruled out',
    ],
  ])('%s', async (_, files, args, reason) => {
    expect(await leftOut(files, ...args)).toEqual([reason]);
  });

  test('wheels are ruled out', async () => {
    const cwd = await wheelhouse({ listed: [{ filename: 'demo-0.9.tar.gz' }] });
    const args = ['demo', 'wheels', '--index-url=file:answers', '--installer=pip@26.2', '--no-binary=:all:'];
    const target = onlyTarget((await explainToJson(args, { cwd })).explanation);
    expect(exclusionsOf(target)).toEqual([`${kept}: wheels are ruled out`]);
    expect(target.candidates[0]).toMatchObject({ filename: 'demo-0.9.tar.gz', selected: true });
  });
});

describe('options change what is left out', () => {
  const newerSdist = { listed: [{ filename: 'demo-2.0.tar.gz' }] };
  const prerelease = { listed: [{ filename: 'demo-2.0rc1-py3-none-any.whl' }] };

  async function winner(files: Files, ...options: string[]): Promise<string | undefined> {
    const args = ['demo', 'wheels', '--index-url=file:answers', '--installer=pip@26.2', ...options];
    const { explanation } = await explainToJson(args, { cwd: await wheelhouse(files) });
    return onlyTarget(explanation).candidates.find(({ selected }) => selected)?.filename;
  }

  test.each<[string, Files, readonly string[], string]>([
    ['without --prefer-binary the newer sdist wins', newerSdist, [], 'demo-2.0.tar.gz'],
    ['with it the older wheel', newerSdist, ['--prefer-binary'], kept],
    ['--only-binary for another project', newerSdist, ['--only-binary=other'], 'demo-2.0.tar.gz'],
    ['--only-binary for all', newerSdist, ['--only-binary=:all:'], kept],
    [
      'the last one that names a project counts',
      newerSdist,
      ['--only-binary=demo', '--no-binary=demo'],
      'demo-2.0.tar.gz',
    ],
    ['--pre', prerelease, ['--pre'], 'demo-2.0rc1-py3-none-any.whl'],
  ])('%s', async (_, files, options, filename) => {
    expect(await winner(files, ...options)).toBe(filename);
  });
});

test('nothing fits: no rank, no winner, and still status 0', async () => {
  const cwd = await wheelhouse({});
  const args = ['demo==9', 'wheels', '--index-url=file:answers'];
  const { explanation, status } = await explainToJson([...args, '--installer=uv'], { cwd });
  expect(status).toBe(0);
  expect(onlyTarget(explanation)).toMatchObject({
    candidates: [{ rank: null, filename: kept, version: '1.0', selected: false, reason: null }],
    problem: null,
  });
  const { stdout } = await wheelhouseLint(['explain', ...args], { cwd });
  expect(stdout).toContain('  no file fits: nothing can be installed\n');
  expect(stdout).toContain('    its version is not asked for:\n');
  expect(stdout).not.toContain('✔');
});

test('a yanked file that is pinned is taken, and never without a word', async () => {
  const cwd = await wheelhouse({ listed: [{ filename: 'demo-2.0-py3-none-any.whl', yanked: 'eats data' }] });
  const args = ['demo==2.0', 'wheels', '--index-url=file:answers', '--installer=pip@26.2'];
  const { explanation } = await explainToJson(args, { cwd });
  expect(onlyTarget(explanation).candidates[0]).toMatchObject({
    filename: 'demo-2.0-py3-none-any.whl',
    selected: true,
    reason: 'is the only file that fits; it is yanked: eats data',
  });
});
