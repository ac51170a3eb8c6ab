import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type ElfMachine, elf } from '../../../fixtures/binaries.ts';
import { type DynamicElf, dynamicElf } from '../../../fixtures/elf-writer.ts';
import { readElfDynamic } from '../../../src/wheel/native/elf-dynamic.ts';
import { SparseBytes } from '../../../src/wheel/native/sparse-bytes.ts';
import { wholeBytes } from './whole-bytes.ts';

const read = (options: DynamicElf) => readElfDynamic(wholeBytes(dynamicElf(options)));

const full: DynamicElf = {
  needed: ['libb.so.2', 'libc.so.6'],
  versions: { 'libb.so.2': ['B_1.0', 'B_2.0?'], 'libc.so.6': ['GLIBC_2.17', 'GLIBC_2.28'] },
  soname: 'liba.so.1',
  runpath: '$ORIGIN:/opt/lib',
  interpreter: '/lib64/ld-linux-x86-64.so.2',
  isaLevel: 3,
};

describe('the dynamic section', () => {
  const machines: ElfMachine[] = [
    'x86_64',
    'i686',
    'aarch64',
    'armv7l',
    'ppc64',
    'ppc64le',
    's390x',
    'ppc',
    'riscv64',
  ];
  it.each(machines)('is read for %s', (machine) => {
    expect(read({ ...full, machine })).toEqual({
      needed: ['libb.so.2', 'libc.so.6'],
      soname: 'liba.so.1',
      rpath: ['$ORIGIN', '/opt/lib'],
      interpreter: '/lib64/ld-linux-x86-64.so.2',
      isaLevel: 3,
      versionNeeds: [
        { library: 'libb.so.2', versions: ['B_1.0'] },
        { library: 'libc.so.6', versions: ['GLIBC_2.17', 'GLIBC_2.28'] },
      ],
    });
  });

  test('may have RPATH only, which RUNPATH replaces', () => {
    expect(read({ rpath: '/a' }).rpath).toEqual(['/a']);
    expect(read({ rpath: '/a', runpath: '/b' }).rpath).toEqual(['/b']);
  });

  test.each([
    [1, undefined],
    [2, 2],
    [4, 4],
  ] as const)('x86-64 level %s is %s', (isaLevel, level) => {
    expect(read({ isaLevel }).isaLevel).toBe(level);
  });

  test('is not there in a static file', () => {
    expect(readElfDynamic(wholeBytes(elf()))).toEqual({ interpreter: undefined, isaLevel: undefined });
  });
});

describe('hostile files', () => {
  const bytes = dynamicElf(full);
  const view = (copy: Uint8Array) => new DataView(copy.buffer);
  /** Offset of the first version need, from its only sure mark. */
  const needsAt = Buffer.from(bytes).indexOf(Buffer.from([1, 0, 2, 0]), 300);

  test('a chain of version needs that goes in a circle ends', () => {
    const copy = bytes.slice();
    view(copy).setUint32(needsAt + 12, 0xffffffff - 47, true);
    view(copy).setUint16(needsAt + 2, 0xffff, true);
    view(copy).setUint32(needsAt + 16 + 12, 0, true);
    expect(readElfDynamic(wholeBytes(copy)).needed).toEqual(['libb.so.2', 'libc.so.6']);
  });

  test('names that no loader could open are cut', () => {
    const needed = ['a'.repeat(10_000)];
    expect(read({ needed }).needed?.[0]).toHaveLength(4096);
  });

  test('thousands of libraries and paths are cut', () => {
    const found = read({ needed: Array.from({ length: 2000 }, () => 'a'), runpath: ':'.repeat(5000) });
    expect(found.needed).toHaveLength(300);
    expect(found.rpath).toHaveLength(64);
  });

  test('any bytes in any place end in an answer', () => {
    const place = fc.record({
      at: fc.nat({ max: bytes.length - 1 }),
      value: fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.nat({ max: 255 })),
    });
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 12 }),
        fc.nat({ max: bytes.length }),
        (places, cut) => {
          const copy = bytes.slice(0, places.length % 3 === 0 ? cut : bytes.length);
          for (const { at, value } of places) if (at < copy.length) copy[at] = value;
          const { needed = [], rpath = [], versionNeeds = [] } = readElfDynamic(wholeBytes(copy));
          expect(needed.length + rpath.length + versionNeeds.length).toBeLessThan(5000);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('what is asked for lies inside of the file', () => {
    const place = fc.record({ at: fc.nat({ max: bytes.length - 1 }), value: fc.nat({ max: 255 }) });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 8 }), fc.nat({ max: bytes.length }), (places, held) => {
        const copy = Buffer.from(bytes);
        for (const { at, value } of places) copy[at] = value;
        const sparse = new SparseBytes(copy.length);
        sparse.add(0, copy.subarray(0, held));
        readElfDynamic(sparse);
        for (const { start, end } of sparse.takeWanted()) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(copy.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
