import { expect, test } from 'vitest';
import { explainToJson, onlyTarget } from '../../support/explanation.ts';
import { tempFolder, writeFiles, writeWheels } from '../../support/temp-wheelhouse.ts';

test('an installer stops at the file that it wants when that is no archive', async () => {
  const cwd = await tempFolder();
  await writeWheels(cwd, 'wheels/demo-1.0-py3-none-any.whl');
  await writeFiles(cwd, { 'wheels/demo-1.1-py3-none-any.whl': 'no archive' });
  const args = ['demo', 'wheels', '--no-index', '--installer', 'pip@26.2'];
  const { explanation } = await explainToJson(args, { cwd });
  const { candidates, problem } = onlyTarget(explanation);
  expect(candidates.map(({ filename, selected }) => [filename, selected])).toEqual([
    ['demo-1.1-py3-none-any.whl', false],
    ['demo-1.0-py3-none-any.whl', false],
  ]);
  expect(problem).toBe('pip 26.2 stops at demo-1.1-py3-none-any.whl: it is no readable wheel.');
});
