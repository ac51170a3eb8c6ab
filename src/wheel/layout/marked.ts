import type { Member } from '../archive/directory.ts';
import type { Folder } from './layout.ts';
import { isTelling, type Mark, markOfFile, markOfFolder } from './marks.ts';

/** Members by what their names say, in the order of the archive; a marked folder stands for all that is in it. */
export type Marked = ReadonlyMap<Mark, readonly string[]>;

/** @param hasByproduct whether a file begins with `._` or ends with `~` */
export function findMarked(
  layout: readonly Folder[],
  bySuffix: ReadonlyMap<string, readonly Member[]>,
  hasByproduct: boolean,
): Marked {
  const hasFiles = hasByproduct || hasMarkedSuffix(bySuffix);
  const marked = new Map<Mark, string[]>();
  const folders = new Set<string>();
  const add = (mark: Mark, path: string): void => {
    const paths = marked.get(mark);
    if (paths === undefined) marked.set(mark, [path]);
    else paths.push(path);
  };
  for (const { path, otherFiles } of layout) {
    const folder = markOfFolder(path);
    if (folder === undefined) {
      if (hasFiles) markFiles(otherFiles, path.length, add);
      continue;
    }
    if (!folders.has(folder.path)) add(folder.mark, folder.path);
    folders.add(folder.path);
  }
  return marked;
}

/** @param start of the names without their folder */
function markFiles(files: readonly Member[], start: number, add: (mark: Mark, path: string) => void): void {
  for (const { name } of files) {
    const mark = markOfFile(name, start);
    if (mark !== undefined) add(mark, name);
  }
}

/** Whether a file of one of the few suffixes that marked files have is marked. */
function hasMarkedSuffix(bySuffix: ReadonlyMap<string, readonly Member[]>): boolean {
  for (const [suffix, members] of bySuffix) {
    if (isTelling(suffix) && members.some(({ name }) => markOfFile(name, name.lastIndexOf('/') + 1)))
      return true;
  }
  return false;
}
