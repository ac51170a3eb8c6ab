import { expect, test } from 'vitest';
import { json } from '../../src/report/json.ts';
import { jsonl } from '../../src/report/jsonl.ts';
import { context, hostileResult, result, unchecked, usual } from './samples.ts';

test.each([
  ['a usual run', result(usual, { unchecked, ignored: 3 })],
  ['nothing', result([])],
  ['hostile names', hostileResult],
])('%s: the lines hold what the JSON report holds', async (_name, given) => {
  const whole = JSON.parse(await json(given, context()));
  const [run, ...lines] = (await jsonl(given, context()))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { version, tool, summary } = whole;
  expect(run).toEqual({ type: 'run', version, tool, summary });
  expect(lines).toEqual([
    ...whole.findings.map((finding: object) => ({ type: 'finding', ...finding })),
    ...whole.unchecked.map((item: object) => ({ type: 'unchecked', ...item })),
  ]);
});
