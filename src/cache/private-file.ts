import { closeSync, constants, fchmodSync, fstatSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes sure that a file is there which its owner alone can read, and nobody else put there. Folders are made as they
 * are needed, for their owner alone.
 * @returns what tells it from another file that may take its place
 * @throws {Error} of the system, or because it is somebody else's
 */
export function preparePrivateFile(path: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Windows has no such flag, and profiles that are private without our doing.
  const noLink = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW;
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT | noLink, 0o600);
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new Error('it is not a file');
    if (process.getuid !== undefined && stats.uid !== process.getuid())
      throw new Error('it is of another user');
    if ((stats.mode & 0o077) !== 0) fchmodSync(file, 0o600);
    return identityOf(stats);
  } finally {
    closeSync(file);
  }
}

/** Removes a file and those that SQLite has beside it, unless another process has put a new one in its place. */
export function removeDatabase(path: string, identity: string | undefined): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats !== undefined && identityOf(stats) !== identity) return;
  for (const suffix of ['-journal', '']) rmSync(`${path}${suffix}`, { force: true });
}

/** The number alone may be given to the next file. */
function identityOf({ ino, birthtimeMs }: { readonly ino: number; readonly birthtimeMs: number }): string {
  return `${ino} ${birthtimeMs}`;
}
