import { expect, test } from 'vitest';
import { wrap } from '../../src/report/wrap.ts';

test.each<[string, string, number, string[]]>([
  ['fits', 'one two', 7, ['one two']],
  ['breaks between words', 'one two three', 8, ['one two', 'three']],
  ['keeps a word that is too long', 'a verylongword b', 5, ['a', 'verylongword', 'b']],
  ['keeps what it begins with', '  one two', 6, ['  one', 'two']],
  ['has a line for nothing', '', 5, ['']],
])('%s', (_, text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});

test('a command to a CI system is none at the start of a line either', () => {
  expect(wrap('bad ::error::x', 5)).toEqual(['bad', '\\x3a:error::x']);
});

test('is safe for a terminal', () => {
  expect(wrap('a\u001b[2J\nb', 80)).toEqual(['a\\x1b[2J\\nb']);
});
