import { byteReader } from './byte-reader.ts';
import type { SparseBytes } from './sparse-bytes.ts';
import type { ReadSymbols } from './symbols.ts';

const PE32 = 0x10b;
const PE32_PLUS = 0x20b;
/** `IMAGE_SECTION_HEADER`, `IMAGE_IMPORT_DESCRIPTOR`. */
const sectionSize = 40;
const descriptorSize = 20;

/** Past these nothing real goes. */
const mostSections = 96;
const mostImports = 500;
const longestName = 256;

interface Section {
  readonly address: number;
  readonly size: number;
  readonly offset: number;
}

/** Reads the DLL names of a PE file's import table (PE format, ".idata"). Never throws; what is malformed is left out. */
export function readImports(bytes: SparseBytes): ReadSymbols {
  const head = bytes.get(0, Math.min(4096, bytes.size));
  if (head === undefined) return {};
  const reader = byteReader(head, true);
  const file = (reader.u32(0x3c) ?? 0) + 4;
  const optional = file + 20;
  const magic = reader.u16(optional);
  if (magic !== PE32 && magic !== PE32_PLUS) return {};
  const imports = reader.u32(optional + (magic === PE32 ? 96 : 112) + 8);
  const sections = readSections(
    bytes,
    optional + (reader.u16(file + 16) ?? 0),
    Math.min(reader.u16(file + 2) ?? 0, mostSections),
  );
  if (imports === undefined || imports === 0 || sections.length === 0) return {};
  const needed: string[] = [];
  for (let index = 0; index < mostImports; index++) {
    const at = offsetOf(imports + index * descriptorSize, sections);
    const descriptor = at === undefined ? undefined : bytes.get(at, descriptorSize, 4096);
    const address = descriptor?.readUInt32LE(12);
    if (address === undefined || address === 0) break;
    const name = nameAt(bytes, offsetOf(address, sections));
    if (name !== undefined) needed.push(name);
  }
  return { needed };
}

function readSections(bytes: SparseBytes, start: number, count: number): Section[] {
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

function offsetOf(address: number, sections: readonly Section[]): number | undefined {
  const section = sections.find((item) => address >= item.address && address < item.address + item.size);
  return section === undefined ? undefined : section.offset + (address - section.address);
}

function nameAt(bytes: SparseBytes, offset: number | undefined): string | undefined {
  if (offset === undefined) return undefined;
  const text = bytes.get(offset, Math.min(longestName, bytes.size - offset));
  const end = text?.indexOf(0) ?? -1;
  return end === -1 ? undefined : text?.toString('latin1', 0, end);
}
