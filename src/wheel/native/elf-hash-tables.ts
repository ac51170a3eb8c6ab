import type { ProgramHeaders } from './elf-program-headers.ts';
import type { SparseBytes } from './sparse-bytes.ts';
import { elfHash } from './version-hashes.ts';

/**
 * Looks for a symbol as the dynamic loader does.
 * @param isIt whether the symbol with this index has the name, and is what is looked for
 * @returns `undefined` where that cannot be said: a damaged table, or bytes that are not there yet
 */
export type FindSymbol = (name: string, isIt: (symbol: number) => boolean | undefined) => boolean | undefined;

/** What is loaded at once. In bytes. */
export const windowSize = 256 * 1024;
/** Of a sound table a look takes a few; hostile chains can go on for ever, or in a circle. */
const mostSteps = 16 * 1024;
const EM_S390 = 22;

type ReadNumber = (offset: number) => number | undefined;

function numbersOf(bytes: SparseBytes, littleEndian: boolean): ReadNumber {
  return (offset) => {
    const found = bytes.get(offset, 4, windowSize);
    return littleEndian ? found?.readUInt32LE() : found?.readUInt32BE();
  };
}

/** DT_GNU_HASH. @see https://flapenguin.me/elf-dt-gnu-hash */
export function readGnuHash(
  bytes: SparseBytes,
  start: number,
  { bits, littleEndian }: ProgramHeaders,
): FindSymbol | undefined {
  const u32 = numbersOf(bytes, littleEndian);
  const [buckets, firstSymbol, masks, shift] = [u32(start), u32(start + 4), u32(start + 8), u32(start + 12)];
  if (!buckets || !masks || firstSymbol === undefined || shift === undefined) return undefined;
  const width = bits / 8;
  const bucketsAt = start + 16 + masks * width;
  const chainsAt = bucketsAt + buckets * 4;
  /** One bit of the Bloom filter, which has words of the file's class. */
  const hasBit = (word: number, bit: number): boolean | undefined => {
    const byte = littleEndian ? bit >>> 3 : width - 1 - (bit >>> 3);
    const found = bytes.get(start + 16 + word * width + byte, 1, windowSize)?.[0];
    return found === undefined ? undefined : ((found >>> (bit & 7)) & 1) === 1;
  };
  let steps = mostSteps;
  return (name, isIt) => {
    const hash = gnuHash(name);
    const word = Math.floor(hash / bits) % masks;
    for (const bit of [hash % bits, (hash >>> shift) % bits]) {
      const isSet = hasBit(word, bit);
      if (isSet !== true) return isSet;
    }
    let symbol = u32(bucketsAt + (hash % buckets) * 4);
    if (symbol === undefined || symbol === 0) return symbol === 0 ? false : undefined;
    for (; symbol >= firstSymbol && steps > 0; symbol++, steps--) {
      const link = u32(chainsAt + (symbol - firstSymbol) * 4);
      if (link === undefined) return undefined;
      if (link >>> 1 === hash >>> 1) {
        const found = isIt(symbol);
        if (found !== false) return found;
      }
      if ((link & 1) === 1) return false;
    }
    return undefined;
  };
}

/** DT_HASH (gABI chapter 5, "Hash Table"). @param machine `e_machine`: that of s390x has entries of 8 bytes */
export function readSysvHash(
  bytes: SparseBytes,
  start: number,
  { bits, littleEndian }: ProgramHeaders,
  machine: number,
): FindSymbol | undefined {
  const isWide = machine === EM_S390 && bits === 64;
  const u32 = numbersOf(bytes, littleEndian);
  const entry = (index: number) => u32(start + (isWide ? index * 8 + (littleEndian ? 0 : 4) : index * 4));
  const [buckets, chains] = [entry(0), entry(1)];
  if (!buckets || chains === undefined) return undefined;
  let steps = mostSteps;
  return (name, isIt) => {
    let symbol = entry(2 + (elfHash(name) % buckets));
    for (; steps > 0; steps--) {
      if (symbol === undefined || symbol >= chains) return undefined;
      if (symbol === 0) return false;
      const found = isIt(symbol);
      if (found !== false) return found;
      symbol = entry(2 + buckets + symbol);
    }
    return undefined;
  };
}

/** The hash of DT_GNU_HASH for a name in ASCII. */
function gnuHash(name: string): number {
  let hash = 5381;
  for (let index = 0; index < name.length; index++) hash = (hash * 33 + name.charCodeAt(index)) >>> 0;
  return hash;
}
