import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesSpecifiers } from '../../src/packaging/specifier.ts';
import { closeVersionText } from './generators.ts';
import { specifiers, version } from './parsed.ts';

const fits = (specifier: string, candidate: string): boolean =>
  matchesSpecifiers(specifiers(specifier), version(candidate));

/** Candidates that fit, and candidates that do not. */
const table: [specifier: string, yes: string, no: string][] = [
  ['', '1.0 1.0+cc 1.0a1', ''],
  ['==1.0', '1 1.0 1.0.0 1.0+cc 1.0+cc.1', '1.0.1 1.0a1 1.0.post1 1.0.dev1 1!1.0'],
  ['==1.0+cc', '1.0+cc 1.0.0+CC', '1.0 1.0+cc.1 1.0+c 1.0+1'],
  ['==1.0+cc.1', '1.0+cc_01', '1.0+cc 1.0+cc.1.1'],
  ['!=1.0', '1.1 1.0.post1 1.0a1 1.0.dev1', '1.0 1.0.0 1.0+cc'],
  ['!=1.0+cc', '1.0 1.0+cc.1', '1.0+cc 1.0+CC'],
  ['===1.0', '1.0', '1.0.0 1.0+cc 1'],
  ['===1.0+cc', '1.0+cc 1.0+CC', '1.0 1.0+cc.1'],
  ['===1.0+compute.canada', '1.0+Compute_Canada', '1.0+computecanada'],
  ['===1.0+Compute_Canada', '', '1.0+Compute_Canada'],
  ['===1.0A1', '1.0a1 1.0alpha1', '1.0'],
  ['===nonsense', '', '1.0'],
  ['>=1.0', '1.0 1.0+cc 1.0.post1 1.0.1.dev1 1!0', '1.0a1 1.0.dev1 0.9+cc'],
  ['<=1.0', '1.0 1.0+cc 1.0a1 0.9', '1.0.post1 1.0.1.dev1'],
  ['>1.0', '1.0.1 1.1.dev1 1.0.1.post1 1!0', '1.0 1.0+cc 1.0.post1 1.0.0.post1+cc 1.0.post1.dev1 1.0a1'],
  ['>1.0.post1', '1.0.post2 1.0.post2.dev0 1.0.1', '1.0.post1 1.0.post1+cc 1.0 1.0+cc'],
  ['>1.0a1', '1.0a2 1.0 1.0.post1 1.0+cc 1.0b1.dev0', '1.0a1 1.0a1.post1 1.0a1+cc'],
  ['>1.0.dev1', '1.0.dev2 1.0a1 1.0 1.0.post1', '1.0.dev1 1.0.dev1+cc'],
  ['<1.0', '0.9 0.9.post1 0.9+cc', '1.0 1.0a1 1.0rc1+cc 1.0.dev0 1.0+cc'],
  ['<1.0rc1', '1.0a1 1.0.dev1 1.0rc1.dev1 0.9', '1.0rc1 1.0rc1+cc 1.0'],
  ['<1.0.post1', '1.0 1.0+cc 1.0a1', '1.0.post1 1.0.post1.dev1'],
  ['<1.0.1', '1.0 1.0+cc 1.0.post1', '1.0.1a1 1.0.1.dev0'],
  ['~=1.0', '1.0 1.0+cc 1.5 1.0.post1', '2.0 0.9 1.0a1 2.0.dev0 1!1.0'],
  ['~=1.0.0', '1.0 1.0.0+cc 1.0.9', '1.1'],
  ['~=1.4.5a4', '1.4.5a4 1.4.5 1.4.6', '1.4.5a3 1.5'],
  ['~=2.2.post3', '2.2.post3 2.3', '2.2 2.2.post2 3.0'],
  ['==1.0.*', '1.0 1 1.0.5 1.0+cc 1.0a1 1.0.post1 1.0.dev0', '1.1 1.10 1!1.0 2'],
  ['==1.0.0.*', '1.0 1 1.0.0.1', '1.0.1'],
  ['==1!1.*', '1!1.0 1!1', '1.0'],
  ['!=1.0.*', '1.1 2', '1.0 1.0.5 1.0+cc 1.0a1'],
  ['>=1.0,<2,!=1.5', '1.0 1.9+cc', '2.0 1.5 1.5+cc 2.0a1'],
];

describe('matchesSpecifiers', () => {
  it.each(table)('%s takes [%s] and refuses [%s]', (specifier, yes, no) => {
    const words = (text: string) => text.split(' ').filter((word) => word !== '');
    expect(words(yes).filter((candidate) => !fits(specifier, candidate))).toEqual([]);
    expect(words(no).filter((candidate) => fits(specifier, candidate))).toEqual([]);
  });

  it('counts every digit of long numbers', () => {
    const long = (last: number) => `1.0.dev2026123123595999${last}`;
    expect(fits(`==${long(8)}`, long(8))).toBe(true);
    expect(fits(`==${long(8)}`, long(9))).toBe(false);
    expect(fits(`>${long(8)}`, long(9))).toBe(true);
    expect(fits('==99999999999999999998.*', '99999999999999999998.1')).toBe(true);
    expect(fits('==99999999999999999998.*', '99999999999999999999.1')).toBe(false);
    expect(fits('<99999999999999999999', '99999999999999999999rc1')).toBe(false);
    expect(fits('>99999999999999999999', '99999999999999999999.post1')).toBe(false);
    expect(fits('~=99999999999999999998.1', '99999999999999999998.2')).toBe(true);
  });

  const pair = [closeVersionText, closeVersionText] as const;

  it('finds == the opposite of !=', () => {
    fc.assert(fc.property(...pair, (a, b) => fits(`==${a}`, b) !== fits(`!=${a}`, b)));
  });

  it('finds that a public version fits <=, == or >=, and < and > never both', () => {
    fc.assert(
      fc.property(...pair, (a, b) => {
        const text = version(a).public;
        expect(fits(`<=${text}`, b) || fits(`>=${text}`, b)).toBe(true);
        expect(fits(`<=${text}`, b) && fits(`>=${text}`, b)).toBe(fits(`==${text}`, b));
        expect(fits(`<${text},>${text}`, b)).toBe(false);
        if (fits(`<${text}`, b)) expect(fits(`<=${text},!=${text}`, b)).toBe(true);
        if (fits(`>${text}`, b)) expect(fits(`>=${text},!=${text}`, b)).toBe(true);
      }),
    );
  });
});
