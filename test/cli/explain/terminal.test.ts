import { expect, test } from 'vitest';
import { wheelhouseLint } from '../../support/command-line.ts';
import { tempFolder, writeWheels } from '../../support/temp-wheelhouse.ts';

async function explainDemo(...args: string[]): Promise<string> {
  const cwd = await tempFolder();
  await writeWheels(cwd, 'demo-1.0-py3-none-any.whl', 'demo-1.1-py3-none-any.whl');
  const options = ['explain', 'demo', '--no-index', '--installer=uv', ...args];
  return (await wheelhouseLint(options, { cwd })).stdout;
}

test('colours are for terminals, and for who asks', async () => {
  const plain = await explainDemo();
  expect(plain).not.toContain('\u001b');
  const painted = await explainDemo('--color');
  expect(painted).toContain('\u001b[');
  expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(plain);
});

test('the winner is green and bold, the others are plain', async () => {
  const lines = (await explainDemo('--color=always')).split('\n');
  expect(lines.find((line) => line.includes('1.1-py3'))).toMatch(
    /^\u001b\[32m\u001b\[1m {2}✔ 1 {2}demo-1\.1/,
  );
  expect(lines.find((line) => line.includes('1.0-py3'))).toMatch(/^ {4}2 {2}demo-1\.0/);
});
