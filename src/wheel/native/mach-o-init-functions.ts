import { byteReader } from './byte-reader.ts';
import { isInitFunction } from './init-functions.ts';
import { exportedNames } from './mach-o-exports.ts';
import { loadCommands, type MachOSlice, readSlices } from './mach-o-slices.ts';
import type { SparseBytes } from './sparse-bytes.ts';

const LC_DYLD_INFO = 0x22;
const LC_DYLD_INFO_ONLY = 0x80000022;
const LC_DYLD_EXPORTS_TRIE = 0x80000033;

/** In bytes: what extension modules have is shorter. */
const longestTrie = 4 * 1024 * 1024;

/** The C names have an underscore in front. */
const starts = ['_PyInit', '_PyModExport', '__cffi_pypyinit'];

/**
 * The functions by which Python could initialise a module that every slice of a Mach-O file exports. Never throws.
 * @returns `undefined` where it cannot be said, or not yet
 */
export function readMachOInitFunctions(bytes: SparseBytes): string[] | undefined {
  const [first, ...others] = readSlices(bytes).map((slice) => slice && initFunctionsOf(bytes, slice));
  if (first === undefined || others.includes(undefined)) return undefined;
  return first.filter((name) => others.every((other) => other?.includes(name)));
}

function initFunctionsOf(bytes: SparseBytes, slice: MachOSlice): string[] | undefined {
  const { u32 } = byteReader(slice.commands, slice.littleEndian);
  for (const { type, at } of loadCommands(slice)) {
    const isInfo = type === LC_DYLD_INFO || type === LC_DYLD_INFO_ONLY;
    if (!isInfo && type !== LC_DYLD_EXPORTS_TRIE) continue;
    const offset = u32(at + (isInfo ? 40 : 8));
    const size = u32(at + (isInfo ? 44 : 12));
    if (offset === undefined || size === undefined || size > longestTrie) return undefined;
    const trie = bytes.get(slice.offset + offset, size);
    const names = trie && exportedNames(trie, starts);
    return names?.map((name) => name.slice(1)).filter(isInitFunction);
  }
  return undefined;
}
