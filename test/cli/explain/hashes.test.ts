import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { projectAnswer } from '../../../fixtures/pypi-answer.ts';
import { wheelhouseLint } from '../../support/command-line.ts';
import { exclusionsOf, explainToJson, orderOf } from '../../support/explanation.ts';
import { tempFolder, writeAnswers, writeWheels } from '../../support/temp-wheelhouse.ts';

const filename = 'demo-1.0-py3-none-any.whl';
const theirs = 'b'.repeat(64);
const options = ['wheels', '--index-url=file:answers', '--installer=pip@20.2,pip@26.2,uv', '--python=3.9'];

/** One file name with two contents. @returns the folder, and the sha256 of the wheel in it */
async function wheelhouse(): Promise<{ cwd: string; mine: string }> {
  const cwd = await tempFolder();
  const [bytes] = (await writeWheels(cwd, `wheels/${filename}`)).values();
  const files = [
    { filename, sha256: theirs },
    { filename: 'demo-1.0.tar.gz', sha256: 'c'.repeat(64) },
  ];
  await writeAnswers(cwd, new Map([['demo', projectAnswer('demo', files)]]));
  return {
    cwd,
    mine: createHash('sha256')
      .update(bytes ?? '')
      .digest('hex'),
  };
}

test("the hash of the folder's file: pip since 20.3 takes the other one and fails, uv does not", async () => {
  const { cwd, mine } = await wheelhouse();
  const { explanation } = await explainToJson([`demo==1.0 --hash=sha256:${mine}`, ...options], { cwd });
  const outcomes = explanation.targets.map(({ installer, candidates, problem }) => ({
    installer,
    winner: candidates.find(({ selected }) => selected)?.source ?? null,
    problem,
  }));
  expect(outcomes).toEqual([
    { installer: 'pip@20.2', winner: 'wheels', problem: null },
    {
      installer: 'pip@26.2',
      winner: null,
      problem: `pip 26.2 takes ${filename} and fails: its sha256 is not one of those allowed.`,
    },
    { installer: 'uv', winner: 'wheels', problem: null },
  ]);
});

test('the table marks the file that is taken in vain', async () => {
  const { cwd, mine } = await wheelhouse();
  const args = ['explain', `demo==1.0 --hash=sha256:${mine}`, ...options, '--installer=pip@26.2'];
  const { stdout, status } = await wheelhouseLint(args, { cwd });
  expect(status).toBe(0);
  expect(stdout).toContain(`  ✖ 1  ${filename}  file:answers\n`);
  expect(stdout).toContain(`  ✖ takes ${filename} and fails: its sha256 is not one of those allowed.\n`);
  expect(stdout).toContain('✖ is taken, and then the installation fails\n');
});

test("the hash of the index's file: it wins everywhere, as it is stated", async () => {
  const { cwd } = await wheelhouse();
  const requirement = `demo==1.0 --hash=sha256:${theirs.toUpperCase()}`;
  const { explanation } = await explainToJson([requirement, ...options], { cwd });
  for (const target of explanation.targets) {
    expect(orderOf(target)[0]).toMatch(/^\* file:.*\/answers: demo-1\.0-py3-none-any\.whl$/);
    expect(target.candidates[0]?.reason).toBe('states an allowed hash');
    expect(target.candidates[1]).toMatchObject({ source: 'wheels', reason: 'states no hash' });
  }
  const out = explanation.targets.map(exclusionsOf);
  expect(out).toEqual([
    ['demo-1.0.tar.gz: its hash is not allowed'],
    ['demo-1.0.tar.gz: its hash is not allowed'],
    [],
  ]);
});

test('several hashes allow several files', async () => {
  const { cwd, mine } = await wheelhouse();
  const requirement = `demo==1.0 --hash=sha256:${mine} --hash sha256:${theirs}`;
  const { explanation } = await explainToJson([requirement, ...options], { cwd });
  expect(explanation.requirement).toBe(requirement);
  expect(explanation.targets.map(({ problem }) => problem)).toEqual([null, null, null]);
});
