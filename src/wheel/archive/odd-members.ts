import type { Member } from './directory.ts';
import { falseSizeOf } from './false-size.ts';

/** The type of a file in the mode bits of Unix. */
const typeMask = 0o170000;
const regular = 0o100000;
const folder = 0o040000;
const link = 0o120000;
/** The newest version of the format that Python's zipfile and uv know, times ten. */
export const newestVersion = 63;

/** Whether one is more than a file or an empty folder, stored or deflated, with sizes that fit together. */
export function hasOddMember(members: readonly Member[]): boolean {
  for (const member of members) if (isOdd(member)) return true;
  return false;
}

function isOdd(member: Member): boolean {
  const { mode, method, encrypted, versionNeeded, extra } = member;
  if (encrypted || extra !== undefined || versionNeeded > newestVersion || isSpecial(mode)) return true;
  return (method !== 0 && method !== 8) || falseSizeOf(member) !== undefined;
}

/** Neither a file nor a folder. @param mode bits of Unix; without a type it is a file */
export function isSpecial(mode: number): boolean {
  const type = mode & typeMask;
  return type !== regular && type !== 0 && type !== folder;
}

export function isLink(mode: number): boolean {
  return (mode & typeMask) === link;
}
