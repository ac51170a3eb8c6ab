import { isLabelRange, type Specifier } from '../packaging/specifier.ts';
import { isPrerelease } from '../packaging/version.ts';
import type { Entrant } from './entrant.ts';
import type { InstallerModel } from './model.ts';
import { type InstallRequest, isPin } from './request.ts';

/** A file that is out of the race, and why, as a clause. */
export interface Excluded<Thing> {
  readonly item: Thing;
  readonly reason: string;
}

/** Those that stay, and those that do not. */
export interface Narrowed<Thing> {
  readonly kept: readonly Thing[];
  readonly excluded: readonly Excluded<Thing>[];
}

/** Takes out of the race what each of them would be taken for alone, but not beside the others. */
export function narrow(
  entrants: readonly Entrant[],
  request: InstallRequest,
  model: InstallerModel,
): Narrowed<Entrant> {
  const excluded: Excluded<Entrant>[] = [];
  let kept = entrants;
  for (const step of [dropPrereleases, dropOtherHashes, dropYanked]) {
    const reasonFor = step(kept, request, model);
    if (reasonFor === undefined) continue;
    const left: Entrant[] = [];
    for (const item of kept) {
      const reason = reasonFor(item);
      if (reason === undefined) left.push(item);
      else excluded.push({ item, reason });
    }
    kept = left;
  }
  return { kept, excluded };
}

type ReasonFor = ((entrant: Entrant) => string | undefined) | undefined;

/** Pre-releases count where they are asked for, or where there is nothing else. */
function dropPrereleases(
  entrants: readonly Entrant[],
  { prereleases, specifiers }: InstallRequest,
  model: InstallerModel,
): ReasonFor {
  // In the order before PEP 440, nothing is a pre-release.
  const isLegacy = specifiers.length > 0 && specifiers.every(isLabelRange);
  const areAskedFor =
    prereleases || isLegacy || specifiers.some((specifier) => asksForPrereleases(specifier, model));
  if (areAskedFor) return undefined;
  const isAlone = entrants.every(({ version }) => isPrerelease(version));
  if (isAlone && (model.prereleases === 'always' || specifiers.length === 0)) return undefined;
  return ({ version }) => (isPrerelease(version) ? 'it is a pre-release' : undefined);
}

function asksForPrereleases(
  { operator, version }: Specifier,
  { boundsAskForPrereleases }: InstallerModel,
): boolean {
  if (version === undefined || !isPrerelease(version) || operator === '!=') return false;
  if (isLabelRange({ operator, version })) return false;
  return boundsAskForPrereleases || (operator !== '<' && operator !== '>');
}

/** Only where some file states an allowed hash; otherwise pip goes on, to fail with the wrong hash later. */
function dropOtherHashes(
  entrants: readonly Entrant[],
  { hashes }: InstallRequest,
  model: InstallerModel,
): ReasonFor {
  if (hashes.size === 0 || model.otherHashes === 'kept') return undefined;
  if (!entrants.some(({ hash }) => hash === 'allowed')) return undefined;
  return ({ hash }) => (hash === 'other' ? 'its hash is not allowed' : undefined);
}

function dropYanked(
  entrants: readonly Entrant[],
  { specifiers }: InstallRequest,
  { yanked }: InstallerModel,
): ReasonFor {
  const isPinned = specifiers.some(isPin);
  const isAlone = entrants.every(({ offer }) => offer.yanked !== false);
  const isTaken = {
    last: true,
    'if nothing else': isAlone,
    'if nothing else and pinned': isAlone && isPinned,
    'if pinned': isPinned,
  }[yanked];
  if (isTaken) return undefined;
  return ({ offer }) => (offer.yanked === false ? undefined : yankedReason(offer.yanked));
}

function yankedReason(yanked: boolean | string): string {
  return typeof yanked === 'string' ? `it is yanked: ${yanked}` : 'it is yanked';
}
