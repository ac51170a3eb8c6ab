import { describe, expect, it, test } from 'vitest';
import { IniError, parseIni } from '../../../src/config/pip/ini.ts';

function valueIn(text: string): string | undefined {
  return parseIni(`[s]\n${text}`).sections.get('s')?.get('key');
}

function complaint(text: string): [line: number, message: string] {
  try {
    parseIni(text);
  } catch (error) {
    if (error instanceof IniError) return [error.line, error.message];
    throw error;
  }
  throw new Error('it is taken');
}

describe('one value', () => {
  test.each([
    ['key = a', 'a'],
    ['key: a', 'a'],
    ['key=a', 'a'],
    ['  key \t =\t a  ', 'a'],
    ['KEY = A', 'A'],
    ['key = a = b : c', 'a = b : c'],
    ['key : a = b', 'a = b'],
    ['key =', ''],
    ['key = %(home)s %% $HOME', '%(home)s %% $HOME'],
    ['key = a # b ; c', 'a # b ; c'],
    ['key = "a"', '"a"'],
    ['key = a\n  b\n\tc', 'a\nb\nc'],
    ['key =\n  a', '\na'],
    ['key = a\n\n  b\n\n', 'a\n\nb'],
    ['key = a\n  # no\n  ; neither\n  b', 'a\nb'],
    ['key = a\n# no\n  b', 'a\nb'],
    ['  key = a\n   b = c', 'a\nb = c'],
    ['key = a\n  [t]', 'a\n[t]'],
    ['key = a\r\n  b\r\n', 'a\nb'],
    ['key = a\r  b', 'a\nb'],
    ['key = \u00a0a\u2028b\u0085', 'a\u2028b'],
    ['key = a\n\u001cb', 'a\nb'],
  ])('%j', (text, value) => {
    expect(valueIn(text)).toBe(value);
  });
});

describe('sections', () => {
  it('keeps them and their keys in order', () => {
    const { sections } = parseIni('[b]\ny=1\nx=2\n[a]\n[B]\n');
    expect([...sections].map(([name, values]) => [name, ...values.keys()])).toEqual([
      ['b', 'y', 'x'],
      ['a'],
      ['B'],
    ]);
  });

  it('takes everything up to the last bracket for the name', () => {
    expect([...parseIni('[a] b\n[ c ]\n  [d]e]f\n').sections.keys()]).toEqual(['a', ' c ', 'd]e']);
  });

  it('keeps [DEFAULT], which may stand twice, to itself', () => {
    const { defaults, sections } = parseIni('[DEFAULT]\na=1\n[s]\n[DEFAULT]\nb=2\n');
    expect([[...defaults], [...sections.keys()]]).toEqual([
      [
        ['a', '1'],
        ['b', '2'],
      ],
      ['s'],
    ]);
  });

  it('has none in an empty file', () => {
    expect(parseIni('\n# nothing\n')).toEqual({ defaults: new Map(), sections: new Map() });
  });
});

describe('what is refused', () => {
  test.each([
    ['a = b', 1, 'no [section] stands before it'],
    ['\ufeff[s]', 1, 'no [section] stands before it'],
    ['[s\n', 1, 'no [section] stands before it'],
    ['[s]\n\nword', 3, "there is no '=' or ':' behind a key"],
    ['[s]\na=1\n[s\n', 3, "there is no '=' or ':' behind a key"],
    ['[s]\n= a', 2, "there is no key before '='"],
    ['[s]\n#\r\n[t]\r[s]', 4, "the section 's' begins a second time"],
    ['[s]\na=1\nA : 2', 3, "the key 'a' stands a second time in its section"],
    ['[DEFAULT]\na=1\n[s]\na=1\n[DEFAULT]\na=2', 6, "the key 'a' stands a second time in its section"],
  ])('%j', (text, line, message) => {
    expect(complaint(text)).toEqual([line, message]);
  });
});
