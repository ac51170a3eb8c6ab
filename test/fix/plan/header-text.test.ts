import { describe, expect, test } from 'vitest';
import {
  addFields,
  fieldOf,
  readHeaderText,
  removeField,
  setValue,
} from '../../../src/fix/plan/header-text.ts';
import { applyEdits, type LineEdit } from '../../../src/fix/plan/line-edits.ts';

type Edit = (text: ReturnType<typeof readHeaderText>) => readonly LineEdit[];

function edited(before: string, edit: Edit): string {
  const text = readHeaderText(before);
  return applyEdits(text.lines, edit(text));
}

const version: Edit = (text) => {
  const field = fieldOf(text, 'version');
  return field === undefined ? [] : setValue(field, '1.0+x');
};

describe('a value is replaced, and every other byte stays', () => {
  test.each([
    ['line feeds', 'Name: a\nVersion: 1.0\n\nVersion: 1.0\n', 'Name: a\nVersion: 1.0+x\n\nVersion: 1.0\n'],
    ['carriage returns', 'Name: a\r\nVersion: 1.0\r\n\r\nbody\n', 'Name: a\r\nVersion: 1.0+x\r\n\r\nbody\n'],
    ['mixed ends', 'Name: a\nVersion: 1.0\r\nLicense: b\n', 'Name: a\nVersion: 1.0+x\r\nLicense: b\n'],
    ['odd spelling', 'NAME:a\nVERSION:\t1.0 \n', 'NAME:a\nVERSION:\t1.0+x\n'],
    ['no blank', 'Version:1.0\n', 'Version: 1.0+x\n'],
    ['the last line without an end', 'Version: 1.0', 'Version: 1.0+x'],
    ['a folded value', 'Version: 1\n .0\nName: a\n', 'Version: 1.0+x\nName: a\n'],
    ['a byte order mark', '\u00EF\u00BB\u00BFVersion: 1.0\n', '\u00EF\u00BB\u00BFVersion: 1.0+x\n'],
    ['bytes that are no UTF-8', 'Author: J\xf6rg\nVersion: 1.0\n', 'Author: J\xf6rg\nVersion: 1.0+x\n'],
    [
      'a long description first',
      'Description: a\n        |b\nVersion: 1.0\n',
      'Description: a\n        |b\nVersion: 1.0+x\n',
    ],
  ])('%s', (_name, before, after) => {
    expect(edited(before, version)).toBe(after);
  });
});

test('nothing changes where the value is the same', () => {
  expect(setValue({ name: 'version', value: '1.0', line: 1, lines: ['Version: 1.0\n'] }, '1.0')).toEqual([]);
});

test('a folded field is removed with all its lines', () => {
  const before = 'Name: a\nRequires-Dist: b;\n python_version < "3"\nLicense: c\n';
  const edit: Edit = ({ fields }) => fields.filter(({ name }) => name === 'requires-dist').map(removeField);
  expect(edited(before, edit)).toBe('Name: a\nLicense: c\n');
});

describe('a field is added', () => {
  test.each([
    ['behind its like', 'A: 1\nB: 1\nB: 2\nC: 1\n\nbody', 'A: 1\nB: 1\nB: 2\nB: 3\nC: 1\n\nbody'],
    ['behind all', 'A: 1\r\nC: 1\r\n\r\nbody', 'A: 1\r\nC: 1\r\nB: 3\r\n\r\nbody'],
    ['behind a last line without an end', 'A: 1\nC: 1', 'A: 1\nC: 1\nB: 3'],
    ['behind a folded one', 'B: 1\n  2\nC: 1\n', 'B: 1\n  2\nB: 3\nC: 1\n'],
  ])('%s', (_name, before, after) => {
    expect(edited(before, (text) => addFields(text, ['b'], ['B: 3']))).toBe(after);
  });
});
