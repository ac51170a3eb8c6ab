import { expect, it } from 'vitest';
import { fileSuffix, hasLibraryName } from '../../../src/wheel/native/file-suffix.ts';

it.each([
  ['a.py', 'py'],
  ['pkg/a.tar.GZ', 'GZ'],
  ['pkg.d/tool', ''],
  ['tool', ''],
  ['dot.', ''],
  ['', ''],
])('the suffix of "%s" is "%s"', (name, suffix) => {
  expect(fileSuffix(name)).toBe(suffix);
});

it.each([
  ['liba.so', true],
  ['liba.so.1.2.3', true],
  ['LIBA.DLL', true],
  ['liba.dylib', true],
  ['liba.so.debug', false],
  ['liba.so.1.py', false],
  ['liba.so/tool', false],
  ['so', false],
])('"%s" is the name of a library: %s', (name, expected) => {
  expect(hasLibraryName(name)).toBe(expected);
});
