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

/** In the order of their first folders. */
export function listToplevels(folders: readonly Folder[]): TopLevel[] {
  const entries = new Map<string, TopLevel & { readonly folders: Folder[] }>();
  const add = (name: string, path: string, folder?: Folder): void => {
    const found = entries.get(path);
    if (found === undefined) {
      entries.set(path, { name, path, isFolder: folder !== undefined, folders: folder ? [folder] : [] });
    } else if (folder !== undefined) found.folders.push(folder);
  };
  for (const folder of folders) {
    if (folder.section !== 'library') continue;
    const { path, start } = folder;
    if (path.length === start) {
      for (const { name } of folder.files) add(name.slice(start), name);
    } else {
      const slash = path.indexOf('/', start);
      add(path.slice(start, slash), path.slice(0, slash + 1), folder);
    }
  }
  return [...entries.values()];
}

/** Every file below a top-level folder. */
export function* filesBelow({ folders }: TopLevel): Generator<Member> {
  for (const { files } of folders) yield* files;
}
