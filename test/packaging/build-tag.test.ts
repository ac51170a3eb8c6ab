import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBuildTags, parseBuildTag } from '../../src/packaging/build-tag.ts';

const sign = (a: string, b: string): number =>
  Math.sign(compareBuildTags(parseBuildTag(a), parseBuildTag(b)));

describe('parseBuildTag', () => {
  it.each([
    ['1', 1n, ''],
    ['01', 1n, ''],
    ['1computecanada', 1n, 'computecanada'],
    ['20261231_2', 20261231n, '_2'],
    ['9'.repeat(40), BigInt('9'.repeat(40)), ''],
  ])('reads %s', (text, number, suffix) => {
    expect(parseBuildTag(text)).toEqual({ text, number, suffix });
  });

  it.each(['', 'a', 'computecanada', '_1', '٣'])('refuses %j, which does not begin with a digit', (text) => {
    expect(parseBuildTag(text)).toBeUndefined();
  });
});

describe('compareBuildTags', () => {
  it('orders as pip does: none, then by number, then by the rest', () => {
    const ascending = ['', '1', '1a', '1computecanada', '2', '10', `1${'0'.repeat(40)}`];
    const places = ascending.flatMap((a, i) => ascending.map((b, j) => `${a} ${Math.sign(i - j)} ${b}`));
    expect(ascending.flatMap((a) => ascending.map((b) => `${a} ${sign(a, b)} ${b}`))).toEqual(places);
  });

  it('takes no heed of leading zeros', () => {
    expect(sign('01', '1')).toBe(0);
    expect(sign('01a', '1a')).toBe(0);
    expect(sign('01', '2')).toBe(-1);
  });

  it('is a total order', () => {
    const tag = fc.oneof(fc.constantFrom('', '1', '01', '2', '10'), fc.stringMatching(/^\d{0,2}[a-b]{0,2}$/));
    fc.assert(
      fc.property(tag, tag, tag, (a, b, c) => {
        expect(sign(a, b) + sign(b, a)).toBe(0);
        if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
