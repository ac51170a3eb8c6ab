import type { Member } from '../archive/directory.ts';
import { fileSuffix } from '../native/file-suffix.ts';
import type { Folder } from './layout.ts';

/** Suffixes as they are written, without the dot; empty for a name that has none. */
export function groupBySuffix(folders: readonly Folder[]): Map<string, readonly Member[]> {
  const groups = new Map<string, Member[]>();
  const groupOf = (suffix: string): Member[] => {
    const known = groups.get(suffix);
    if (known !== undefined) return known;
    const group: Member[] = [];
    groups.set(suffix, group);
    return group;
  };
  // Files of one kind often stand together.
  let ending = '/';
  let last: Member[] = [];
  for (const { otherFiles } of folders) {
    for (const member of otherFiles) {
      if (!member.name.endsWith(ending)) {
        const suffix = fileSuffix(member.name);
        last = groupOf(suffix);
        // No file has a name that ends with a slash.
        ending = suffix === '' ? '/' : `.${suffix}`;
      }
      last.push(member);
    }
  }
  return groups;
}
