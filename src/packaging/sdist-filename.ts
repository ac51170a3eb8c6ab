import { normalizeName } from './name.ts';
import { parseVersion, parseVersionOnce, type Version } from './version.ts';

const suffixes = ['.tar.gz', '.zip', '.tar.bz2', '.tgz', '.tar.xz', '.tar.Z', '.tar'];

export interface SdistFilename {
  /** Normalised name. */
  readonly project: string;
  readonly version: Version;
}

/**
 * Reads an sdist's file name. Names may hold dashes in old spellings, so the project has to be known.
 * @returns `undefined` where it is no sdist of that project
 */
export function parseSdistFilename(filename: string, project: string): SdistFilename | undefined {
  const stem = stemOf(filename);
  if (stem === undefined) return undefined;
  for (let dash = stem.indexOf('-'); dash !== -1; dash = stem.indexOf('-', dash + 1)) {
    if (normalizeName(stem.slice(0, dash)) !== project) continue;
    const version = parseVersionOnce(stem.slice(dash + 1));
    if (version !== undefined) return { project, version };
  }
  return undefined;
}

/** The normalised names of all projects that a file may be an sdist of; `a-1-2.zip` is one of `a` and of `a-1`. */
export function projectsOfSdist(filename: string): string[] {
  const stem = stemOf(filename) ?? '';
  const projects = new Set<string>();
  for (let dash = stem.indexOf('-'); dash !== -1; dash = stem.indexOf('-', dash + 1)) {
    if (parseVersion(stem.slice(dash + 1)) !== undefined) projects.add(normalizeName(stem.slice(0, dash)));
  }
  return [...projects];
}

function stemOf(filename: string): string | undefined {
  const suffix = suffixes.find((candidate) => filename.endsWith(candidate));
  return suffix && filename.slice(0, -suffix.length);
}
