import type { ExtensionAbi } from './native-member.ts';

type Reading = Omit<ExtensionAbi, 'suffix'>;

interface SuffixPattern {
  readonly pattern: RegExp;
  read(groups: readonly (string | undefined)[]): Reading;
}

function cpython(version: string, flags: string): Reading {
  return { abi: `cp${version}${flags}`, python: `cp${version}` };
}

/**
 * The suffixes as `importlib.machinery.EXTENSION_SUFFIXES` lists them (PEP 3149, PEP 803, CPython's
 * `dynload_shlib.c` and `pycore_importdl.h`) and as packaging reads ABI tags from them (`_generic_abi`).
 * Case-sensitive, as the import system compares them on every system unless PYTHONCASEOK is set.
 */
const patterns: readonly SuffixPattern[] = [
  {
    // The flags are those of the abi tag, in its order: t(hreads), d(ebug), m(alloc), u(nicode). Cygwin has `.dll`.
    pattern: /\.cpython-(3\d+)([a-z]*)(?:-[\w-]+)?\.(?:so|dll)$/,
    read: ([, version = '', flags = '']) => cpython(version, flags),
  },
  {
    pattern: /((?<=.)_d)?\.cp(3\d+)([a-z]*)-\w+\.pyd$/,
    read: ([, debug, version = '', flags = '']) =>
      cpython(version, debug === undefined ? flags : `${flags}d`),
  },
  {
    // 3.15 and later may add the platform triplet.
    pattern: /\.(abi3t?)(?:-[\w-]+)?\.so$/,
    read: ([, abi = '']) => ({ abi, python: undefined }),
  },
  {
    pattern: /\.pypy(3\d+)-(pp\d+)(?:-[\w-]+)?\.(?:so|pyd)$/,
    read: ([, version = '', release = '']) => ({ abi: `pypy${version}_${release}`, python: `pp${version}` }),
  },
  {
    pattern: /\.graalpy(\d*)-(3\d+)-([a-z]+)(?:-[\w-]+)?\.(?:so|dylib|pyd)$/,
    read: ([, release = '', version = '', mode = '']) => ({
      abi: `graalpy${release}_${version}_${mode}`,
      python: `graalpy${version}`,
    }),
  },
];

/**
 * The interpreter ABI that the suffix of an extension module's name states; `undefined` for a plain `.so` or `.pyd`,
 * which any interpreter may load. `_d` before a Windows suffix is taken for the mark of a debug build, although a
 * module's own name may end so.
 */
export function extensionAbi(memberName: string): ExtensionAbi | undefined {
  const base = memberName.slice(memberName.lastIndexOf('/') + 1);
  for (const { pattern, read } of patterns) {
    const match = pattern.exec(base);
    if (match !== null && match.index > 0) return { ...read(match), suffix: match[0] };
  }
  return undefined;
}

/** A member's name up to the first dot of its base name: the same for all builds of one extension module. */
export function extensionStem(member: string): string {
  const dot = member.indexOf('.', member.lastIndexOf('/') + 1);
  return dot === -1 ? member : member.slice(0, dot);
}
