import type { Offer } from '../../src/installer/offer.ts';
import { type Ranking, rankOffers } from '../../src/installer/ranking.ts';
import { type InstallRequest, plainRequest } from '../../src/installer/request.ts';
import { parseRequirement } from '../../src/packaging/requirement.ts';
import { target } from './offered.ts';

type Where = Parameters<typeof target>[1];

/** Asks an installer for a requirement on the project `demo`. */
export function rank(
  installer: string,
  requirement: string,
  offers: readonly Offer[],
  { more = {}, ...where }: Where & { more?: Partial<InstallRequest> } = {},
): Ranking {
  const parsed = parseRequirement(requirement, 'compared');
  if (!parsed.ok) throw new Error(parsed.reason);
  const request = { ...plainRequest('demo', parsed.requirement.specifiers), ...more };
  return rankOffers(offers, request, target(installer, where));
}

/** `source:file` of the candidates, best first. */
export function orderOf({ candidates }: Ranking): string[] {
  return candidates.map(({ entrant: { offer } }) => shown(offer));
}

/** `source:file` of what gets installed, or why nothing does. */
export function outcomeOf({ selected, problem }: Ranking): string {
  return problem ?? (selected === undefined ? 'nothing' : shown(selected));
}

function shown({ source, filename }: Offer): string {
  return `${source.name}:${filename.replace(/^demo-/, '').replace(/\.whl$/, '')}`;
}
