import { compareVersions } from '../packaging/version.ts';
import { isLocal } from './compare.ts';
import type { Entrant } from './entrant.ts';
import type { InstallerModel } from './model.ts';
import type { Excluded } from './narrow.ts';

/** What the draft's rules make of an order: who has to go, or why nobody is taken. */
export type DraftOutcome = { readonly excluded: readonly Excluded<Entrant>[] } | { readonly problem: string };

/**
 * Applies the draft's nine cases to candidates, best first. A newest version with a wheel that is neither local nor pure
 * is in conflict with an older local wheel; an sdist newer than the local wheel could be built into a local one.
 */
export function settleDraft(sorted: readonly Entrant[], model: InstallerModel): DraftOutcome {
  const { localConflict, localOnly } = model;
  if (localConflict === undefined) return { excluded: [] };
  const foreign = sorted.filter(isForeign);
  if (localOnly === true) return { excluded: withReason(foreign, 'only local wheels are wanted') };
  const [top] = sorted;
  const local = sorted.find(isLocal);
  if (top === undefined || local === undefined || !isForeign(top) || localConflict === 'newest') {
    return { excluded: [] };
  }
  if (localConflict === 'error') {
    return { problem: `${top.offer.filename} is newer than the local wheel ${local.offer.filename}` };
  }
  const newer = foreign.filter(({ version }) => compareVersions(version, local.version) > 0);
  return { excluded: withReason(newer, 'an older local wheel is preferred') };
}

/** A wheel for a platform that is not marked as local; pure wheels count as neither. */
function isForeign(entrant: Entrant): boolean {
  return entrant.tag !== undefined && !isLocal(entrant) && !entrant.tag.tag.endsWith('-any');
}

function withReason(entrants: readonly Entrant[], reason: string): Excluded<Entrant>[] {
  return entrants.map((item) => ({ item, reason }));
}
