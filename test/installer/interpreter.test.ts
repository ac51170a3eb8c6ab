import { expect, it } from 'vitest';
import { formatInterpreter, parseInterpreter } from '../../src/installer/interpreter.ts';

it.each([
  ['3.11', '3.11'],
  ['cp311', '3.11'],
  ['cpython3.8', '3.8'],
  ['3.13t', '3.13t'],
  ['cp314t', '3.14t'],
  ['pypy3.11', 'pypy3.11'],
  ['pp310', 'pypy3.10'],
])('%s is the Python %s', (text, shown) => {
  const interpreter = parseInterpreter(text);
  expect(interpreter && formatInterpreter(interpreter)).toBe(shown);
});

it.each([
  '',
  '2.7',
  '3',
  '3.x',
  '3.11.2',
  '3.12t',
  'pypy3.11t',
  'jython3.8',
  '3.99',
  '3.5',
])('%s is none', (text) => {
  expect(parseInterpreter(text)).toBeUndefined();
});
