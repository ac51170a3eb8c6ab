import type { BuildTag } from '../packaging/build-tag.ts';
import type { Version } from '../packaging/version.ts';
import { advertisedHash, type Offer } from './offer.ts';
import type { InstallRequest } from './request.ts';
import { bestTag, type RankedTag } from './supported-tags.ts';
import type { Target } from './target.ts';
import { listPlace } from './tie.ts';

/** An offer whose name can be read, with what the comparison asks for. */
export interface Entrant {
  readonly offer: Offer;
  readonly isWheel: boolean;
  readonly version: Version;
  /** The best of its tags; `undefined` for an sdist, and for a wheel that the environment does not take. */
  readonly tag: RankedTag | undefined;
  readonly build: BuildTag | undefined;
  /** What the page says of the file's hash beside the allowed ones; `allowed` where any is. */
  readonly hash: 'allowed' | 'none' | 'other';
  /** Place of its index among the indexes, 0 first; find-links stand beside the first one that has the project. */
  readonly place: number;
}

/** The offers whose names can be read, as a target sees them. */
export function entrantsOf(
  offers: readonly Offer[],
  { hashes }: Pick<InstallRequest, 'hashes'>,
  { installer: { model }, ranks }: Target,
): Entrant[] {
  const places = offers.flatMap(({ source }) => (source.kind === 'index' ? listPlace(source, model) : []));
  // Without any index every place is the same one.
  const firstPlace = places.reduce((first, place) => Math.min(first, place), Number.MAX_SAFE_INTEGER);
  return offers.flatMap((offer) => {
    const { file, source } = offer;
    if (file.kind === 'unreadable') return [];
    const isWheel = file.kind === 'wheel';
    return {
      offer,
      isWheel,
      version: file.version,
      tag: isWheel ? bestTag(ranks, file.tags) : undefined,
      build: isWheel ? file.name.build : undefined,
      hash: hashState(offer, hashes),
      place: source.kind !== 'index' && model.indexUrl === 'last' ? firstPlace : listPlace(source, model),
    };
  });
}

function hashState(offer: Offer, hashes: ReadonlySet<string>): Entrant['hash'] {
  if (hashes.size === 0) return 'allowed';
  const hash = advertisedHash(offer);
  // To pip a hash of another kind is one that is not allowed.
  if (hash === undefined) return offer.otherHash === undefined ? 'none' : 'other';
  return hashes.has(hash) ? 'allowed' : 'other';
}
