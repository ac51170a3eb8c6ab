import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { formatNames, reporters } from '../../src/report/index.ts';
import { context, finding, nativeInAny, result } from './samples.ts';

const base = {
  wheel: 'a-1.0-py3-none-any.whl',
  messageId: 'library',
  data: { member: 'a.so', format: 'ELF', platform: 'linux_x86_64' },
};
const real = context({ rules });

/** What each format says of a finding that can be mended. */
const marks: Readonly<Record<string, string>> = {
  stylish: '[*]',
  json: '"fixable": true',
  jsonl: '"fixable":true',
  sarif: '"fixable": true',
  html: '"fixable":true',
  markdown: '[fix: <code>wheelhouse-lint fix --retag auto</code>]',
};

test.each(formatNames)('%s says that a finding can be mended, and of others not', async (name) => {
  const report = await reporters[name]();
  const say = async (fixable: boolean): Promise<string> =>
    report(result([finding(nativeInAny, { ...base, fixable })]), real);
  const mark = marks[name] ?? '[fix: wheelhouse-lint fix --retag auto]';
  expect(await say(true)).toContain(mark);
  expect(await say(false)).not.toContain(mark);
});
