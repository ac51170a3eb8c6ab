import type { Member } from '../archive/directory.ts';
import type { Folder } from './layout.ts';

/** A file or folder that stands at the top of site-packages once the wheel is installed. */
export interface TopLevel {
  /** Its name there, without a slash. */
  readonly name: string;
  /** Its path in the archive, with a slash at the end of a folder. */
  readonly path: string;
  readonly isFolder: boolean;
  /** Folders with this one above them, or itself; empty for a file. */
  readonly folders: readonly Folder[];
}

interface Entry extends TopLevel {
  readonly folders: Folder[];
}

/** In the order of their first folders. */
export function listToplevels(folders: readonly Folder[]): TopLevel[] {
  const entries = new Map<string, Entry>();
  const addFolder = (path: string, start: number): Entry => {
    const known = entries.get(path);
    if (known !== undefined) return known;
    const entry = { name: path.slice(start, -1), path, isFolder: true, folders: [] };
    entries.set(path, entry);
    return entry;
  };
  // Folders below one entry often stand together.
  let last: Entry | undefined;
  for (const folder of folders) {
    if (folder.section !== 'library') continue;
    const { path, start } = folder;
    if (path.length === start) {
      for (const { name } of folder.files) {
        if (!entries.has(name))
          entries.set(name, { name: name.slice(start), path: name, isFolder: false, folders: [] });
      }
    } else {
      if (last === undefined || !path.startsWith(last.path)) {
        last = addFolder(path.slice(0, path.indexOf('/', start) + 1), start);
      }
      last.folders.push(folder);
    }
  }
  return [...entries.values()];
}

/** Every file below a top-level folder. */
export function* filesBelow({ folders }: TopLevel): Generator<Member> {
  for (const { files } of folders) yield* files;
}
