import { compareBuildTags } from '../packaging/build-tag.ts';
import { compareVersions } from '../packaging/version.ts';
import type { Entrant } from './entrant.ts';
import type { InstallerModel, KeyElement } from './model.ts';
import { compareSources, type TieBreaker, tieBreakers } from './tie.ts';

/** What settled a comparison. */
export type Decider = KeyElement | TieBreaker;

/** Whether two files were equal by key, so that only their places told them apart, if anything did. */
export function isTie(by: Decider | undefined): boolean {
  return by === undefined || tieBreakers.some((breaker) => breaker === by);
}

/** How two entrants compare: positive where the first is better; `by` is what settled it. */
export interface Comparison {
  readonly difference: number;
  /** `undefined` where nothing tells them apart. */
  readonly by: Decider | undefined;
}

type Compare = (a: Entrant, b: Entrant, preferBinary: boolean) => number;

/** Every element of every installer's key; positive where `a` is better. */
const elements: Readonly<Record<KeyElement, Compare>> = {
  hash: (a, b) => Number(a.hash === 'allowed') - Number(b.hash === 'allowed'),
  'hash-state': (a, b) => hashStates.indexOf(a.hash) - hashStates.indexOf(b.hash),
  'not-yanked': (a, b) => Number(b.offer.yanked !== false) - Number(a.offer.yanked !== false),
  binary: (a, b, preferBinary) => (preferBinary ? Number(a.isWheel) - Number(b.isWheel) : 0),
  version: (a, b) => compareVersions(a.version, b.version),
  index: (a, b) => b.place - a.place,
  'local-tag': (a, b) => Number(isLocal(a)) - Number(isLocal(b)),
  tag: (a, b) => rankOf(b) - rankOf(a),
  build: (a, b) => compareBuildTags(a.build, b.build),
};

const hashStates = ['other', 'none', 'allowed'] as const;

/** An sdist is worse than any wheel; a finite number, because two of them are equal. */
const worstRank = Number.MAX_SAFE_INTEGER;

function rankOf({ tag }: Entrant): number {
  return tag?.rank ?? worstRank;
}

/** Whether the best tag of a wheel is the draft's `local_<platform>`. */
export function isLocal({ tag }: Entrant): boolean {
  return tag !== undefined && /-local_\w+$/.test(tag.tag);
}

/** Compares by the installer's key alone: 0 is a tie, which only the places of the files settle. */
export function compareKeys(
  a: Entrant,
  b: Entrant,
  model: InstallerModel,
  preferBinary: boolean,
): Comparison {
  for (const element of model.key) {
    const difference = elements[element](a, b, preferBinary);
    if (difference !== 0) return { difference, by: element };
  }
  return { difference: 0, by: undefined };
}

/** Compares by key, then by source. */
export function compareEntrants(
  a: Entrant,
  b: Entrant,
  model: InstallerModel,
  preferBinary: boolean,
): Comparison {
  const byKey = compareKeys(a, b, model, preferBinary);
  return byKey.by === undefined ? compareSources(a.offer, b.offer, model) : byKey;
}
