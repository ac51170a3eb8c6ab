import { byteReader } from './byte-reader.ts';
import type { SymbolVersion } from './symbol-version.ts';
import { versionOfHash } from './version-hashes.ts';

const VER_FLG_WEAK = 2;
/** Bounds of what linkers write; anything else is no version need. */
const mostLibraries = 200;
const mostVersions = 200;
const farthest = 0x10000;

/**
 * Looks for the version needs of an ELF file by their form, without the dynamic section that leads to them but stands
 * near the end of the file. Their hashes say what is needed even where the names have been moved.
 * @param start first bytes of the file
 * @returns `undefined` where there are none
 */
export function findVersions(start: Buffer, littleEndian: boolean): SymbolVersion[] | undefined {
  const reader = byteReader(start, littleEndian);
  const words = wordsOf(start);
  // What `vn_version` 1 and a small `vn_cnt` look like as a word decides almost every place.
  const { mask, version } = littleEndian ? little : big;
  for (let index = 0; index * 4 + 32 <= start.length; index += 1) {
    if (((words[index] ?? 0) & mask) !== version) continue;
    const found = needsAt(reader, index * 4);
    if (found !== undefined && found.length > 0) return found;
  }
  return undefined;
}

/** What the first word of version needs has in the bits of a mask, for files of either order of bytes. */
interface FirstWord {
  readonly mask: number;
  readonly version: number;
}

const little: FirstWord = { mask: wordOf(0xff, 0xff, 0, 0xff), version: wordOf(1, 0, 0, 0) };
const big: FirstWord = { mask: wordOf(0xff, 0xff, 0xff, 0), version: wordOf(0, 1, 0, 0) };

/** In the order of the machine that this runs on. */
function wordOf(...bytes: readonly number[]): number {
  return new Int32Array(Uint8Array.from(bytes).buffer)[0] ?? 0;
}

/** Bytes as words in the machine's own order: twice as fast as a view that can read either. */
function wordsOf(bytes: Buffer): Int32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
}

type Reader = ReturnType<typeof byteReader>;

/** Versions of known families in a chain of `Elf_Verneed`; `undefined` where it is none. */
function needsAt(reader: Reader, start: number): SymbolVersion[] | undefined {
  const found: SymbolVersion[] = [];
  let at = start;
  for (let libraries = 0; libraries < mostLibraries; libraries++) {
    const count = reader.u16(at + 2) ?? 0;
    const auxiliary = reader.u32(at + 8) ?? 0;
    const next = reader.u32(at + 12);
    if (reader.u16(at) !== 1 || count === 0 || count > mostVersions || !isStep(auxiliary)) return undefined;
    if (!addVersions(reader, at + auxiliary, count, found)) return undefined;
    if (next === 0) return found;
    if (next === undefined || !isStep(next)) return undefined;
    at += next;
  }
  return undefined;
}

/** Walks the `Elf_Vernaux` of one library; `false` where one is not what a linker writes. */
function addVersions(reader: Reader, start: number, count: number, found: SymbolVersion[]): boolean {
  let at = start;
  for (let index = 0; index < count; index++) {
    const flags = reader.u16(at + 4);
    const other = (reader.u16(at + 6) ?? 0) & 0x7fff;
    const next = reader.u32(at + 12);
    if ((flags !== 0 && flags !== VER_FLG_WEAK) || other < 2 || next === undefined) return false;
    const isLast = index === count - 1;
    if (isLast ? next !== 0 : !isStep(next)) return false;
    const version = versionOfHash(reader.u32(at) ?? 0);
    if (version !== undefined && flags === 0) found.push(version);
    at += next;
  }
  return true;
}

function isStep(step: number): boolean {
  return step >= 16 && step < farthest && step % 4 === 0;
}
