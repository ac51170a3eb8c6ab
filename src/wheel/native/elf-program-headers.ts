import { byteReader } from './byte-reader.ts';
import type { SparseBytes } from './sparse-bytes.ts';

export const PT_LOAD = 1;
export const PT_DYNAMIC = 2;
export const PT_INTERP = 3;
export const PT_NOTE = 4;

/** `Elf32_Phdr` or `Elf64_Phdr`: the fields that are asked for. */
export interface ProgramHeader {
  readonly type: number;
  /** In the file. */
  readonly offset: number;
  readonly fileSize: number;
  /** `p_vaddr`. */
  readonly address: number;
}

export interface ProgramHeaders {
  readonly bits: 32 | 64;
  readonly littleEndian: boolean;
  readonly entries: readonly ProgramHeader[];
}

/** Byte offsets in the ELF header and in a program header, by class (elf.h). */
const layouts = {
  32: { phoff: 28, phentsize: 42, phnum: 44, size: 32, offset: 4, address: 8, fileSize: 16 },
  64: { phoff: 32, phentsize: 54, phnum: 56, size: 56, offset: 8, address: 16, fileSize: 32 },
} as const;

/** More than a linker writes. */
const mostHeaders = 256;
/** Enough for the header of either class. */
const headerSize = 64;

/** @returns `undefined` where there is no sound ELF header, or its bytes are not there yet */
export function readProgramHeaders(bytes: SparseBytes): ProgramHeaders | undefined {
  const header = bytes.get(0, Math.min(headerSize, bytes.size), 4096);
  if (header === undefined || header.length < 52) return undefined;
  const bits = header[4] === 1 ? 32 : 64;
  const littleEndian = header[5] === 1;
  const layout = layouts[bits];
  const reader = byteReader(header, littleEndian);
  const start = (bits === 64 ? reader.u64(layout.phoff) : reader.u32(layout.phoff)) ?? 0;
  const count = Math.min(reader.u16(layout.phnum) ?? 0, mostHeaders);
  if (reader.u16(layout.phentsize) !== layout.size) return { bits, littleEndian, entries: [] };
  const table = bytes.get(start, count * layout.size);
  if (table === undefined) return undefined;
  const entry = byteReader(table, littleEndian);
  const word = bits === 64 ? entry.u64 : entry.u32;
  const entries = Array.from({ length: count }, (_, index) => {
    const at = index * layout.size;
    return {
      type: entry.u32(at) ?? 0,
      offset: word(at + layout.offset) ?? 0,
      fileSize: word(at + layout.fileSize) ?? 0,
      address: word(at + layout.address) ?? 0,
    };
  });
  return { bits, littleEndian, entries };
}
