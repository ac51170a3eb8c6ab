import { normalizeName } from '../packaging/name.ts';
import { comparePublic, parseVersionOnce } from '../packaging/version.ts';
import type { Entrant } from './entrant.ts';
import { asksForPython, fitsPython } from './exclude.ts';
import type { Target } from './target.ts';

/** What an installer does once it has looked into the file that it wants. */
export type Verdict =
  | { readonly does: 'install' }
  /** `reason` is a clause about the file. */
  | { readonly does: 'next file' | 'next version' | 'fail'; readonly reason: string };

/** What METADATA makes an installer do; a file that was not read is taken to be as its name says. */
export function lookInside(entrant: Entrant, project: string, target: Target): Verdict {
  const { metadata } = entrant.offer;
  const { model } = target.installer;
  if (metadata === undefined) return { does: 'install' };
  const { directory, fault } = metadata;
  const isOwn = directory === undefined || normalizeName(directory).startsWith(project);
  if (!isOwn && model.refusesOtherDirectory) {
    return { does: 'fail', reason: fault ?? `its METADATA lies in ${directory}` };
  }
  // Where the directory tells the name, a wrong one is seen before METADATA is missed.
  const nameMismatch = nameMismatchOf(entrant, project, target);
  if (fault !== undefined && nameMismatch === undefined) return { does: 'fail', reason: fault };
  const mismatch = nameMismatch ?? versionMismatchOf(entrant, target);
  if (mismatch !== undefined && model.metadataMismatch !== 'not seen') {
    // pip reads the name first, and with a wrong one it does not get as far as the version.
    const isOdd =
      nameMismatch === undefined &&
      metadata.version !== undefined &&
      parseVersionOnce(metadata.version) === undefined;
    const goesOn = model.metadataMismatch === 'next file' && !(isOdd && model.failsAtOddVersion);
    return { does: goesOn ? 'next file' : 'fail', reason: mismatch };
  }
  const asked = metadata.requiresPython;
  if (asked !== undefined && !fitsPython(asked, target.place.interpreter)) {
    return { does: model.otherPython === 'error' ? 'fail' : 'next version', reason: asksForPython(asked) };
  }
  return { does: 'install' };
}

function nameMismatchOf(
  { offer: { metadata }, isWheel }: Entrant,
  project: string,
  { installer: { model }, place: { interpreter } }: Target,
): string | undefined {
  const ofWheel = model.nameInside;
  if (isWheel && (ofWheel === undefined || interpreter.minor < ofWheel.fromPython)) return undefined;
  const isDirectory = isWheel && ofWheel?.of === 'directory';
  const name = isDirectory ? metadata?.directory?.split('-', 1)[0] : metadata?.name;
  if (name === undefined || normalizeName(name) === project) return undefined;
  return `its ${isDirectory ? 'dist-info directory' : 'METADATA'} says name ${name}`;
}

function versionMismatchOf(
  { offer: { metadata }, version: fileVersion }: Entrant,
  { installer: { model } }: Target,
): string | undefined {
  const text = metadata?.version;
  if (text === undefined) return undefined;
  const version = parseVersionOnce(text);
  if (version?.key === fileVersion.key) return undefined;
  const onlyLabelIsMissing =
    version !== undefined && version.local.length === 0 && comparePublic(version, fileVersion) === 0;
  if (onlyLabelIsMissing && model.metadataMismatch === 'error unless only the label is missing')
    return undefined;
  return `its METADATA says version ${text}`;
}
