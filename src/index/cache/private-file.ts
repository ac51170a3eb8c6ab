import { closeSync, constants, fchmodSync, fstatSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes sure that a file is there which its owner alone can read, and nobody else put there. Folders are made as they
 * are needed, for their owner alone.
 * @throws {Error} of the system, or because it is somebody else's
 */
export function preparePrivateFile(path: string): void {
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
  } finally {
    closeSync(file);
  }
}
