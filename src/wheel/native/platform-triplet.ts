/** First words of the multiarch triplets in extension suffixes, to the words of ELF machines. */
const machines: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'x86_64'],
  ['i386', 'i686'],
  ['aarch64', 'aarch64'],
  ['powerpc64le', 'ppc64le'],
  ['powerpc64', 'ppc64'],
  ['s390x', 's390x'],
  ['riscv64', 'riscv64'],
  ['loongarch64', 'loongarch64'],
]);

const TRIPLET = /-((\w+)-linux-(?:gnu|musl))\.so$/;

/** The triplet at the end of an extension suffix, and the machine it stands for. */
export interface PlatformTriplet {
  readonly triplet: string;
  readonly architecture: string;
}

/**
 * What machine an interpreter is for that looks for this suffix; `undefined` where there is no triplet or an ambiguous
 * one, as those of 32-bit ARM.
 * @param suffix for example `.cpython-311-x86_64-linux-gnu.so`
 * @see https://github.com/python/cpython/blob/3.14/Misc/platform_triplet.c
 */
export function platformTriplet(suffix: string): PlatformTriplet | undefined {
  const [, triplet, word = ''] = TRIPLET.exec(suffix) ?? [];
  const architecture = machines.get(word);
  return triplet === undefined || architecture === undefined ? undefined : { triplet, architecture };
}
