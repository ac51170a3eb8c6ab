import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DynamicElf, dynamicElf } from '../../../fixtures/elf-writer.ts';
import { zip } from '../../../fixtures/zip.ts';
import absoluteRpath from '../../../rules/absolute-rpath.ts';
import brokenManylinuxPromise from '../../../rules/broken-manylinux-promise.ts';
import { RuleRun } from '../../../src/engine/run-rules.ts';
import { bufferSource } from '../../../src/wheel/archive/byte-source.ts';
import { findVersions } from '../../../src/wheel/native/find-versions.ts';
import { compareNumbers, parseSymbolVersion } from '../../../src/wheel/native/symbol-version.ts';
import { elfHash, knownVersions } from '../../../src/wheel/native/version-hashes.ts';
import { readWheel } from '../../../src/wheel/read-wheel.ts';
import { rawZip } from '../raw-zip.ts';
import { location, members, noise } from '../reading.ts';
import { symbolsOf } from './symbols-of.ts';

const MiB = 1024 * 1024;
const modest: DynamicElf = { needed: ['libc.so.6'], versions: { 'libc.so.6': ['GLIBC_2.17'] } };
const demanding: DynamicElf = { needed: ['libc.so.6'], versions: { 'libc.so.6': ['GLIBC_2.28'] } };

describe('a quick look at native members', () => {
  const wheel = (...libraries: DynamicElf[]) =>
    rawZip(
      members(
        libraries.map((options, index) => ({
          name: `demo/${index}.so`,
          content: Buffer.concat([dynamicElf(options), noise(2 * MiB)]),
        })),
      ),
    );
  const look = (archive: Buffer, platform: string) =>
    symbolsOf(archive, `demo-1.0-py3-none-${platform}.whl`, 'promises');

  test('reads little of those that keep the promise, and no more', async () => {
    const { symbols, bytesRead } = await look(wheel(modest), 'manylinux_2_17_x86_64');
    expect(symbols).toEqual([]);
    expect(bytesRead).toBeLessThan(MiB / 4);
  });

  test('looks further on where thousands of symbols, or empty tables, stand before the versions', async () => {
    const far = (options: DynamicElf): DynamicElf => ({ ...options, padding: 6 * MiB });
    const kept = await look(wheel(far(modest)), 'manylinux_2_17_x86_64');
    expect(kept.symbols).toEqual([]);
    expect(kept.bytesRead).toBeLessThan(1.5 * MiB);
    const broken = await look(wheel(far(demanding)), 'manylinux_2_17_x86_64');
    expect(broken.symbols).toMatchObject([{ versionNeeds: [{ versions: ['GLIBC_2.28'] }] }]);
    const level = await look(wheel(far({ ...modest, isaLevel: 3 })), 'manylinux_2_17_x86_64');
    expect(level.symbols).toMatchObject([{ isaLevel: 3 }]);
    const other = await look(wheel(far({ ...modest, machine: 's390x' })), 'manylinux_2_17_s390x');
    expect(other.symbols).toEqual([]);
  });

  test('reads the symbols of those that may not', async () => {
    const { symbols } = await look(wheel(modest, demanding), 'manylinux_2_17_x86_64');
    expect(symbols).toMatchObject([{ member: { member: 'demo/1.so' }, needed: ['libc.so.6'] }]);
  });

  test('inflates no more of one that shows that it breaks the promise', async () => {
    const quick = await look(wheel(demanding), 'manylinux_2_17_x86_64');
    expect(quick.symbols).toMatchObject([
      { needed: ['libc.so.6'], versionNeeds: [{ library: 'libc.so.6', versions: ['GLIBC_2.28'] }] },
    ]);
    expect(quick.bytesRead).toBeLessThan(MiB / 4);
  });

  test('reads the names where the wheel brings libraries of these versions along', async () => {
    const library = 'libstdc++-0123abcd.so.6';
    const options: DynamicElf = { needed: [library], versions: { [library]: ['GLIBCXX_3.4.33'] } };
    const both = { needed: ['libc.so.6', library], versions: { ...demanding.versions, ...options.versions } };
    const archive = rawZip(
      members([
        { name: 'demo/a.so', content: Buffer.concat([dynamicElf(both), noise(2 * MiB)]) },
        { name: `demo.libs/${library}`, content: dynamicElf(modest) },
      ]),
    );
    const { symbols } = await look(archive, 'manylinux_2_17_x86_64');
    expect(symbols).toMatchObject([{ versionNeeds: [{ library: 'libc.so.6' }, { library }] }]);
  });

  test('asks nothing further of one that needs neither C library', async () => {
    const data = await look(wheel({ needed: ['libx.so'] }), 'manylinux_2_17_x86_64');
    expect(data.symbols).toEqual([]);
  });

  test('reads those that may be linked with musl', async () => {
    const { symbols } = await look(wheel({ needed: ['libmusl-demo.so'] }), 'manylinux_2_17_x86_64');
    expect(symbols).toMatchObject([{ needed: ['libmusl-demo.so'] }]);
  });

  test('reads all where one is linked with the other C library', async () => {
    const musl = { needed: ['libc.musl-x86_64.so.1'] };
    const { symbols } = await look(wheel(modest, musl), 'manylinux_2_17_x86_64');
    expect(symbols).toHaveLength(2);
    expect((await look(wheel(musl), 'musllinux_1_2_x86_64')).symbols).toEqual([]);
  });
});

describe('version needs found by their form', () => {
  test('no two known versions have one hash', () => {
    const byHash = new Map<number, string>();
    for (const name of knownVersions()) {
      const other = byHash.get(elfHash(name));
      const [a, b] = [parseSymbolVersion(name), parseSymbolVersion(other ?? name)];
      expect(a?.family).toBe(b?.family);
      expect(compareNumbers(a?.numbers ?? [], b?.numbers ?? [])).toBe(0);
      byHash.set(elfHash(name), name);
    }
  });

  test('nothing is found in noise, and any bytes end in an answer', () => {
    expect(findVersions(noise(MiB), true)).toBeUndefined();
    expect(findVersions(Buffer.alloc(MiB), false)).toBeUndefined();
    // Every place looks like the beginning of a chain that goes on for ever.
    const chain = Buffer.alloc(MiB);
    for (let at = 0; at < chain.length; at += 4) chain.writeUInt32LE(at % 16 === 0 ? 0x00c80001 : 16, at);
    expect(findVersions(chain, true)).toBeUndefined();
  });
});

test('the quick look never changes what is said', async () => {
  const versions = fc.subarray(
    [
      'GLIBC_2.2.5',
      'GLIBC_2.17',
      'GLIBC_2.28',
      'GLIBC_2.36?',
      'GLIBC_ABI_DT_RELR',
      'GLIBC_PRIVATE',
      'GLIBC_2.99',
    ],
    { minLength: 0 },
  );
  const member = fc.record({
    versions: fc.record({
      'libc.so.6': versions,
      'libx.so': fc.constantFrom(['X_1'], ['GLIBCXX_3.4.29'], []),
    }),
    needed: fc.constantFrom<readonly string[]>(
      ['libc.so.6'],
      ['libx.so'],
      ['libc.musl-x86_64.so.1', 'libx.so'],
      ['libc.so.6', 'libx.so'],
    ),
    machine: fc.constantFrom('x86_64', 'aarch64', 's390x', 'i686'),
    isaLevel: fc.constantFrom(1 as const, 2 as const, 3 as const),
    padding: fc.constantFrom(0, 0, 100_000, 1_500_000),
  });
  const platforms = fc.constantFrom(
    'manylinux_2_17_x86_64',
    'manylinux_2_28_s390x',
    'manylinux_2_34_aarch64.manylinux_2_34_x86_64',
    'manylinux_2_17_i686.musllinux_1_2_i686',
    'musllinux_1_2_x86_64',
  );
  const promise = { rule: brokenManylinuxPromise, severity: 'error' as const, options: {} };
  /** Makes all symbols be read. */
  const thorough = { rule: absoluteRpath, severity: 'error' as const, options: {} };
  await fc.assert(
    fc.asyncProperty(fc.array(member, { maxLength: 3 }), platforms, async (options, platform) => {
      const archive = await zip([
        ...options.map((item, index): [string, Uint8Array] => [
          `demo/${index}.so`,
          // Linkers write needs of versions only for libraries that are needed.
          dynamicElf({
            ...item,
            versions: Object.fromEntries(
              Object.entries(item.versions).filter(([name]) => item.needed.includes(name)),
            ),
          }),
        ]),
        ['demo-1.0.dist-info/METADATA', 'Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n'],
      ]);
      const filename = `demo-1.0-py3-none-${platform}.whl`;
      const said = async (settings: (typeof promise)[]) => {
        const run = new RuleRun(settings, undefined);
        const wheel = await readWheel(location(filename), async () => bufferSource(archive), run.visitor);
        return run.finish({ wheels: [wheel], projects: [] }).map(({ message }) => message);
      };
      expect(await said([promise])).toEqual(await said([promise, thorough]));
    }),
    { numRuns: 400 },
  );
});
