import { compareNumbers, type SymbolVersion } from './symbol-version.ts';

/**
 * The newest symbol versions that a manylinux tag allows, by the minor of its glibc: GLIBCXX, CXXABI, GCC. GLIBC itself
 * is the tag's own.
 * Taken from the policies of auditwheel, where these rows are what most architectures have.
 * @see https://github.com/pypa/auditwheel/blob/86154d1/src/auditwheel/policy/manylinux-policy.json
 */
const rows: readonly (readonly [minor: number, GLIBCXX: string, CXXABI: string, GCC: string])[] = [
  [5, '3.4.8', '1.3.1', '4.2.0'],
  [12, '3.4.13', '1.3.3', '4.3.0'],
  [17, '3.4.19', '1.3.7', '4.7.0'],
  [24, '3.4.22', '1.3.10', '4.7.0'],
  [26, '3.4.24', '1.3.11', '7.0.0'],
  [27, '3.4.24', '1.3.11', '7.0.0'],
  [28, '3.4.24', '1.3.11', '7.0.0'],
  [31, '3.4.28', '1.3.12', '7.0.0'],
  [34, '3.4.29', '1.3.13', '7.0.0'],
  [35, '3.4.30', '1.3.13', '7.0.0'],
  [36, '3.4.30', '1.3.13', '7.0.0'],
  [37, '3.4.30', '1.3.13', '7.0.0'],
  [38, '3.4.30', '1.3.13', '7.0.0'],
  [39, '3.4.33', '1.3.15', '14.0.0'],
  [40, '3.4.33', '1.3.15', '14.0.0'],
  [41, '3.4.33', '1.3.15', '14.0.0'],
];

type Exceptions = Readonly<Record<number, Readonly<Record<string, string>>>>;

const x86: Exceptions = {
  17: { GCC: '4.8.0' },
  24: { GCC: '4.8.0' },
  35: { GCC: '12.0.0' },
  36: { GCC: '12.0.0' },
  37: { GCC: '12.0.0' },
  38: { GCC: '12.0.0' },
};
const arm64Gcc = { GCC: '11.0' };

/** Where the policies of an architecture differ from the rows. */
const exceptions: Readonly<Record<string, Exceptions>> = {
  x86_64: { ...x86, 26: { GLIBCXX: '3.4.22', CXXABI: '1.3.10', GCC: '4.8.0' } },
  i686: { ...x86, 12: { GCC: '4.5.0' } },
  // RHEL 7 has a symbol of glibc 2.18 there.
  aarch64: { 17: { GLIBC: '2.18' }, 34: arm64Gcc, 35: arm64Gcc, 36: arm64Gcc, 37: arm64Gcc, 38: arm64Gcc },
  ppc64: { 17: { GCC: '4.8.0' } },
  loongarch64: { 39: { GLIBCXX: '3.4.32' } },
};

/** Minor of the oldest glibc that an architecture has a policy for. */
const oldest: ReadonlyMap<string, number> = new Map([
  ['x86_64', 5],
  ['i686', 5],
  ['riscv64', 31],
  ['loongarch64', 36],
]);

/** Libraries that every distribution of a manylinux tag has, some since a glibc. */
export const manylinuxLibraries: ReadonlySet<string> = new Set(
  (
    'libatomic.so.1 libgcc_s.so.1 libstdc++.so.6 libm.so.6 libmvec.so.1 libanl.so.1 libdl.so.2 librt.so.1 libc.so.6 ' +
    'libnsl.so.1 libutil.so.1 libpthread.so.0 libX11.so.6 libXext.so.6 libXrender.so.1 libICE.so.6 libSM.so.6 ' +
    'libGL.so.1 libgobject-2.0.so.0 libgthread-2.0.so.0 libglib-2.0.so.0 libresolv.so.2 libexpat.so.1 libz.so.1'
  ).split(' '),
);

/** The newest version of a family that the tag for glibc 2.`minor` allows; `undefined` for families it says nothing of. */
function limitOf(family: string, minor: number, architecture: string): readonly number[] | undefined {
  // A tag between two policies is held to the later one: its distributions are not older.
  const row = rows.find(([row]) => row >= minor);
  const exception = exceptions[architecture]?.[row?.[0] ?? 0]?.[family];
  if (family === 'GLIBC' && exception === undefined) return [2, minor];
  const column = ['GLIBCXX', 'CXXABI', 'GCC'].indexOf(family);
  const limit = exception ?? (column === -1 ? undefined : row?.[column + 1]);
  return limit === undefined ? undefined : String(limit).split('.').map(Number);
}

/** Whether the tag for glibc 2.`minor` promises that a machine has this version. */
export function isPromised({ family, numbers }: SymbolVersion, minor: number, architecture: string): boolean {
  const limit = limitOf(family, minor, architecture);
  return limit === undefined || compareNumbers(numbers, limit) <= 0;
}

/** Minor of the oldest glibc whose tag promises all of these versions; `undefined` where no tag is known to. */
export function oldestPromise(versions: readonly SymbolVersion[], architecture: string): number | undefined {
  const first = oldest.get(architecture) ?? 17;
  const glibc = versions.filter(({ family }) => family === 'GLIBC').map(({ numbers }) => numbers[1] ?? 0);
  const needed = Math.max(first, ...glibc);
  const minors = rows.map(([minor]) => minor).filter((minor) => minor >= first);
  // On aarch64 the policy of 2.17 has a version of 2.18.
  return [...minors, needed]
    .sort((a, b) => a - b)
    .find((minor) => versions.every((version) => isPromised(version, minor, architecture)));
}
