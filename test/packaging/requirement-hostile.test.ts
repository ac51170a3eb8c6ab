import { describe, expect, it } from 'vitest';
import { evaluateMarker, extrasOf } from '../../src/packaging/marker.ts';
import { parseRequirement } from '../../src/packaging/requirement.ts';
import { marker } from './parsed.ts';

/** About a million characters each. */
const long = (text: string): string => text.repeat(1_000_000 / text.length);

const hostile: [subject: string, text: string][] = [
  ['a long name', long('a')],
  ['a long name that ends in dots', `a${long('.')}`],
  ['a long name of dashes', `a${long('-a')}`],
  ['blanks', `a${long(' ')}!`],
  ['blanks before a marker', `a ;${long(' ')}os_name == 'nt'${long(' ')}x`],
  ['tabs inside of parentheses', `a (${long('\t')}>=1${long('\t')})`],
  ['open brackets', `a${long('[')}`],
  ['extras', `a[${long('b,')}c]`],
  ['an extra', `a[b${long('-')}]`],
  ['commas', `a${long(',')}`],
  ['clauses', `a${long('>=1,')}`],
  ['clauses with an end that is wrong', `a${long('>=1,')}x`],
  ['digits', `a==${long('9')}`],
  ['release numbers', `a==${long('1.')}1`],
  ['a label', `a==1+${long('a.')}a`],
  ['an arbitrary text', `a===${long('x')}`],
  ['a URL', `a @ ${long('x')}`],
  ['a quoted text', `a; os_name == '${long('x')}'`],
  ['a quote that does not end', `a; os_name == "${long("'")}`],
  ['quotes', `a; ${long("''")}`],
  ['operators', `a; os_name ${long('<')}`],
  ['not', `a; os_name ${long('not ')}`],
  ['or', `a; os_name == 'nt'${long(" or os_name=='nt'")}`],
  ['and', `a; os_name == 'nt'${long(" and os_name=='nt'")}`],
  ['or and and', `a; os_name == 'nt'${long(" or os_name=='nt' and os_name!='nt'")}`],
  ['pairs of parentheses', `a; (os_name == 'nt')${long(" or (os_name=='nt')")}`],
  ['open parentheses', `a; ${long('(')}`],
  ['semicolons', `a${long(';')}`],
];

// What is quadratic takes minutes here, past any time limit of the test runner.
describe('a requirement of a million characters', () => {
  it.each(hostile)('made of %s is read or refused at once', (_, text) => {
    const result = parseRequirement(text);
    if (!result.ok) expect(result.reason.length).toBeLessThan(200);
  });

  it.each(['or', 'and'])('that chains comparisons with %s is evaluated at once', (word) => {
    const chain = marker(`extra == 'a'${long(` ${word} extra == 'a'`)}`);
    expect(evaluateMarker(chain, { extra: 'a' })).toBe(true);
    expect(evaluateMarker(chain, { extra: 'b' })).toBe(false);
    expect(evaluateMarker(chain, {})).toBeUndefined();
    expect(new Set(extrasOf(chain))).toEqual(new Set(['a']));
  });
});
