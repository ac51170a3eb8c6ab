import { byteReader } from './byte-reader.ts';
import { isaLevelOf } from './elf-notes.ts';
import {
  type ProgramHeader,
  PT_DYNAMIC,
  PT_INTERP,
  PT_LOAD,
  PT_NOTE,
  readProgramHeaders,
} from './elf-program-headers.ts';
import { StringTable } from './elf-strings.ts';
import { readVersionNeeds } from './elf-versions.ts';
import type { SparseBytes } from './sparse-bytes.ts';
import type { ReadSymbols } from './symbols.ts';

const DT_NULL = 0;
const DT_NEEDED = 1;
const DT_STRTAB = 5;
const DT_STRSZ = 10;
const DT_SONAME = 14;
const DT_RPATH = 15;
const DT_RUNPATH = 29;
const DT_VERNEED = 0x6ffffffe;
const DT_VERNEEDNUM = 0x6fffffff;

/** Past these nothing real goes; they keep hostile files cheap. */
const mostEntries = 4096;
const mostNeeded = 300;
const mostPaths = 64;
const longestInterpreter = 4096;

type Entry = readonly [tag: number, value: number];

/**
 * Reads what an ELF file tells the dynamic loader (gABI chapter 5, LSB "Symbol Versioning"). Never throws; what is
 * malformed or not there yet is left out.
 */
export function readElfDynamic(bytes: SparseBytes): ReadSymbols {
  const headers = readProgramHeaders(bytes);
  if (headers === undefined) return {};
  const { bits, littleEndian } = headers;
  const byType = (type: number): ProgramHeader[] => headers.entries.filter((header) => header.type === type);
  const isaLevel = byType(PT_NOTE)
    .map((header) => isaLevelOf(bytes, header, headers))
    .find((level) => level !== undefined);
  const base: ReadSymbols = { interpreter: interpreterOf(bytes, byType(PT_INTERP)[0]), isaLevel };
  const [dynamic] = byType(PT_DYNAMIC);
  if (dynamic === undefined) return base;
  const entries = readEntries(bytes, dynamic, bits, littleEndian);
  const first = (tag: number): number | undefined => entries.find(([found]) => found === tag)?.[1];
  const loads = byType(PT_LOAD);
  const table = offsetOf(first(DT_STRTAB), loads);
  if (table === undefined) return base;
  const strings = new StringTable(bytes, table, first(DT_STRSZ) ?? 0);
  const all = (tag: number): string[] =>
    entries
      .filter(([found]) => found === tag)
      .slice(0, mostNeeded)
      .flatMap(([, value]) => strings.get(value) ?? []);
  const runpath = all(DT_RUNPATH);
  const rpath = runpath.length > 0 ? runpath : all(DT_RPATH);
  const versions = offsetOf(first(DT_VERNEED), loads);
  return {
    ...base,
    needed: all(DT_NEEDED),
    soname: all(DT_SONAME)[0],
    rpath: rpath.flatMap((path) => path.split(':', mostPaths)).slice(0, mostPaths),
    versionNeeds:
      versions === undefined
        ? []
        : readVersionNeeds(bytes, strings, versions, first(DT_VERNEEDNUM) ?? 0, littleEndian),
  };
}

function interpreterOf(bytes: SparseBytes, header: ProgramHeader | undefined): string | undefined {
  if (header === undefined || header.fileSize > longestInterpreter) return undefined;
  return bytes.get(header.offset, header.fileSize)?.toString('latin1').replace(/\0.*$/s, '');
}

function readEntries(
  bytes: SparseBytes,
  { offset, fileSize }: ProgramHeader,
  bits: 32 | 64,
  littleEndian: boolean,
): Entry[] {
  const width = bits / 8;
  const size = Math.min(fileSize, mostEntries * 2 * width);
  const table = bytes.get(offset, size);
  if (table === undefined) return [];
  const reader = byteReader(table, littleEndian);
  const read = bits === 64 ? reader.u64 : reader.u32;
  const entries: Entry[] = [];
  for (let position = 0; position < size; position += 2 * width) {
    const tag = read(position);
    const value = read(position + width);
    if (tag === undefined || value === undefined || tag === DT_NULL) break;
    entries.push([tag, value]);
  }
  return entries;
}

/** Where in the file the loader finds what it will have at an address. */
function offsetOf(address: number | undefined, loads: readonly ProgramHeader[]): number | undefined {
  if (address === undefined) return undefined;
  const load = loads.find(
    (header) => address >= header.address && address < header.address + header.fileSize,
  );
  return load === undefined ? undefined : load.offset + (address - load.address);
}
