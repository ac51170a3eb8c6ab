import { describe, expect, it } from 'vitest';
import { compareLegacy } from '../../src/packaging/legacy-order.ts';

describe('the order of versions before PEP 440', () => {
  // From `packaging` 21.3: sorted(versions, key=LegacyVersion).
  const sorted = '1.0+cc 1.0.dev1 1.0a1 1.0rc1 1.0 1.0.post1 1.1+1 1.1 2.0 10.0'.split(' ');

  it('puts a label before none, and before pre-releases too', () => {
    expect([...sorted].reverse().sort(compareLegacy)).toEqual(sorted);
  });

  it.each([
    ['1.0', '1'],
    ['1.0+CC', '1.0+cc'],
    ['1.0pre1', '1.0c1'],
  ])('counts %s and %s as equal', (a, b) => {
    expect(compareLegacy(a, b)).toBe(0);
  });
});
