import type { Member } from './directory.ts';

/** PyPI's bound: past 64 MiB, no more than 50 times the size of the file. */
const harmless = 64 * 1024 * 1024;
const maxRatio = 50;

/**
 * The bytes that an archive is said to unpack to, where PyPI takes that for an attack; otherwise `undefined`.
 * @param size bytes of the archive
 */
export function bombSize(members: readonly Member[], size: number): number | undefined {
  let total = 0;
  for (const member of members) total += member.size;
  return total > harmless && total > size * maxRatio ? total : undefined;
}
