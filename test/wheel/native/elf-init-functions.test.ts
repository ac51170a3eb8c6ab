import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ElfMachine, elf } from '../../../fixtures/binaries.ts';
import { type DynamicElf, dynamicElf } from '../../../fixtures/elf-writer.ts';
import { readElfInitFunctions } from '../../../src/wheel/native/elf-init-functions.ts';
import { rawZip } from '../raw-zip.ts';
import { members, noise } from '../reading.ts';
import { symbolsOf } from './symbols-of.ts';
import { wholeBytes } from './whole-bytes.ts';

const MiB = 1024 * 1024;
const read = (options: DynamicElf) => readElfInitFunctions(wholeBytes(dynamicElf(options)))?.toSorted();

const module: DynamicElf = {
  exports: [
    'PyInit_a',
    'answer',
    'PyInit_ab',
    'PyModExport_b',
    'PyInitU_td_cja',
    '_cffi_pypyinit_c',
    'HPyInit_d',
  ],
  imports: ['PyInit_elsewhere', 'malloc'],
  needed: ['libc.so.6'],
};
const exported = ['PyInitU_td_cja', 'PyInit_a', 'PyInit_ab', 'PyModExport_b', '_cffi_pypyinit_c'];

const machines: ElfMachine[] = ['x86_64', 'i686', 'aarch64', 'armv7l', 'ppc64', 'ppc64le', 's390x', 'ppc'];

describe.each(['gnu', 'sysv'] as const)('a hash table of style %s', (hashStyle) => {
  test.each(machines)('leads to what is defined, on %s', (machine) => {
    expect(read({ ...module, machine, hashStyle })).toEqual(exported);
  });

  test('may hold nothing of the kind', () => {
    expect(read({ exports: ['answer'], hashStyle })).toEqual([]);
    expect(read({ imports: ['PyInit_elsewhere'], hashStyle })).toEqual([]);
  });

  test('is followed to the end of a chain and no further, where the Bloom filter lets everything pass', () => {
    const exports = Array.from({ length: 400 }, (_, index) => `answer_${index}`);
    expect(read({ exports, imports: ['PyInit_elsewhere'], hashStyle })).toEqual([]);
  });

  test('is found in large members, wherever its parts lie', async () => {
    for (const padding of [0, 3 * MiB]) {
      const bytes = Buffer.from(dynamicElf({ ...module, hashStyle, padding }));
      if (padding > 0) noise(padding - 8192).copy(bytes, 4096);
      const content = Buffer.concat([bytes, noise(2 * MiB)]);
      for (const method of [0, 8]) {
        const archive = rawZip(members([{ name: 'a.cpython-311-x86_64-linux-gnu.so', content, method }]));
        const { symbols } = await symbolsOf(archive, undefined, 'symbols', 'init-functions');
        expect(symbols[0]?.initFunctions?.toSorted()).toEqual(exported);
        expect(symbols[0]?.needed).toEqual(['libc.so.6']);
      }
    }
  });

  describe('of a hostile file', () => {
    const bytes = dynamicElf({ ...module, hashStyle });
    const place = fc.record({
      at: fc.nat({ max: bytes.length - 1 }),
      value: fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.nat({ max: 255 })),
    });

    test('any bytes in any place end in an answer', () => {
      fc.assert(
        fc.property(fc.array(place, { maxLength: 8 }), fc.nat({ max: bytes.length }), (places, cut) => {
          const copy = bytes.slice(0, places.length % 3 === 0 ? cut : bytes.length);
          for (const { at, value } of places) if (at < copy.length) copy[at] = value;
          const found = readElfInitFunctions(wholeBytes(copy)) ?? [];
          expect(found.filter((name) => !/^(PyInit|PyModExport|_cffi_pypyinit)U?_\w/.test(name))).toEqual([]);
        }),
        { numRuns: 3000 },
      );
    });
  });
});

test('without a table, or with one whose parts are missing, nothing is known', () => {
  expect(read({ ...module, hashStyle: 'none' })).toBeUndefined();
  expect(read({ needed: ['libc.so.6'] })).toBeUndefined();
  expect(readElfInitFunctions(wholeBytes(elf()))).toBeUndefined();
  const bytes = dynamicElf(module);
  expect(readElfInitFunctions(wholeBytes(bytes.slice(0, bytes.length / 2)))).toBeUndefined();
});

test('chains that go in a circle end', () => {
  const bytes = Buffer.from(dynamicElf({ exports: ['PyInit_a', 'b'], hashStyle: 'sysv' }));
  // Two symbols, one bucket: `nbucket`, `nchain`, the bucket, and the links of three symbols.
  const table = bytes.lastIndexOf(Buffer.from([1, 0, 0, 0, 3, 0, 0, 0]));
  expect(table).toBeGreaterThan(0);
  // The last symbol is first in the bucket, and leads to itself.
  bytes.writeUInt32LE(2, table + 8);
  bytes.writeUInt32LE(2, table + 12 + 2 * 4);
  expect(readElfInitFunctions(wholeBytes(bytes))).toBeUndefined();
});

test('a string table that names thousands of functions is left alone', () => {
  const exports = Array.from({ length: 600 }, (_, index) => `PyInit_${index}`);
  expect(read({ exports: exports.slice(0, 500) })).toHaveLength(500);
  expect(read({ exports })).toBeUndefined();
});

test('it is read where it was asked for, and of extension modules only', async () => {
  const content = Buffer.from(dynamicElf(module));
  const archive = rawZip(
    members([
      { name: 'a.so', content },
      { name: 'b.abi3.so', content },
    ]),
  );
  const found = async (...parts: ('symbols' | 'init-functions')[]) =>
    (await symbolsOf(archive, undefined, ...parts)).symbols.map(({ initFunctions }) => initFunctions?.length);
  expect(await found('symbols')).toEqual([undefined, undefined]);
  expect(await found('symbols', 'init-functions')).toEqual([undefined, exported.length]);
});
