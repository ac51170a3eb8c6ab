import { beforeAll, describe, expect, test } from 'vitest';
import { projectAnswer } from '../../../fixtures/pypi-answer.ts';
import { wheelhouseLint } from '../../support/command-line.ts';
import { explainToJson, type JsonTarget } from '../../support/explanation.ts';
import { tempFolder, writeAnswers, writeWheels } from '../../support/temp-wheelhouse.ts';

/** The question of https://github.com/pypa/pip/issues/10156: which of six files of one version gets installed? */
const args = [
  'package==1.0.0',
  'wheels',
  '--index-url=file:answers',
  '--installer=pip@20.2,pip@26.2,pip@26.3',
  '--python=3.8',
];

/** The files of the question, those on the index with this platform. */
async function wheelhouse(platformOnIndex: string): Promise<string> {
  const cwd = await tempFolder();
  const local = ['1.0.0+local', '1.0.0', '1.0.0-1', '1.0.0-2'];
  await writeWheels(cwd, ...local.map((version) => `wheels/package-${version}-cp38-none-linux_x86_64.whl`));
  const files = ['1.0.0', '1.0.0-1'].map((version) => ({
    filename: `package-${version}-cp38-none-${platformOnIndex}.whl`,
    version: '1.0.0',
  }));
  await writeAnswers(cwd, new Map([['package', projectAnswer('package', files)]]));
  return cwd;
}

/** `local` or `index` with version and build tag, best first. */
function order({ candidates }: JsonTarget): string[] {
  return candidates
    .filter(({ rank }) => rank !== null)
    .map(({ source, filename }) => {
      const place = source === 'wheels' ? 'local' : 'index';
      return `${place} ${filename.replace('package-', '').replace(/-cp38.*/, '')}`;
    });
}

async function orders(cwd: string, ...more: string[]): Promise<Record<string, readonly string[]>> {
  const { explanation, status, stderr } = await explainToJson([...args, ...more], { cwd });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(explanation).toMatchObject({ requirement: 'package==1.0.0', unchecked: [], notices: [] });
  return Object.fromEntries(explanation.targets.map((target) => [target.installer, order(target)]));
}

describe('all files have the same tags', () => {
  let cwd = '';
  beforeAll(async () => {
    cwd = await wheelhouse('linux_x86_64');
  });
  const sinceResolver = [
    'local 1.0.0+local',
    'local 1.0.0-2',
    'index 1.0.0-1',
    'local 1.0.0-1',
    'index 1.0.0',
    'local 1.0.0',
  ];

  test('one call answers for every pip', async () => {
    expect(await orders(cwd)).toEqual({
      'pip@20.2': [
        'local 1.0.0+local',
        'local 1.0.0-2',
        'local 1.0.0-1',
        'index 1.0.0-1',
        'local 1.0.0',
        'index 1.0.0',
      ],
      'pip@26.2': sinceResolver,
      'pip@26.3': sinceResolver,
    });
  });

  test('the table marks winners and ties, and says why', async () => {
    const { status, stdout, stderr } = await wheelhouseLint(['explain', ...args], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "package==1.0.0

      pip 20.2 · Python 3.8 on linux_x86_64
        ✔ 1  package-1.0.0+local-cp38-none-linux_x86_64.whl  wheels
               has a local version label, 'local'
          2  package-1.0.0-2-cp38-none-linux_x86_64.whl      wheels
               has no local version label
          3  package-1.0.0-1-cp38-none-linux_x86_64.whl      wheels
               has the lower build tag, 1
        = 4  package-1.0.0-1-cp38-none-linux_x86_64.whl      file:answers
               files in a folder win a tie against files on an index (up to pip 20.2)
          5  package-1.0.0-cp38-none-linux_x86_64.whl        wheels
               has no build tag
        = 6  package-1.0.0-cp38-none-linux_x86_64.whl        file:answers
               files in a folder win a tie against files on an index (up to pip 20.2)

      pip 26.2 and pip 26.3 · Python 3.8 on linux_x86_64
        ✔ 1  package-1.0.0+local-cp38-none-linux_x86_64.whl  wheels
               has a local version label, 'local'
          2  package-1.0.0-2-cp38-none-linux_x86_64.whl      wheels
               has no local version label
          3  package-1.0.0-1-cp38-none-linux_x86_64.whl      file:answers
               has the lower build tag, 1
        = 4  package-1.0.0-1-cp38-none-linux_x86_64.whl      wheels
               files on an index win a tie against files in a folder (since pip 20.3)
          5  package-1.0.0-cp38-none-linux_x86_64.whl        file:answers
               has no build tag
        = 6  package-1.0.0-cp38-none-linux_x86_64.whl        wheels
               files on an index win a tie against files in a folder (since pip 20.3)

      ✔ gets installed
      = ties with the file above: only where they lie decides
      What is installed already stays until --upgrade, and equal versions are exchanged with
      --force-reinstall only.
      "
    `);
  });
});

describe('those on the index are for manylinux', () => {
  test('tags count before build tags since pip 21.1, and linux before manylinux since pip 26.3', async () => {
    expect(await orders(await wheelhouse('manylinux2014_x86_64'))).toEqual({
      'pip@20.2': [
        'local 1.0.0+local',
        'local 1.0.0-2',
        'index 1.0.0-1',
        'local 1.0.0-1',
        'index 1.0.0',
        'local 1.0.0',
      ],
      'pip@26.2': [
        'local 1.0.0+local',
        'index 1.0.0-1',
        'index 1.0.0',
        'local 1.0.0-2',
        'local 1.0.0-1',
        'local 1.0.0',
      ],
      'pip@26.3': [
        'local 1.0.0+local',
        'local 1.0.0-2',
        'local 1.0.0-1',
        'local 1.0.0',
        'index 1.0.0-1',
        'index 1.0.0',
      ],
    });
  });

  test('on machines that refuse manylinux only the local files are left', async () => {
    const alone = ['local 1.0.0+local', 'local 1.0.0-2', 'local 1.0.0-1', 'local 1.0.0'];
    expect(await orders(await wheelhouse('manylinux2014_x86_64'), '--no-manylinux')).toEqual({
      'pip@20.2': alone,
      'pip@26.2': alone,
      'pip@26.3': alone,
    });
  });
});
