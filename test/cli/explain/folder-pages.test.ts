import { expect, test } from 'vitest';
import { explainToJson } from '../../support/explanation.ts';
import { tempFolder, writeFiles, writeWheels } from '../../support/temp-wheelhouse.ts';

test('an HTML file in a find-links folder is a page of links for pip, and nothing for uv', async () => {
  const cwd = await tempFolder();
  await writeWheels(cwd, 'wheels/demo-1.0-py3-none-any.whl');
  await writeFiles(cwd, { 'wheels/more.html': '<a href="../elsewhere/demo-1.1-py3-none-any.whl">demo</a>' });
  const args = ['demo', 'wheels', '--no-index', '--installer', 'pip@26.2,uv'];
  const { explanation } = await explainToJson(args, { cwd });
  const winners = explanation.targets.map(
    ({ candidates }) => candidates.find(({ selected }) => selected)?.filename,
  );
  expect(winners).toEqual(['demo-1.1-py3-none-any.whl', 'demo-1.0-py3-none-any.whl']);
});
