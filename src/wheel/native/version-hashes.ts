import { parseSymbolVersion, type SymbolVersion } from './symbol-version.ts';

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Names of versions that exist or may come, of the families that manylinux tags speak of. */
export function knownVersions(): string[] {
  const glibc = range(100).flatMap((minor) => [
    minor,
    ...(minor < 4 ? range(8).map((patch) => `${minor}.${patch}`) : []),
  ]);
  const gcc = range(26).flatMap((major) =>
    range(10).flatMap((minor) => [
      `${major}.${minor}`,
      ...range(6).map((patch) => `${major}.${minor}.${patch}`),
    ]),
  );
  return [
    'GLIBC_ABI_DT_RELR',
    ...glibc.map((version) => `GLIBC_2.${version}`),
    'GLIBCXX_3.4',
    ...range(100).map((patch) => `GLIBCXX_3.4.${patch}`),
    'CXXABI_1.3',
    ...range(50).map((patch) => `CXXABI_1.3.${patch}`),
    ...gcc.map((version) => `GCC_${version}`),
  ];
}

/** The hash by which the loader compares versions (gABI, "Hash Table Section"). */
export function elfHash(name: string): number {
  let hash = 0;
  for (let index = 0; index < name.length; index++) {
    hash = ((hash << 4) + name.charCodeAt(index)) >>> 0;
    const high = hash & 0xf0000000;
    hash = (hash ^ (high >>> 24)) & ~high;
  }
  return hash >>> 0;
}

let known: ReadonlyMap<number, SymbolVersion> | undefined;

/** The version that a hash stands for; `undefined` for those of other libraries. */
export function versionOfHash(hash: number): SymbolVersion | undefined {
  known ??= new Map(
    knownVersions().flatMap((name) => {
      const version = parseSymbolVersion(name);
      return version === undefined ? [] : [[elfHash(name), version] as const];
    }),
  );
  return known.get(hash);
}
