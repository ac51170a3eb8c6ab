import { byteReader } from './byte-reader.ts';
import type { ProgramHeader, ProgramHeaders } from './elf-program-headers.ts';
import type { SparseBytes } from './sparse-bytes.ts';

const NT_GNU_PROPERTY_TYPE_0 = 5;
const GNU_PROPERTY_X86_ISA_1_NEEDED = 0xc0008002;

/** Real segments have less than 200 bytes. */
const longestSegment = 16 * 1024;

/** Bits of the property, from the newest: x86-64-v4, v3, v2. */
const levels = [
  [8, 4],
  [4, 3],
  [2, 2],
] as const;

/**
 * The x86-64 level that a binary says it cannot run without; the baseline counts as none.
 * @see https://gitlab.com/x86-psABIs/x86-64-ABI section "Program Property"
 */
export function isaLevelOf(
  bytes: SparseBytes,
  { offset, fileSize }: ProgramHeader,
  { bits, littleEndian }: ProgramHeaders,
): number | undefined {
  const segment = bytes.get(offset, Math.min(fileSize, longestSegment));
  if (segment === undefined) return undefined;
  const reader = byteReader(segment, littleEndian);
  const align = (length: number, unit: number): number => Math.ceil(length / unit) * unit;
  const unit = bits / 8;
  let at = 0;
  while (at + 12 <= segment.length) {
    const nameSize = reader.u32(at) ?? 0;
    const size = reader.u32(at + 4) ?? 0;
    const contents = at + 12 + align(nameSize, 4);
    const isProperty =
      reader.u32(at + 8) === NT_GNU_PROPERTY_TYPE_0 && segment.toString('latin1', at + 12, at + 15) === 'GNU';
    if (isProperty) return levelIn(segment.subarray(contents, contents + size), unit, littleEndian);
    at = contents + align(size, 4);
  }
  return undefined;
}

/** Whether a note segment may hold properties: those of 64-bit files are whole words, a build id alone has 36 bytes. */
export function mayHoldProperties({ fileSize }: ProgramHeader, { bits }: ProgramHeaders): boolean {
  return fileSize % (bits / 8) === 0;
}

function levelIn(properties: Buffer, unit: number, littleEndian: boolean): number | undefined {
  const reader = byteReader(properties, littleEndian);
  let at = 0;
  while (at + 8 <= properties.length) {
    const size = reader.u32(at + 4) ?? 0;
    if (reader.u32(at) === GNU_PROPERTY_X86_ISA_1_NEEDED) {
      const needed = reader.u32(at + 8) ?? 0;
      return levels.find(([bit]) => (needed & bit) !== 0)?.[1];
    }
    at += 8 + Math.ceil(size / unit) * unit;
  }
  return undefined;
}
