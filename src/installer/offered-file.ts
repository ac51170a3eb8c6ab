import { normalizeName } from '../packaging/name.ts';
import { parseSdistFilename } from '../packaging/sdist-filename.ts';
import { expandTags, formatTag } from '../packaging/tags.ts';
import { parseWheelFilename, type WheelFilename } from '../wheel/filename.ts';
import type { OfferedFile } from './offer.ts';

/**
 * What an installer that looks for a project reads in a file name.
 * @param project normalised name
 * @returns `undefined` for files of other projects and kinds
 */
export function readOfferedFile(filename: string, project: string): OfferedFile | undefined {
  if (!filename.endsWith('.whl')) {
    const sdist = parseSdistFilename(filename, project);
    return sdist && { kind: 'sdist', ...sdist };
  }
  const parsed = parseWheelFilename(filename);
  if (parsed.ok) return parsed.name.project === project ? offeredWheel(parsed.name) : undefined;
  const name = filename.slice(0, filename.indexOf('-'));
  return normalizeName(name) === project ? { kind: 'unreadable', reason: parsed.reason } : undefined;
}

/** The project that a file name seems to belong to, normalised; `undefined` for what is no wheel or sdist. */
export function projectOfFilename(filename: string): string | undefined {
  const stem = /^(.+?)-.*\.whl$|^(.+)-[^-]+\.(?:tar\.gz|zip|tar\.bz2|tgz|tar\.xz|tar)$/.exec(filename);
  const name = stem?.[1] ?? stem?.[2];
  return name === undefined ? undefined : normalizeName(name);
}

/** The same for a name that is read already. */
export function offeredWheel(name: WheelFilename): OfferedFile {
  return { kind: 'wheel', version: name.version, name, tags: expandTags(name).map(formatTag) };
}
