import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HashSet } from '../../../src/wheel/archive/hash-set.ts';

it('is a set of numbers, one after the other', () => {
  const hash = fc.oneof(fc.integer(), fc.constantFrom(0, 1, 64, 128, -1), fc.integer({ min: 0, max: 9 }));
  fc.assert(
    fc.property(fc.array(hash, { maxLength: 200 }), fc.array(hash), (added, asked) => {
      const known = new Set<number>();
      const set = new HashSet(added.length);
      for (const item of added) {
        expect(set.add(item)).toBe(!known.has(item));
        known.add(item);
      }
      for (const item of [...added, ...asked]) expect(set.has(item)).toBe(known.has(item));
    }),
  );
});

it('grows with what it has to hold', () => {
  const set = new HashSet(100_000);
  for (let item = 0; item < 100_000; item += 1) expect(set.add(item * 31)).toBe(true);
  expect(set.has(31)).toBe(true);
  expect(set.has(32)).toBe(false);
});

it('takes no longer for numbers that all want one place', () => {
  const count = 200_000;
  const set = new HashSet(count);
  // 1 << 19 places: the bits above them, without those that are mixed in.
  const same = Array.from({ length: 4000 }, (_, index) => {
    const high = (index + 1) << 19;
    return high | ((high >>> 15) & 0x7ffff);
  });
  expect(same.filter((item) => set.add(item)).length).toBeLessThan(200);
  for (const item of same) expect(set.has(item)).toBe(true);
});
