import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pe } from '../../../fixtures/binaries.ts';
import { importingPe } from '../../../fixtures/pe-writer.ts';
import { readImports } from '../../../src/wheel/native/pe-imports.ts';
import { wholeBytes } from './whole-bytes.ts';

const dll = importingPe(['python311.dll', 'KERNEL32.dll', 'VCRUNTIME140.dll']);

test('the import table gives the names of DLLs', () => {
  expect(readImports(wholeBytes(dll)).needed).toEqual(['python311.dll', 'KERNEL32.dll', 'VCRUNTIME140.dll']);
});

test('there may be none', () => {
  expect(readImports(wholeBytes(pe())).needed ?? []).toEqual([]);
});

test('any bytes in any place end in an answer', () => {
  const place = fc.record({ at: fc.nat({ max: dll.length - 1 }), value: fc.nat({ max: 255 }) });
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 1, maxLength: 12 }),
      fc.nat({ max: dll.length }),
      (places, cut) => {
        const copy = dll.slice(0, places.length % 3 === 0 ? cut : dll.length);
        for (const { at, value } of places) if (at < copy.length) copy[at] = value;
        expect((readImports(wholeBytes(copy)).needed ?? []).length).toBeLessThan(501);
      },
    ),
    { numRuns: 2000 },
  );
});
