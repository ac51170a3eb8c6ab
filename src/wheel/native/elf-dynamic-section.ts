import { byteReader } from './byte-reader.ts';
import { type ProgramHeader, type ProgramHeaders, PT_DYNAMIC, PT_LOAD } from './elf-program-headers.ts';
import { StringTable } from './elf-strings.ts';
import type { SparseBytes } from './sparse-bytes.ts';

const DT_NULL = 0;
const DT_STRTAB = 5;
const DT_STRSZ = 10;

/** Past this nothing real goes; it keeps hostile files cheap. */
const mostEntries = 4096;

type Entry = readonly [tag: number, value: number];

/** What PT_DYNAMIC leads to (gABI chapter 5, "Dynamic Section"). */
export interface DynamicSection {
  readonly strings: StringTable;
  /** Of the string table: where it begins in the file, and its length in bytes. */
  readonly stringsAt: number;
  readonly stringsSize: number;
  /** The value of the first entry with a tag. */
  first(tag: number): number | undefined;
  /** The values of all of them. */
  all(tag: number): number[];
  /** Where in the file the loader finds what it will have at an address. */
  offsetOf(address: number | undefined): number | undefined;
}

/** @returns `undefined` where there is none with a string table, or its bytes are not there yet */
export function readDynamicSection(bytes: SparseBytes, headers: ProgramHeaders): DynamicSection | undefined {
  const dynamic = headers.entries.find(({ type }) => type === PT_DYNAMIC);
  if (dynamic === undefined) return undefined;
  const loads = headers.entries.filter(({ type }) => type === PT_LOAD);
  const entries = readEntries(bytes, dynamic, headers);
  const all = (tag: number) => entries.flatMap(([found, value]) => (found === tag ? [value] : []));
  const first = (tag: number) => entries.find(([found]) => found === tag)?.[1];
  const offsetOf = (address: number | undefined) => placeOf(address, loads);
  const stringsAt = offsetOf(first(DT_STRTAB));
  if (stringsAt === undefined) return undefined;
  const stringsSize = first(DT_STRSZ) ?? 0;
  const strings = new StringTable(bytes, stringsAt, stringsSize);
  return { strings, stringsAt, stringsSize, first, all, offsetOf };
}

function readEntries(
  bytes: SparseBytes,
  { offset, fileSize }: ProgramHeader,
  { bits, littleEndian }: ProgramHeaders,
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

function placeOf(address: number | undefined, loads: readonly ProgramHeader[]): number | undefined {
  if (address === undefined) return undefined;
  const load = loads.find(
    (header) => address >= header.address && address < header.address + header.fileSize,
  );
  return load === undefined ? undefined : load.offset + (address - load.address);
}
