import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSpecifiers } from '../../src/packaging/specifier.ts';
import { clauseText } from './generators.ts';
import { specifiers } from './parsed.ts';

describe('parseSpecifiers', () => {
  it.each([
    ['', []],
    ['>=1.0', ['>= 1.0']],
    [' >= 1.0 , < 2 ', ['>= 1.0', '< 2']],
    ['>=1.0,', ['>= 1.0']],
    ['==1.0.*', ['== 1.0 *']],
    ['!=1.*,~=1.0', ['!= 1 *', '~= 1.0']],
    ['==1.0+Compute_Canada', ['== 1.0+Compute_Canada']],
    ['===whatever it-is'.replace(' ', '_'), ['=== whatever_it-is']],
    ['===1.0.*', ['=== 1.0.*']],
    ['<=V1.0RC1', ['<= V1.0RC1']],
  ])('reads %j', (text, clauses) => {
    const written = specifiers(text).map(
      ({ operator, text: version, wildcard }) => `${operator} ${version}${wildcard ? ' *' : ''}`,
    );
    expect(written).toEqual(clauses);
  });

  it.each([
    ['1.0', "'1.0' does not begin with a comparison operator"],
    ['=1.0', "'=1.0' does not begin with a comparison operator"],
    ['>=1.0,,<2', "'' does not begin with a comparison operator"],
    ['>=', "'>=' has no version"],
    ['===', "'===' has no version"],
    ['=== a b', "'a b' is not one word"],
    ['>=1.0 <2', "'1.0 <2' is not a version (PEP 440)"],
    ['==1.0_cc', "'1.0_cc' is not a version (PEP 440)"],
    ['==*', "'*' is not a version (PEP 440)"],
    ['>=1.0.*', "'>=1.0.*' cannot have '.*'"],
    ['~=1.0.*', "'~=1.0.*' cannot have '.*'"],
    ['==1.0a1.*', "'==1.0a1.*' can have '.*' behind release numbers only"],
    ['==1.0.post1.*', "'==1.0.post1.*' can have '.*' behind release numbers only"],
    ['==1.0.dev1.*', "'==1.0.dev1.*' can have '.*' behind release numbers only"],
    ['==1.0+cc.*', "'==1.0+cc.*' can have '.*' behind release numbers only"],
    ['>=1.0+cc', "'>=1.0+cc' cannot have a local version label"],
    ['~=1.0+cc', "'~=1.0+cc' cannot have a local version label"],
    ['<1.0+cc', "'<1.0+cc' cannot have a local version label"],
    ['~=1', "'~=1' needs at least two release numbers"],
  ])('refuses %j with a reason', (text, reason) => {
    expect(parseSpecifiers(text)).toEqual({ ok: false, reason });
  });

  it('gives a short reason on one line for any text', () => {
    const texts = fc.oneof(clauseText, fc.string(), fc.string({ minLength: 5000, maxLength: 6000 }));
    fc.assert(
      fc.property(texts, (text) => {
        const result = parseSpecifiers(text);
        if (!result.ok) expect(result.reason).toMatch(/^[^\n\r]{1,160}$/);
      }),
    );
  });
});
