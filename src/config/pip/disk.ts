import { readFile, realpath, stat } from 'node:fs/promises';

/** What stands at a path; `reason` is the code of the system's error. */
export type FileContent =
  | { readonly state: 'read'; readonly bytes: Uint8Array }
  | { readonly state: 'missing' }
  | { readonly state: 'unreadable'; readonly reason: string };

/** The questions that pip asks of the file system before it takes a package. */
export interface PipDisk {
  /** A folder is unreadable. */
  read(path: string): Promise<FileContent>;
  isFolder(path: string): Promise<boolean>;
  /** The path with all links followed; `undefined` where it leads to nothing. */
  realPath(path: string): Promise<string | undefined>;
}

export const realDisk: PipDisk = {
  async read(path) {
    if ((await statOf(path)) === undefined) return { state: 'missing' };
    try {
      return { state: 'read', bytes: await readFile(path) };
    } catch (error) {
      return { state: 'unreadable', reason: codeOf(error) };
    }
  },
  async isFolder(path) {
    return (await statOf(path))?.isDirectory() ?? false;
  },
  realPath: (path) => realpath(path).catch(() => undefined),
};

/** Python's `os.path.exists` says no to whatever keeps it from looking. */
function statOf(path: string) {
  return stat(path).catch(() => undefined);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
