import { quoteInside } from '../quote-inside.ts';
import type { Member } from './directory.ts';
import { ArchiveError, type ArchiveProblem } from './problem.ts';

/**
 * Two entries for one stretch of the file are how a small file is made to hold more than it has.
 * @throws {ArchiveError}
 */
export function refuseShared(members: readonly Member[]): void {
  if (isAscending(members)) return;
  const names = new Map<number, string>();
  for (const { name, offset } of members) {
    const other = names.get(offset);
    if (other !== undefined) {
      throw new ArchiveError(
        'directory',
        `${quoteInside(other)} and ${quoteInside(name)} are the same bytes of the file`,
      );
    }
    names.set(offset, name);
  }
}

/** As almost every archive is written: nothing can be shared, and no map of a thousand offsets is needed to know. */
function isAscending(members: readonly Member[]): boolean {
  let last = -1;
  for (const { offset } of members) {
    if (offset <= last) return false;
    last = offset;
  }
  return true;
}

/** What the directory alone gives away. */
export function inspectMembers(members: readonly Member[]): ArchiveProblem[] {
  const encrypted = members.filter((member) => member.encrypted);
  const [first] = encrypted;
  if (first === undefined) return [];
  const others = encrypted.length > 1 ? ` and ${encrypted.length - 1} more` : '';
  return [{ kind: 'encrypted', member: first.name, detail: `it is encrypted${others}` }];
}
