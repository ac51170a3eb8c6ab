import { open, stat } from 'node:fs/promises';
import { dirname, isAbsolute, posix, relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { quote } from '../packaging/quote.ts';
import type { LockFile, LockPromise } from './lock-file.ts';
import { parseLockFile } from './parse-lock-file.ts';
import type { Inclusion } from './requirements.ts';

/** Bytes; the largest that are known have 3 MB. */
const longest = 16 * 1024 * 1024;
/** Files that one includes, and they include. */
const mostFiles = 1000;

/** Where a lock file is. */
export interface LockFilePlace {
  /** Absolute. */
  readonly path: string;
  /** For people. */
  readonly display: string;
}

/**
 * Reads a lock file, with the requirements files that it includes from its own folder and those below.
 * @throws {UsageError} in one line that names the file, and what is wrong where
 */
export async function readLockFile(place: LockFilePlace): Promise<LockFile> {
  const promises: LockPromise[] = [];
  const seen = new Set<string>([place.path]);
  const waiting: LockFilePlace[] = [place];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { promises: found, inclusions } = parseLockFile(await readText(next), next.display);
    // One by one: a spread of hundreds of thousands would not fit on the stack.
    for (const promise of found) promises.push(promise);
    for (const inclusion of inclusions) {
      const included = includedPlace(inclusion, next, place);
      if (seen.has(included.path)) continue;
      seen.add(included.path);
      if (seen.size > mostFiles)
        throw new UsageError(`The lock file '${place.display}' includes more than ${mostFiles} files.`);
      waiting.push(included);
    }
  }
  return { display: place.display, promises };
}

function includedPlace({ path, line }: Inclusion, from: LockFilePlace, root: LockFilePlace): LockFilePlace {
  const target = resolve(dirname(from.path), path);
  const below = relative(dirname(root.path), target);
  // On Windows another drive is absolute.
  const isOutside = below.split(sep)[0] === '..' || isAbsolute(below);
  if (/^[a-z][a-z0-9+.-]+:/i.test(path) || isOutside) {
    throw new UsageError(
      `The lock file '${from.display}' includes ${quote(path)} in line ${line}, which is not in or below the folder of '${root.display}': name it as a lock file of its own.`,
    );
  }
  return { path: target, display: posix.join(posix.dirname(root.display), below.split(sep).join('/')) };
}

async function readText({ path, display }: LockFilePlace): Promise<string> {
  try {
    // Before opening: opening a pipe would wait for a writer.
    if (!(await stat(path)).isFile()) throw new UsageError(`The lock file '${display}' is not a file.`);
    const file = await open(path);
    try {
      if ((await file.stat()).size > longest) {
        throw new UsageError(`The lock file '${display}' is longer than ${longest / 1024 ** 2} MiB.`);
      }
      return await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UsageError(
      code === 'ENOENT' || code === 'ENOTDIR'
        ? `There is no lock file '${display}'.`
        : `The lock file '${display}' cannot be read (${code}).`,
    );
  }
}
