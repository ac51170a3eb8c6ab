import type { Member } from '../archive/directory.ts';
import { fileSuffix } from '../native/file-suffix.ts';
import type { Folder } from './layout.ts';

/** Suffixes as they are written, without the dot; empty for a name that has none. */
export function groupBySuffix(folders: readonly Folder[]): Map<string, readonly Member[]> {
  const groups = new Map<string, Member[]>();
  for (const { otherFiles } of folders) {
    for (const member of otherFiles) {
      const suffix = fileSuffix(member.name);
      const group = groups.get(suffix);
      if (group === undefined) groups.set(suffix, [member]);
      else group.push(member);
    }
  }
  return groups;
}
