import type { Mark } from '../archive/mark-words.ts';
import type { Folder } from './layout.ts';
import { markOfFile, markOfFolder } from './marks.ts';

/** Members by what their names say, in the order of the archive; a marked folder stands for all that is in it. */
export type Marked = ReadonlyMap<Mark, readonly string[]>;

export const noneMarked: Marked = new Map();

export function findMarked(layout: readonly Folder[]): Marked {
  const marked = new Map<Mark, string[]>();
  const folders = new Set<string>();
  const add = (mark: Mark, path: string): void => {
    const paths = marked.get(mark);
    if (paths === undefined) marked.set(mark, [path]);
    else paths.push(path);
  };
  for (const { path, otherFiles } of layout) {
    const folder = markOfFolder(path);
    if (folder !== undefined) {
      if (!folders.has(folder.path)) add(folder.mark, folder.path);
      folders.add(folder.path);
      continue;
    }
    for (const { name } of otherFiles) {
      const mark = markOfFile(name, path.length);
      if (mark !== undefined) add(mark, name);
    }
  }
  return marked;
}
