import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pe } from '../../../fixtures/binaries.ts';
import { importingPe } from '../../../fixtures/pe-writer.ts';
import { readPeInitFunctions } from '../../../src/wheel/native/pe-init-functions.ts';
import { wholeBytes } from './whole-bytes.ts';

const dll = importingPe(['python311.dll'], ['answer', 'PyInit_demo', 'PyModExport_demo']);

test('the export table gives the names', () => {
  expect(readPeInitFunctions(wholeBytes(dll))).toEqual(['PyInit_demo', 'PyModExport_demo']);
});

test('without an export table nothing is exported', () => {
  expect(readPeInitFunctions(wholeBytes(pe()))).toEqual([]);
  expect(readPeInitFunctions(wholeBytes(importingPe(['python311.dll'])))).toEqual([]);
});

test('of a file that ends early nothing is known', () => {
  expect(readPeInitFunctions(wholeBytes(dll.slice(0, -20)))).toBeUndefined();
  expect(readPeInitFunctions(wholeBytes(dll.slice(0, 100)))).toBeUndefined();
});

test('any bytes in any place end in an answer', () => {
  const place = fc.record({ at: fc.nat({ max: dll.length - 1 }), value: fc.nat({ max: 255 }) });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 12 }), fc.nat({ max: dll.length }), (places, cut) => {
      const copy = dll.slice(0, places.length % 3 === 0 ? cut : dll.length);
      for (const { at, value } of places) if (at < copy.length) copy[at] = value;
      const found = readPeInitFunctions(wholeBytes(copy)) ?? [];
      expect(found.filter((name) => !name.startsWith('Py') && !name.startsWith('_cffi'))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
