import type { Member } from './directory.ts';

/** PyPI's bound: past 64 MiB, no more than 50 times the size of the file. */
const harmless = 64 * 1024 * 1024;
const maxRatio = 50;

/** The bytes that an archive is said to unpack to. */
export function unpackedSize(members: readonly Member[]): number {
  let total = 0;
  for (const { size } of members) total += size;
  return total;
}

/**
 * Whether PyPI takes an archive for an attack.
 * @param unpacked what it is said to unpack to, in bytes
 * @param size of the file, in bytes
 */
export function isBomb(unpacked: number, size: number): boolean {
  return unpacked > harmless && unpacked > size * maxRatio;
}
