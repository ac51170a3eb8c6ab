import { expect, test } from 'vitest';
import { excerptOf } from '../../src/cli/scanning/excerpt.ts';

const text = 'a\r\nb\nc\nd\n';

test('a line with its neighbours', () => {
  expect(excerptOf(text, 2)).toEqual({
    line: 2,
    text: 'b',
    firstLine: 1,
    lines: ['a', 'b', 'c'],
    whole: text,
  });
  expect(excerptOf(text, 1)).toMatchObject({ line: 1, firstLine: 1, lines: ['a', 'b'] });
  expect(excerptOf(text, 4)).toMatchObject({ line: 4, firstLine: 3, lines: ['c', 'd'] });
});

test('the first line that says something', () => {
  expect(excerptOf('\n  \n# x\n')).toMatchObject({
    line: 3,
    text: '# x',
    firstLine: 2,
    lines: ['  ', '# x'],
  });
});

test.each([
  ['a line that is not there', text, 5],
  ['an empty line', 'a\n\nb\n', 2],
  ['an empty text', '', undefined],
  ['a line that is no line for people', `${'x'.repeat(2000)}\n`, 1],
  ['a neighbour that is none', `a\n${'x'.repeat(2000)}\n`, 1],
])('%s: nothing', (_name, given, line) => {
  expect(excerptOf(given, line)).toBeUndefined();
});

test('a long text is not kept', () => {
  expect(excerptOf('x\n'.repeat(5000), 3)?.whole).toBeUndefined();
});
