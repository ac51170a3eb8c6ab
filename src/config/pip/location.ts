import type { PipDisk } from './disk.ts';
import { absolutePath, homeOf, type PipMachine } from './machine.ts';
import { strip } from './python-text.ts';

/** One find-links location or index. Whether a path leads to something is not looked at. */
export interface PipLocation {
  readonly written: string;
  readonly kind: 'url' | 'path';
  /** The URL as pip takes it, or the absolute path. */
  readonly location: string;
}

/** Other words before a colon may be drives. */
const urlStart = /^(?:(?:https?|file|ftp):|[a-z][a-z\d+.-]+:\/\/)/i;

/**
 * An index, or a find-links location without `~` for the home folder. Variables are not expanded, and relative paths
 * are so to the working directory, wherever they are written.
 */
export function locate(written: string, machine: PipMachine): PipLocation {
  const text = strip(written);
  return urlStart.test(text)
    ? { written, kind: 'url', location: text }
    : { written, kind: 'path', location: absolutePath(machine, written) };
}

/**
 * A find-links location. One with `~` is expanded, and its links are followed, if it leads to something then.
 * @see https://github.com/pypa/pip/blob/26.2/src/pip/_internal/models/search_scope.py `SearchScope.create`
 */
export async function locateLinks(written: string, machine: PipMachine, disk: PipDisk): Promise<PipLocation> {
  const isWindows = machine.platform === 'win32';
  // `~name/` is left: Node.js cannot ask for other people's home folders.
  const rest = (isWindows ? /^~(?=[\\/]|$)(.*)/s : /^~(?=\/|$)(.*)/s).exec(written)?.[1];
  if (rest === undefined) return locate(written, machine);
  const expanded = absolutePath(machine, homeOf(machine) + rest);
  const location = await disk.realPath(expanded);
  if (location === undefined) return locate(written, machine);
  return { written, kind: 'path', location: isWindows ? normalCase(location) : location };
}

/** Windows' `os.path.normcase`. */
function normalCase(path: string): string {
  return path.replaceAll('/', '\\').toLowerCase();
}
