import { byteReader } from './byte-reader.ts';
import type { StringTable } from './elf-strings.ts';
import type { SparseBytes } from './sparse-bytes.ts';
import type { VersionNeed } from './symbols.ts';

/** `Elf_Verneed` and `Elf_Vernaux` have 16 bytes in both classes. */
const recordSize = 16;
/** Hostile chains can go on for ever, or in a circle. */
const mostRecords = 4096;
/** What is loaded at once: a real section has a few hundred bytes. */
const windowSize = 16 * 1024;

const VER_FLG_WEAK = 2;

/**
 * Walks `.gnu.version_r`.
 * @param start of the section in the file
 * @param count DT_VERNEEDNUM
 * @see https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/symversion.html
 */
export function readVersionNeeds(
  bytes: SparseBytes,
  strings: StringTable,
  start: number,
  count: number,
  littleEndian: boolean,
): VersionNeed[] {
  const record = (offset: number) => {
    const found = bytes.get(offset, recordSize, windowSize);
    return found && byteReader(found, littleEndian);
  };
  const needs: VersionNeed[] = [];
  let left = mostRecords;
  let offset = start;
  for (let index = 0; index < count && left > 0; index++, left--) {
    const need = record(offset);
    if (need === undefined) break;
    const library = strings.get(need.u32(4) ?? 0);
    const versions: string[] = [];
    let auxiliary = offset + (need.u32(8) ?? 0);
    for (let remaining = need.u16(2) ?? 0; remaining > 0 && left > 0; remaining--, left--) {
      const version = record(auxiliary);
      if (version === undefined) break;
      const isWeak = ((version.u16(4) ?? 0) & VER_FLG_WEAK) !== 0;
      const name = strings.get(version.u32(8) ?? 0);
      if (name !== undefined && !isWeak) versions.push(name);
      const step = version.u32(12) ?? 0;
      if (step === 0) break;
      auxiliary += step;
    }
    if (library !== undefined) needs.push({ library, versions });
    const step = need.u32(12) ?? 0;
    if (step === 0) break;
    offset += step;
  }
  return needs;
}
