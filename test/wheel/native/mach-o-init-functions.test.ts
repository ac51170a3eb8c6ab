import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fatMachO } from '../../../fixtures/binaries.ts';
import { exportTrie } from '../../../fixtures/mach-o-trie.ts';
import { linkedMachO } from '../../../fixtures/mach-o-writer.ts';
import { exportedNames } from '../../../src/wheel/native/mach-o-exports.ts';
import { readMachOInitFunctions } from '../../../src/wheel/native/mach-o-init-functions.ts';
import { wholeBytes } from './whole-bytes.ts';

const exports = ['PyInit_demo', 'PyInit_dem', 'PyIn', 'answer', 'PyModExport_demo'];
const read = (bytes: Uint8Array) => readMachOInitFunctions(wholeBytes(bytes))?.toSorted();
const found = ['PyInit_dem', 'PyInit_demo', 'PyModExport_demo'];

describe('the export trie', () => {
  test.each([
    ['of today', {}],
    ['of older linkers', { hasOldInfo: true }],
    ['of Intel', { cpu: 'x86_64' }],
  ] as const)('%s', (_, options) => {
    expect(read(linkedMachO({ ...options, macos: '11.0', exports }))).toEqual(found);
  });

  test('of a fat file', () => {
    const firstSlice = linkedMachO({ exports });
    expect(read(fatMachO(['arm64'], { firstSlice }))).toEqual(found);
  });

  test('holds for all slices of a fat file', () => {
    // The second slice is the same bytes as the first, then another file.
    const first = linkedMachO({ exports });
    const second = linkedMachO({ cpu: 'x86_64', exports: ['PyInit_dem'] });
    const fat = Buffer.concat([
      fatMachO(['arm64', 'x86_64'], { firstSlice: first }),
      Buffer.alloc(0x4000 - first.length),
      second,
    ]);
    expect(fat.readUInt32BE(8 + 20 + 8)).toBe(fat.length - second.length);
    expect(read(fat)).toEqual(['PyInit_dem']);
    expect(read(fat.subarray(0, -second.length))).toBeUndefined();
  });

  test('may be empty or not there', () => {
    expect(read(linkedMachO({ exports: ['answer'] }))).toEqual([]);
    expect(read(linkedMachO({ macos: '11.0' }))).toBeUndefined();
    expect(exportedNames(Buffer.alloc(0), ['a'])).toEqual([]);
  });

  test('gives all names that begin so, and no others', () => {
    const names = fc.uniqueArray(
      fc
        .array(fc.constantFrom('a', 'b', 'ab', '_'), { minLength: 1, maxLength: 8 })
        .map((parts) => parts.join('')),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(names, fc.constantFrom('a', 'ab', '_b', ''), (all, start) => {
        const trie = Buffer.from(exportTrie(all));
        const expected = all.filter((name) => name.startsWith(start)).sort();
        expect(exportedNames(trie, [start])?.sort()).toEqual(expected);
      }),
    );
  });
});

describe('hostile files', () => {
  test('a trie that goes in a circle ends', () => {
    // The only child of the root is the root.
    expect(exportedNames(Buffer.from([0, 1, 0, 0]), ['_PyInit'])).toBeUndefined();
    expect(exportedNames(Buffer.from([0, 1, 0x5f, 0, 0]), ['_'])).toBeUndefined();
  });

  test('any bytes in any place end in an answer', () => {
    const library = linkedMachO({ exports, macos: '11.0' });
    const place = fc.record({ at: fc.nat({ max: library.length - 1 }), value: fc.nat({ max: 255 }) });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), fc.nat({ max: library.length }), (places, cut) => {
        const copy = library.slice(0, places.length % 3 === 0 ? cut : library.length);
        for (const { at, value } of places) if (at < copy.length) copy[at] = value;
        expect((readMachOInitFunctions(wholeBytes(copy)) ?? []).length).toBeLessThan(100);
      }),
      { numRuns: 2000 },
    );
  });
});
