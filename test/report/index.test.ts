import { expect, test } from 'vitest';
import { formatNames, reporters } from '../../src/report/index.ts';
import { context, result } from './samples.ts';

test('the formats', () => {
  expect(formatNames).toEqual([
    'stylish',
    'concise',
    'json',
    'jsonl',
    'sarif',
    'github',
    'gitlab',
    'junit',
    'markdown',
    'html',
  ]);
  expect(Object.keys(reporters)).toEqual([...formatNames]);
});

test.each(formatNames)('%s ends with one line feed', async (name) => {
  const reporter = await reporters[name]();
  expect(await reporter(result([]), context())).toMatch(/[^\n]\n$/);
});
