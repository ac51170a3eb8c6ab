import { describe, expect, test } from 'vitest';
import { groupUnchecked, uncheckedHeading, uncheckedText } from '../../src/report/unchecked.ts';
import { count, list } from '../../src/report/words.ts';
import { unchecked } from './samples.ts';

test.each([
  [0, '0 wheels'],
  [1, '1 wheel'],
  [2, '2 wheels'],
])('count(%i)', (amount, words) => {
  expect(count(amount, 'wheel')).toBe(words);
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd'], 'a, b, c and d'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
])('list(%j)', (items, words) => {
  expect(list(items, 3)).toBe(words);
});

describe('unchecked', () => {
  test('names each source and reason once', () => {
    expect(groupUnchecked(unchecked).map((group) => uncheckedText(group))).toEqual([
      'https://index.example/pypi: HTTP 503 after 3 tries (numpy, scipy, torch and 3 more)',
      'https://download.example.org/simple: the answer is not a Simple index page (torch)',
      'generic: permission denied',
    ]);
  });

  test('counts a project once', () => {
    expect(uncheckedHeading(unchecked)).toBe('6 projects and 1 folder could not be checked completely');
    expect(uncheckedHeading(unchecked.slice(-1))).toBe('1 folder could not be checked completely');
    expect(uncheckedHeading(unchecked.slice(0, 1))).toBe('1 project could not be checked completely');
  });
});
