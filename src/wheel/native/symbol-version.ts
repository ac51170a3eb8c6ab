/** `GLIBC_2.17` taken apart. */
export interface SymbolVersion {
  /** `GLIBC`, `GLIBCXX`, `CXXABI`, `GCC`, … */
  readonly family: string;
  readonly numbers: readonly number[];
}

/** Needed for `-z pack-relative-relocs`; glibc has it since 2.36. */
const DT_RELR = 'GLIBC_ABI_DT_RELR';

/** `undefined` for versions without numbers (`GLIBC_PRIVATE`, `CXXABI_FLOAT128`), which have no order. */
export function parseSymbolVersion(text: string): SymbolVersion | undefined {
  if (text === DT_RELR) return { family: 'GLIBC', numbers: [2, 36] };
  const underscore = text.indexOf('_');
  const numbers = text.slice(underscore + 1);
  if (underscore < 1 || !/^\d{1,6}(?:\.\d{1,6}){0,5}$/.test(numbers)) return undefined;
  return { family: text.slice(0, underscore), numbers: numbers.split('.').map(Number) };
}

/** Its name, with the numbers of a version that is told in words. */
export function formatSymbolVersion({ family, numbers }: SymbolVersion): string {
  return `${family}_${numbers.join('.')}`;
}

/** Negative where the first is older; missing numbers count as 0. */
export function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
