import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fatMachO } from '../../../fixtures/binaries.ts';
import { linkedMachO } from '../../../fixtures/mach-o-writer.ts';
import { readLoadCommands } from '../../../src/wheel/native/mach-o-load-commands.ts';
import { wholeBytes } from './whole-bytes.ts';

const library = linkedMachO({
  id: '@rpath/liba.dylib',
  needed: ['/usr/lib/libSystem.B.dylib', '@rpath/libb.dylib'],
  rpath: ['@loader_path/.dylibs', '/opt/lib'],
  macos: '11.3',
});

describe('load commands', () => {
  const expected = {
    needed: ['/usr/lib/libSystem.B.dylib', '@rpath/libb.dylib'],
    soname: '@rpath/liba.dylib',
    rpath: ['@loader_path/.dylibs', '/opt/lib'],
    minimumMacos: [{ architecture: 'arm64', major: 11, minor: 3 }],
  };

  test('of a thin file', () => {
    expect(readLoadCommands(wholeBytes(library))).toEqual(expected);
  });

  test('of a fat file', () => {
    const fat = fatMachO(['arm64'], { firstSlice: library });
    expect(readLoadCommands(wholeBytes(fat))).toEqual(expected);
    expect(readLoadCommands(wholeBytes(fatMachO(['arm64'], { firstSlice: library, wide: true })))).toEqual(
      expected,
    );
  });

  test('with the older command for the system', () => {
    const old = linkedMachO({ cpu: 'x86_64', macos: '10.9' });
    expect(readLoadCommands(wholeBytes(old)).minimumMacos).toEqual([
      { architecture: 'x86_64', major: 10, minor: 9 },
    ]);
  });

  test('any bytes in any place end in an answer', () => {
    const place = fc.record({ at: fc.nat({ max: library.length - 1 }), value: fc.nat({ max: 255 }) });
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 1, maxLength: 12 }),
        fc.nat({ max: library.length }),
        (places, cut) => {
          const copy = library.slice(0, places.length % 3 === 0 ? cut : library.length);
          for (const { at, value } of places) if (at < copy.length) copy[at] = value;
          expect((readLoadCommands(wholeBytes(copy)).needed ?? []).length).toBeLessThan(501);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
