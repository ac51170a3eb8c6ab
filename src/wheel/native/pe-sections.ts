import { byteReader } from './byte-reader.ts';
import type { SparseBytes } from './sparse-bytes.ts';

const PE32 = 0x10b;
const PE32_PLUS = 0x20b;
/** `IMAGE_SECTION_HEADER`. */
const sectionSize = 40;

/** Past these nothing real goes. */
const mostSections = 96;
const longestName = 256;

interface Section {
  readonly address: number;
  readonly size: number;
  readonly offset: number;
}

/** A PE file as the loader lays it out. */
export interface PeImage {
  /** An entry of the data directory, 0 the export table, 1 the import table; its address is 0 where there is no such table. */
  directory(index: number): { readonly address: number; readonly size: number } | undefined;
  /** Where in the file stands what the loader will have at an address. */
  offsetOf(address: number): number | undefined;
  /** The text at an address, up to its NUL. */
  nameAt(address: number): string | undefined;
}

/** @returns `undefined` where there is no sound PE header, or its bytes are not there yet */
export function readPeImage(bytes: SparseBytes): PeImage | undefined {
  const head = bytes.get(0, Math.min(4096, bytes.size));
  if (head === undefined) return undefined;
  const { u16, u32 } = byteReader(head, true);
  const file = (u32(0x3c) ?? 0) + 4;
  const optional = file + 20;
  const magic = u16(optional);
  if (magic !== PE32 && magic !== PE32_PLUS) return undefined;
  const directories = optional + (magic === PE32 ? 96 : 112);
  const sections = readSections(bytes, optional + (u16(file + 16) ?? 0), u16(file + 2) ?? 0);
  const offsetOf = (address: number) => placeOf(address, sections);
  return {
    directory: (index) => {
      const address = u32(directories + index * 8);
      const size = u32(directories + index * 8 + 4);
      return address === undefined || size === undefined ? undefined : { address, size };
    },
    offsetOf,
    nameAt: (address) => nameAt(bytes, offsetOf(address)),
  };
}

function readSections(bytes: SparseBytes, start: number, written: number): Section[] {
  const count = Math.min(written, mostSections);
  const table = bytes.get(start, count * sectionSize);
  if (table === undefined) return [];
  return Array.from({ length: count }, (_, index) => {
    const at = index * sectionSize;
    return {
      address: table.readUInt32LE(at + 12),
      size: table.readUInt32LE(at + 16),
      offset: table.readUInt32LE(at + 20),
    };
  });
}

function placeOf(address: number, sections: readonly Section[]): number | undefined {
  const section = sections.find((item) => address >= item.address && address < item.address + item.size);
  return section === undefined ? undefined : section.offset + (address - section.address);
}

function nameAt(bytes: SparseBytes, offset: number | undefined): string | undefined {
  if (offset === undefined) return undefined;
  const text = bytes.get(offset, Math.min(longestName, bytes.size - offset));
  const end = text?.indexOf(0) ?? -1;
  return end === -1 ? undefined : text?.toString('latin1', 0, end);
}
