import { expect, test } from 'vitest';
import { projectAnswer } from '../../fixtures/pypi-answer.ts';
import { rules } from '../../rules/index.ts';
import { resolveRules } from '../../src/config/resolve-rules.ts';
import { tempFolder, writeFiles, writeWheels } from '../support/temp-wheelhouse.ts';
import { lintAgainst } from './lint-against.ts';

const asked = resolveRules(rules, {
  ...{ preset: 'recommended', configured: {}, overrides: [], ignore: [] },
  select: ['unsatisfied-requirement'],
});
const filename = 'demo-1.0-py3-none-any.whl';

test('each required project is asked for once, and no other', async () => {
  const folder = await tempFolder();
  await writeWheels(
    folder,
    { filename, requires: ['six', 'gone', 'more; extra == "x"', 'never; extra == "y"'] },
    { filename: 'other-1.0-py3-none-any.whl', requires: ['SIX>1', 'demo[x]'] },
  );
  const six = { answer: projectAnswer('six', [{ filename: 'six-1.17.0-py2.py3-none-any.whl' }]) };
  const { result, asked: requests } = await lintAgainst(folder, { six }, { rules: asked });
  expect(requests.map((path) => path.split('/')[2])).toEqual(['demo', 'gone', 'more', 'other', 'six']);
  expect(result.findings.map(({ code, data }) => `${code} ${data.project}`)).toEqual([
    'WHL205 gone',
    'WHL205 more',
  ]);
});

test('a required project without an answer is unchecked and no finding', async () => {
  const folder = await tempFolder();
  await writeWheels(folder, { filename, requires: ['six'] });
  const { result } = await lintAgainst(
    folder,
    { demo: { answer: projectAnswer('demo', []) }, six: { always: { status: 500 } } },
    { rules: asked },
  );
  expect(result.findings).toEqual([]);
  expect(result.unchecked.map(({ project, reason }) => [project, reason])).toEqual([['six', 'HTTP 500']]);
});

test('the rule is off by default, and then nothing is asked', async () => {
  const folder = await tempFolder();
  await writeWheels(folder, { filename, requires: ['six'] });
  const { asked: requests } = await lintAgainst(folder, {});
  expect(requests).toEqual(['/pypi/demo/json']);
});

test('wheels and sdists that are not linted count as well, in the folder of a linted one', async () => {
  const folder = await tempFolder();
  await writeWheels(folder, { filename, requires: ['six', 'more>=2', 'third'] }, 'six-1.0-py3-none-any.whl');
  await writeFiles(folder, { 'more-1.0.tar.gz': '', 'third-1.0.tar.gz': '' });
  const { result } = await lintAgainst(folder, {}, { rules: asked, indexes: [], paths: [filename] });
  expect(result.findings.map(({ messageId, data }) => [messageId, data.project])).toEqual([
    ['version', 'more'],
  ]);
});
