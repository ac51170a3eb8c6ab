import type { Member } from './directory.ts';
import { HashSet } from './hash-set.ts';

/**
 * Members that are not empty and have one size and checksum, so the same bytes as far as that tells, in the order of the
 * archive; each group has two or more.
 */
export function findCopies(members: readonly Member[]): readonly (readonly Member[])[] {
  const doubtful = repeatedChecksums(members);
  if (doubtful.size === 0) return [];
  const candidates = members.filter(({ size, crc32 }) => size > 0 && doubtful.has(crc32));
  const groups = Map.groupBy(candidates, ({ size, crc32 }) => `${size} ${crc32}`);
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** A set of hashes takes a fraction of the time of a map of groups; most members are alone. */
function repeatedChecksums(members: readonly Member[]): ReadonlySet<number> {
  const repeated = new Set<number>();
  const seen = new HashSet(members.length);
  for (const { size, crc32 } of members) if (size > 0 && !seen.add(crc32 | 0)) repeated.add(crc32);
  return repeated;
}
