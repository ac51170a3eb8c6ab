import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { splitRow } from '../../../src/wheel/record/csv-row.ts';
import { askPython, noPython } from './oracle.ts';

describe('a row of RECORD', () => {
  it.each([
    ['a.py,sha256=x,1', ['a.py', 'sha256=x', '1']],
    ['"a,b.py",sha256=x,1', ['a,b.py', 'sha256=x', '1']],
    ['"b""c.py","",""', ['b"c.py', '', '']],
    ['b"c.py,,', ['b"c.py', '', '']],
    ['"a"b,,', ['ab', '', '']],
    [' a , b ', [' a ', ' b ']],
    ['a.py', ['a.py']],
    ['', ['']],
  ])('%s', (row, fields) => {
    expect(splitRow(row)).toEqual(fields);
  });

  it('has to end its quotes', () => {
    expect(splitRow('"a.py,,')).toBe('quote');
    expect(splitRow('a.py,"x,1')).toBe('quote');
    expect(splitRow(`"${'a'.repeat(2e7)}`)).toBe('quote');
  });

  it('has fields that Python reads', () => {
    expect(splitRow(`${'a'.repeat(131_072)},,`)).toHaveLength(3);
    expect(splitRow(`${'a'.repeat(131_073)},,`)).toBe('field-length');
    expect(splitRow(`"${'a'.repeat(2e7)}",,`)).toBe('field-length');
  });

  it('is not taken apart without end', () => {
    expect(splitRow(','.repeat(2e7))).toHaveLength(20);
    expect(splitRow(`a${',"b"'.repeat(2e6)}`)).toHaveLength(20);
  });

  test.skipIf(noPython)(`is read as Python's csv reads it ${noPython ?? ''}`, () => {
    const character = fc.constantFrom('a', '.', '/', ',', '"', '"', ' ', '=', '\\', "'", 'é', '\t');
    const row = fc.string({ unit: character, minLength: 1, maxLength: 12 });
    const rows = fc.sample(row, { numRuns: 20_000, seed: 7 });
    const { fields } = askPython({ fields: rows });
    const differences = rows.flatMap((text, index) => {
      const ours = splitRow(text);
      const theirs = fields[index] ?? 'quote';
      return JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [{ text, ours, theirs }];
    });
    expect(differences).toEqual([]);
  });
});
