import { expect, it } from 'vitest';
import { remember } from '../../src/packaging/remember.ts';

it('makes the value of a text once, and again when too many others came in between', () => {
  const made: string[] = [];
  const upper = remember(2, (text) => {
    made.push(text);
    return { text: text.toUpperCase() };
  });
  expect(upper('a')).toBe(upper('a'));
  expect(upper('b').text).toBe('B');
  upper('c');
  expect(upper('a').text).toBe('A');
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
