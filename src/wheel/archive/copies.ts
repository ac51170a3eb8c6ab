import type { Member } from './directory.ts';
import { HashSet } from './hash-set.ts';

/**
 * Members that are not empty and have one size and checksum, so the same bytes as far as that tells, in the order of the
 * archive; each group has two or more.
 */
export function findCopies(members: readonly Member[]): readonly (readonly Member[])[] {
  const repeated = repeatedChecksums(members);
  if (repeated === undefined) return [];
  const candidates = members.filter(({ size, crc32 }) => size > 0 && repeated.has(crc32 | 0));
  const groups = Map.groupBy(candidates, ({ size, crc32 }) => `${size} ${crc32}`);
  return [...groups.values()].filter(({ length }) => length > 1);
}

/**
 * Of members that are not empty, as numbers with a sign, which V8 does not have to allocate; `undefined` for none. A set
 * of hashes takes a fraction of the time of a map of groups; most members are alone.
 */
function repeatedChecksums(members: readonly Member[]): ReadonlySet<number> | undefined {
  let repeated: Set<number> | undefined;
  const seen = new HashSet(members.length);
  for (const { size, crc32 } of members) {
    if (size === 0 || seen.add(crc32 | 0)) continue;
    repeated ??= new Set();
    repeated.add(crc32 | 0);
  }
  return repeated;
}
