import { normalizeName } from '../packaging/name.ts';
import { isRefusedByOldBounds, matchesSpecifiers, parseSpecifiersOnce } from '../packaging/specifier.ts';
import { parseVersionOnce } from '../packaging/version.ts';
import type { Entrant } from './entrant.ts';
import type { Interpreter } from './interpreter.ts';
import type { InstallRequest } from './request.ts';
import type { Target } from './target.ts';

/** Why a file is out of the race whatever else there is: a clause for people, or `undefined`. */
export function exclusionOf(entrant: Entrant, request: InstallRequest, target: Target): string | undefined {
  const { offer, version, isWheel } = entrant;
  const { model } = target.installer;
  if (offer.source.kind === 'folder' && model.folders === 'not-taken') {
    return `${target.installer.name} takes no folders of files`;
  }
  if (offer.source.isInFolder === true && !model.pagesInFolders) {
    return `${target.installer.name} reads no pages that lie in a folder`;
  }
  if (!isWheel && offer.source.kind === 'folder' && model.folderSdists === 'name-version') {
    const isFound = isPlainSdist(offer.filename, request.project);
    if (!isFound) return `${target.installer.name} takes only name-version.tar.gz and .zip from a folder`;
  }
  if (isWheel && !request.formats.wheels) return 'wheels are ruled out';
  if (!isWheel && !request.formats.sdists) return 'sdists are ruled out';
  if (isWheel && entrant.tag === undefined && !model.versionBeforeTags) return tagMismatch(entrant, target);
  const asked = offer.requiresPython;
  if (asked !== undefined && !fitsPython(asked, target.place.interpreter)) return asksForPython(asked);
  const isWanted =
    matchesSpecifiers(request.specifiers, version) &&
    !(model.oldBounds && request.specifiers.some((specifier) => isRefusedByOldBounds(specifier, version)));
  if (!isWanted) return 'its version is not asked for';
  return undefined;
}

/** Whether a file of a folder is an sdist of the project for those who split its name at the last dash. */
function isPlainSdist(filename: string, project: string): boolean {
  const [, name = '', version = ''] = /^(.*)-([^-]*)\.(?:tar\.gz|zip)$/.exec(filename) ?? [];
  return normalizeName(name) === project && parseVersionOnce(version) !== undefined;
}

/** Why no tag of a wheel fits. */
export function tagMismatch({ offer: { file } }: Entrant, { place, noTag }: Target): string {
  if (file.kind !== 'wheel') return 'it is no wheel';
  const { platforms } = file.name;
  if (platforms.every((platform) => platform.startsWith('local_'))) {
    return "'local_' platforms are a draft that no installer reads";
  }
  if (!place.manylinux && platforms.every((platform) => platform.startsWith('manylinux'))) {
    return 'manylinux is switched off';
  }
  return noTag;
}

/**
 * Whether `Requires-Python` takes a Python of which only the minor version is known: the newest patch release is meant,
 * as nobody stays on the first. A specifier that cannot be read rules nothing out.
 */
export function fitsPython(requiresPython: string, { minor }: Interpreter): boolean {
  const parsed = parseSpecifiersOnce(requiresPython);
  const newest = parseVersionOnce(`3.${minor}.99`);
  return !parsed.ok || newest === undefined || matchesSpecifiers(parsed.specifiers, newest);
}

export function asksForPython(requiresPython: string): string {
  return `it asks for Python ${requiresPython}`;
}
