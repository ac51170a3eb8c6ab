import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { lintWheel, unsound } from './lint-mutated.ts';
import { mutatedWheel } from './mutated-wheel.ts';

/** `npm run fuzz` goes on from here. */
const count = 4000;
const batch = 500;

describe('a wheel with something wrong in it', () => {
  test.each(
    Array.from({ length: count / batch }, (_, index) => index * batch),
  )('is read and linted: seeds from %i', async (first) => {
    const codes = new Set<string>();
    for (let seed = first; seed < first + batch; seed += 1) {
      const { filename, bytes } = mutatedWheel(`test ${seed}`);
      const findings = await lintWheel(filename, bytes);
      expect(unsound(findings), `seed ${seed}`).toBeUndefined();
      for (const { code } of findings) codes.add(code);
    }
    // The wheels are not only broken: rules about their contents have something to say.
    expect([...codes].filter((code) => code.startsWith('WHL6')).length).toBeGreaterThan(8);
  });

  test('is the same for the same seed', () => {
    const digest = () => createHash('sha256').update(mutatedWheel('test 7').bytes).digest('hex');
    expect(digest()).toBe(digest());
  });
});
