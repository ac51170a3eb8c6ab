import { normalizeName } from '../packaging/name.ts';
import { parseVersionOnce } from '../packaging/version.ts';
import type { LinesOfHashes } from './lines-of-hashes.ts';
import type { LockedFile, LockPromise } from './lock-file.ts';

/**
 * The promises of a lock that lists single files. A file that is no wheel, and a version that is none (a system library
 * of Pyodide's), can be no local wheel.
 * @param file path of the lock for people
 */
export function promisesOf(
  files: readonly LockedFile[],
  file: string,
  lines: LinesOfHashes,
): readonly LockPromise[] {
  return files.flatMap(({ project, version: text, filename, sha256 }): LockPromise[] => {
    const version = parseVersionOnce(text);
    if (version === undefined || !filename.endsWith('.whl')) return [];
    const sha256s = sha256 === undefined ? [] : [sha256];
    const line = sha256 === undefined ? undefined : lines.of(sha256);
    return [{ project: normalizeName(project), version, filename, sha256s, file, line }];
  });
}

/** The file name at the end of a URL or path, as installers read it; `''` for none. */
export function lastSegment(place: string): string {
  const path = place.replace(/[?#].*$/s, '');
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
