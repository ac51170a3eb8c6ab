import { beforeAll, describe, expect, test } from 'vitest';
import { wheelhouseLint } from '../../support/command-line.ts';
import { explainToJson, orderOf } from '../../support/explanation.ts';
import { tempFolder, writeFiles, writeWheels } from '../../support/temp-wheelhouse.ts';

const wheel = 'demo-1.0+site-cp311-cp311-linux_x86_64.whl';
let cwd = '';

beforeAll(async () => {
  cwd = await tempFolder();
  await writeWheels(cwd, `site/v4/${wheel}`, `site/v3/${wheel}`, `site/generic/${wheel}`, `mine/${wheel}`);
  await writeFiles(cwd, {
    'site/wheelhouse-lint.toml': `index = []
[[stack]]
name = "v4"
find-links = ["v4", "v3", "generic"]
[[stack]]
name = "v3"
find-links = ["v3", "generic", "gone"]
[target]
installers = ["pip@26.2", "pdm"]
`,
  });
});

const config = '--config=site/wheelhouse-lint.toml';

describe('without paths the configured stacks are asked about', () => {
  test('each by itself, its folders relative to the configuration', async () => {
    const { explanation, status } = await explainToJson(['demo==1.0', config], { cwd });
    expect(status).toBe(0);
    const answers = explanation.targets.map((target) => [target.stack, target.installer, orderOf(target)]);
    const order = (...folders: string[]) =>
      folders.map((folder, place) => `${place === 0 ? '* ' : '= '}site/${folder}: ${wheel}`);
    expect(answers).toEqual([
      ['v4', 'pip@26.2', order('generic', 'v3', 'v4')],
      ['v4', 'pdm', order('v4', 'v3', 'generic')],
      ['v3', 'pip@26.2', order('generic', 'v3')],
      ['v3', 'pdm', order('v3', 'generic')],
    ]);
    expect(explanation.notices).toEqual([
      "The stack 'v3' lists 'site/gone', which does not exist: installers pass over it.",
    ]);
  });

  test('the table names each of them', async () => {
    const { stdout } = await wheelhouseLint(['explain', 'demo==1.0', config], { cwd });
    expect(stdout.match(/^stack .*$/gm)).toEqual(["stack 'v4'", "stack 'v3'"]);
    expect(stdout).toContain("the smallest path wins a tie, 'generic' before 'v3'\n");
    expect(stdout).toContain('\nOf two folders the path decides, whatever the configuration lists first.\n');
    expect(stdout).toContain("\nnote: The stack 'v3' lists 'site/gone', which does not exist");
  });

  test('--find-links adds a place to each', async () => {
    const args = ['demo==1.0', config, '--installer=pip@26.2', '--find-links=mine'];
    const { explanation } = await explainToJson(args, { cwd });
    expect(explanation.targets.map((target) => [target.stack, orderOf(target)[0]])).toEqual([
      ['v4', `* mine: ${wheel}`],
      ['v3', `* mine: ${wheel}`],
    ]);
  });
});

test('paths stand in place of the stacks', async () => {
  const args = ['demo==1.0', 'site/v4', 'mine', config, '--installer=pdm'];
  const { explanation } = await explainToJson(args, { cwd });
  expect(explanation.targets.map((target) => [target.stack, orderOf(target)])).toEqual([
    [null, [`* site/v4: ${wheel}`, `= mine: ${wheel}`]],
  ]);
});

test('a file of a stack that is no wheel is passed over, with a word', async () => {
  const folder = await tempFolder();
  await writeWheels(folder, `wheels/${wheel}`);
  await writeFiles(folder, {
    'wheels/build.log': '',
    'wheelhouse-lint.toml':
      'index = []\n[[stack]]\nname = "s"\nfind-links = ["wheels/build.log", "wheels"]\n',
  });
  const { explanation } = await explainToJson(['demo', '--installer=uv'], { cwd: folder });
  expect(explanation.notices).toEqual([
    "The stack 's' lists 'wheels/build.log', which is neither a folder nor a page nor a wheel: installers pass over it.",
  ]);
  expect(explanation.targets.map(orderOf)).toEqual([[`* wheels: ${wheel}`]]);
});
