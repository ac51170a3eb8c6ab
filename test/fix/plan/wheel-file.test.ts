import { expect, test } from 'vitest';
import { readHeaderText } from '../../../src/fix/plan/header-text.ts';
import { applyEdits, type LineEdit } from '../../../src/fix/plan/line-edits.ts';
import { editBuild, editPurelib, editTags } from '../../../src/fix/plan/wheel-file.ts';

type Edit = (text: ReturnType<typeof readHeaderText>) => readonly LineEdit[];

function edited(before: string, edit: Edit): string {
  const text = readHeaderText(before);
  return applyEdits(text.lines, edit(text));
}

const both = { pythons: ['py2', 'py3'], abis: ['none'], platforms: ['any'] };
const tags: Edit = (text) => editTags(text, both);

test.each([
  ['other tags', 'A: 1\nTag: cp311-none-any\nB: 2\n', 'A: 1\nTag: py2-none-any\nTag: py3-none-any\nB: 2\n'],
  ['an unexpanded one', 'A: 1\nTag: py2.py3-none-any\n', 'A: 1\nTag: py2-none-any\nTag: py3-none-any\n'],
  ['none', 'A: 1\r\n\r\n', 'A: 1\r\nTag: py2-none-any\r\nTag: py3-none-any\r\n\r\n'],
  ['one twice', 'Tag: py2-none-any\nTag: py2-none-any\n', 'Tag: py2-none-any\nTag: py3-none-any\n'],
  [
    'the same in another order',
    'Tag: py3-none-any\nTag: py2-none-any\n',
    'Tag: py3-none-any\nTag: py2-none-any\n',
  ],
])('tags: %s', (_name, before, after) => {
  expect(edited(before, tags)).toBe(after);
  expect(edited(after, tags)).toBe(after);
});

test.each([
  ['is added', 'Root-Is-Purelib: true\nTag: a\n', '1', 'Root-Is-Purelib: true\nBuild: 1\nTag: a\n'],
  ['is changed', 'Build: 2\nTag: a\n', '1', 'Build: 1\nTag: a\n'],
  ['is removed', 'Build: 2\nTag: a\n', undefined, 'Tag: a\n'],
])('the build tag %s', (_name, before, build, after) => {
  expect(edited(before, (text) => editBuild(text, build))).toBe(after);
});

test.each([
  ['Root-Is-Purelib: true\n', 'Root-Is-Purelib: false\n'],
  ['Root-Is-Purelib: True\n', 'Root-Is-Purelib: false\n'],
  ['Root-Is-Purelib: false\n', 'Root-Is-Purelib: false\n'],
  ['Tag: a\n', 'Tag: a\n'],
])('%j becomes %j where native code asks for it', (before, after) => {
  expect(edited(before, editPurelib)).toBe(after);
});
