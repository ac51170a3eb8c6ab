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

/** PyPI's bound: past 64 MiB, no more than 50 times the size of the file. */
const bombSize = 64 * 1024 * 1024;
const bombRatio = 50;

/**
 * What the directory alone gives away.
 * @see https://github.com/pypi/warehouse/blob/6b6215712/warehouse/forklift/legacy.py for the bomb's bounds
 */
export function inspectMembers(members: readonly Member[], fileSize: number): ArchiveProblem[] {
  const problems: ArchiveProblem[] = [];
  const total = members.reduce((sum, { size }) => sum + size, 0);
  if (total > bombSize && total > fileSize * bombRatio) {
    const largest = members.reduce((a, b) => (b.size > a.size ? b : a));
    problems.push({
      kind: 'bomb',
      member: largest.name,
      detail: `the archive of ${fileSize} bytes inflates to ${total}, more than ${bombRatio} times its size`,
    });
  }
  const encrypted = members.filter((member) => member.encrypted);
  const [first] = encrypted;
  if (first !== undefined) {
    const others = encrypted.length > 1 ? ` and ${encrypted.length - 1} more` : '';
    problems.push({ kind: 'encrypted', member: first.name, detail: `it is encrypted${others}` });
  }
  return problems;
}
