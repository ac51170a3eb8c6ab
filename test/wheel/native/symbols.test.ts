import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elf } from '../../../fixtures/binaries.ts';
import { type DynamicElf, dynamicElf } from '../../../fixtures/elf-writer.ts';
import { linkedMachO } from '../../../fixtures/mach-o-writer.ts';
import { importingPe } from '../../../fixtures/pe-writer.ts';
import { zip } from '../../../fixtures/zip.ts';
import { rules } from '../../../rules/index.ts';
import { RuleRun } from '../../../src/engine/run-rules.ts';
import { bufferSource } from '../../../src/wheel/archive/byte-source.ts';
import { readWheel } from '../../../src/wheel/read-wheel.ts';
import { type RawMember, rawZip } from '../raw-zip.ts';
import { location, members, noise } from '../reading.ts';
import { symbolsOf } from './symbols-of.ts';

const MiB = 1024 * 1024;

const library: DynamicElf = {
  needed: ['libb.so.1', 'libc.so.6'],
  versions: { 'libc.so.6': ['GLIBC_2.28'] },
  runpath: '$ORIGIN/lib',
};
const told = {
  needed: ['libb.so.1', 'libc.so.6'],
  rpath: ['$ORIGIN/lib'],
  versionNeeds: [{ library: 'libc.so.6', versions: ['GLIBC_2.28'] }],
};

/** A library whose tables lie behind so many bytes that do not compress. */
function large(padding: number, options: DynamicElf = library): Buffer {
  const bytes = Buffer.from(dynamicElf({ ...options, padding }));
  noise(padding - 8192).copy(bytes, 4096);
  return bytes;
}

const wheel = (...files: RawMember[]) => rawZip(members(files));

describe('the tables of a member', () => {
  test.each([
    ['small and deflated', { content: Buffer.from(dynamicElf(library)), method: 8 }],
    ['small and stored', { content: Buffer.from(dynamicElf(library)), method: 0 }],
    ['behind 3 MiB', { content: large(3 * MiB), method: 8 }],
    ['behind 3 MiB, stored', { content: large(3 * MiB), method: 0 }],
  ])('%s', async (_, member) => {
    const { symbols } = await symbolsOf(wheel({ name: 'demo/a.so', ...member }));
    expect(symbols).toMatchObject([told]);
    expect(symbols[0]?.member.member).toBe('demo/a.so');
  });

  test('are found in any order of the file: the strings in front of what leads to them', async () => {
    // The dynamic section comes last, the strings and versions far before it and behind the start that is kept.
    const bytes = large(2 * MiB);
    const tail = Buffer.concat([bytes, noise(2 * MiB)]);
    const dynamic = dynamicElf(library).length;
    const moved = Buffer.from(tail);
    // PT_DYNAMIC is the second program header: its bytes are copied to the end, and it is told so.
    const at = Number(moved.readBigUInt64LE(64 + 56 + 8));
    const size = Number(moved.readBigUInt64LE(64 + 56 + 32));
    moved.copy(moved, moved.length - size, at, at + size);
    moved.fill(0, at, at + size);
    moved.writeBigUInt64LE(BigInt(moved.length - size), 64 + 56 + 8);
    expect(dynamic).toBeLessThan(4096);
    const { symbols } = await symbolsOf(wheel({ name: 'demo/a.so', content: moved, method: 8 }));
    expect(symbols).toMatchObject([told]);
  });

  test('are all that is read of a large member', async () => {
    const bytes = Buffer.concat([large(2 * MiB), noise(12 * MiB)]);
    const archive = wheel({ name: 'demo/a.so', content: bytes, method: 8 });
    const { symbols, bytesRead } = await symbolsOf(archive);
    expect(symbols).toMatchObject([told]);
    expect(bytesRead).toBeLessThan(6 * MiB);
  });

  test('come in the order of the archive, for each format', async () => {
    const { symbols } = await symbolsOf(
      wheel(
        { name: 'b.dylib', content: Buffer.from(linkedMachO({ needed: ['@rpath/x.dylib'], macos: '12.0' })) },
        { name: 'a.so', content: Buffer.from(dynamicElf({ needed: ['libx.so'] })) },
        { name: 'c.o', content: Buffer.from(elf({ type: 'rel' })) },
      ),
    );
    expect(symbols.map(({ member, needed }) => [member.member, needed])).toEqual([
      ['b.dylib', ['@rpath/x.dylib']],
      ['a.so', ['libx.so']],
    ]);
    expect(symbols[0]?.minimumMacos).toEqual([{ architecture: 'arm64', major: 12, minor: 0 }]);
  });
});

describe('archives that cannot be read', () => {
  test('any bytes in any place of the archive end in findings', async () => {
    const module = { ...library, rpath: '/opt/lib', isaLevel: 3, exports: ['PyInit_b'] } as const;
    const archive = await zip([
      ['demo/a.cpython-311-x86_64-linux-gnu.so', dynamicElf(module)],
      ['demo/b.dylib', linkedMachO({ needed: ['@rpath/x.dylib'], rpath: ['lib'], macos: '12.0' })],
      ['demo/d.cpython-311-darwin.so', linkedMachO({ exports: ['PyInit_e'] })],
      ['demo/c.pyd', importingPe(['python310.dll'], ['PyInit_e'])],
      [
        'demo-1.0.dist-info/METADATA',
        'Metadata-Version: 2.1\nName: demo\nVersion: 1.0\nRequires-Dist: torch\n',
      ],
      ['demo-1.0.dist-info/WHEEL', 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: cp311-cp311-win32\n'],
      ['demo-1.0.dist-info/RECORD', ''],
    ]);
    const ours = rules.filter(({ category }) => category === 'tags' || category === 'linkage');
    const settings = ours.map((rule) => ({ rule, severity: 'error' as const, options: {} }));
    const place = fc.record({ at: fc.nat({ max: archive.length - 1 }), value: fc.nat({ max: 255 }) });
    const filename = 'demo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl';
    const found = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(place, { maxLength: 6 }), async (places) => {
        const copy = Buffer.from(archive);
        for (const { at, value } of places) copy[at] = value;
        const run = new RuleRun(settings, undefined);
        const wheel = await readWheel(location(filename), async () => bufferSource(copy), run.visitor);
        for (const { code } of run.finish({ wheels: [wheel], projects: [] })) found.add(code);
      }),
      { numRuns: 1000 },
    );
    expect([...found]).toEqual(
      expect.arrayContaining(['WHL402', 'WHL405', 'WHL407', 'WHL801', 'WHL802', 'WHL805', 'WHL806']),
    );
  });

  test('damage behind what is needed is no matter, damage before it leaves things out', async () => {
    const content = Buffer.concat([large(2 * MiB), noise(4 * MiB)]);
    const archive = wheel({ name: 'demo/a.so', content, method: 8 });
    const start = archive.indexOf('demo/a.so') + 'demo/a.so'.length;
    const behind = Buffer.from(archive).fill(0xff, start + 5 * MiB, start + 5 * MiB + 128 * 1024);
    expect((await symbolsOf(behind)).symbols).toMatchObject([told]);
    const before = Buffer.from(archive).fill(0xff, start + MiB, start + MiB + 128 * 1024);
    expect((await symbolsOf(before)).symbols).toMatchObject([{ needed: [], versionNeeds: [] }]);
  });

  test('a size that is a lie', async () => {
    const content = Buffer.from(dynamicElf(library));
    const { symbols } = await symbolsOf(wheel({ name: 'a.so', content, method: 8, size: 400 }));
    expect(symbols).toHaveLength(1);
    const long = await symbolsOf(wheel({ name: 'a.so', content, method: 8, size: 50 * MiB }));
    expect(long.symbols).toHaveLength(1);
  });

  test('an archive that was made to fill the disk is left alone', async () => {
    const content = Buffer.concat([Buffer.from(dynamicElf(library)), Buffer.alloc(66 * MiB)]);
    expect((await symbolsOf(wheel({ name: 'a.so', content, method: 8 }))).symbols).toEqual([]);
  });
});
