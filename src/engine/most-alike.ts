import type { IndexAnswer, IndexFile } from '../index/index-answer.ts';
import type { WheelFilename } from '../wheel/filename.ts';
import type { NamedWheel } from './project.ts';

/** A wheel of an index. */
export interface UpstreamWheel {
  readonly file: IndexFile;
  readonly name: WheelFilename;
  readonly answer: IndexAnswer;
}

/**
 * The wheel of an index that is most like some local wheels: by local label, then platform, then Python; of equally
 * good ones the first. One with another label than theirs is a build of its own, and no measure.
 */
export function mostAlike(
  wheels: readonly NamedWheel[],
  offers: readonly UpstreamWheel[],
): UpstreamWheel | undefined {
  let best: UpstreamWheel | undefined;
  let bestLikeness = 0;
  for (const offer of offers) {
    const likeness = Math.max(...wheels.map(({ name }) => likenessOf(name, offer.name)));
    if (likeness <= bestLikeness) continue;
    best = offer;
    bestLikeness = likeness;
  }
  return best;
}

/** 0 for no measure at all. */
function likenessOf(mine: WheelFilename, theirs: WheelFilename): number {
  const isSameVersion = mine.version.key === theirs.version.key;
  if (!isSameVersion && theirs.version.local.length > 0) return 0;
  const platforms = new Set(mine.platforms.map(familyOf));
  return (
    1 +
    (isSameVersion ? 8 : 0) +
    (theirs.platforms.some((platform) => platforms.has(familyOf(platform))) ? 4 : 0) +
    (theirs.pythons.some((python) => mine.pythons.includes(python)) ? 2 : 0) +
    (theirs.abis.some((abi) => mine.abis.includes(abi)) ? 1 : 0)
  );
}

/** `manylinux_2_28_x86_64` → `linux_x86_64`: the same system, whatever its version. */
function familyOf(platform: string): string {
  return platform
    .replace(/^(?:many|musl)?linux(?:\d+|_\d+_\d+)?_/, 'linux_')
    .replace(/^macosx_\d+_\d+_/, 'macosx_');
}
