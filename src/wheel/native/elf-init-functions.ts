import { type DynamicSection, readDynamicSection } from './elf-dynamic-section.ts';
import { type FindSymbol, readGnuHash, readSysvHash, windowSize } from './elf-hash-tables.ts';
import { type ProgramHeaders, readProgramHeaders } from './elf-program-headers.ts';
import { initFunctionsIn } from './init-functions.ts';
import type { SparseBytes } from './sparse-bytes.ts';

const DT_HASH = 4;
const DT_SYMTAB = 6;
const DT_SYMENT = 11;
const DT_GNU_HASH = 0x6ffffef5;

const STB_GLOBAL = 1;
const STB_WEAK = 2;
const SHN_UNDEF = 0;

/** Byte offsets in `Elf32_Sym` and `Elf64_Sym` (elf.h); `st_name` is their first field. */
const layouts = { 32: { size: 16, info: 12, shndx: 14 }, 64: { size: 24, info: 4, shndx: 6 } } as const;

/** In bytes: what extension modules have is shorter, but for a few that export a whole C++ library. */
const longestStrings = 8 * 1024 * 1024;
/** More than any module has. */
const mostNames = 500;

/**
 * The functions by which Python could initialise a module that an ELF file exports: names from the string table that the
 * loader finds through a hash table. Never throws.
 * @returns `undefined` where it cannot be said, or not yet
 */
export function readElfInitFunctions(bytes: SparseBytes): string[] | undefined {
  const headers = readProgramHeaders(bytes);
  if (headers === undefined) return undefined;
  const section = readDynamicSection(bytes, headers);
  if (section === undefined || section.stringsSize > longestStrings) return undefined;
  const find = findSymbolOf(bytes, headers, section);
  const isExported = exportOf(bytes, headers, section);
  // Asked for last, but in the same round.
  const strings = bytes.get(section.stringsAt, section.stringsSize);
  if (find === undefined || isExported === undefined || strings === undefined) return undefined;
  const names = initFunctionsIn(strings.toString('latin1'), mostNames);
  if (names === undefined) return undefined;
  const exported: string[] = [];
  for (const name of names) {
    const wanted = Buffer.from(`${name}\0`);
    const found = find(name, (symbol) => isExported(symbol, strings, wanted));
    if (found === undefined) return undefined;
    // A copy: slices would hold the whole table.
    if (found) exported.push(wanted.toString('latin1', 0, name.length));
  }
  return exported;
}

function findSymbolOf(
  bytes: SparseBytes,
  headers: ProgramHeaders,
  { first, offsetOf }: DynamicSection,
): FindSymbol | undefined {
  const gnu = offsetOf(first(DT_GNU_HASH));
  if (gnu !== undefined) return readGnuHash(bytes, gnu, headers);
  const sysv = offsetOf(first(DT_HASH));
  const machine = bytes.get(18, 2);
  if (sysv === undefined || machine === undefined) return undefined;
  return readSysvHash(
    bytes,
    sysv,
    headers,
    headers.littleEndian ? machine.readUInt16LE() : machine.readUInt16BE(),
  );
}

type IsExported = (symbol: number, strings: Buffer, wanted: Buffer) => boolean | undefined;

/** Whether a symbol has a name and is defined where others see it. */
function exportOf(
  bytes: SparseBytes,
  { bits, littleEndian }: ProgramHeaders,
  { first, offsetOf }: DynamicSection,
): IsExported | undefined {
  const { size, info, shndx } = layouts[bits];
  const start = offsetOf(first(DT_SYMTAB));
  if (start === undefined || first(DT_SYMENT) !== size) return undefined;
  // The first symbol is no symbol: this has the window loaded.
  bytes.get(start, size, windowSize);
  return (symbol, strings, wanted) => {
    const entry = bytes.get(start + symbol * size, size, windowSize);
    if (entry === undefined) return undefined;
    const name = littleEndian ? entry.readUInt32LE() : entry.readUInt32BE();
    if (!strings.subarray(name, name + wanted.length).equals(wanted)) return false;
    const binding = entry.readUInt8(info) >>> 4;
    const isDefined = entry.readUInt16LE(shndx) !== SHN_UNDEF;
    return isDefined && (binding === STB_GLOBAL || binding === STB_WEAK);
  };
}
