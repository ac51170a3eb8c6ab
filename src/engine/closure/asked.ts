import { evaluateMarker } from '../../packaging/marker.ts';
import type { Requirement } from '../../packaging/requirement.ts';
import type { NamedWheel } from '../project.ts';

/** A requirement of a wheel that somebody who installs wheels of the wheelhouse meets. */
export interface AskedRequirement {
  readonly requirement: Requirement;
  /** 1-based line in METADATA. */
  readonly line: number;
}

/**
 * The extras that wheels ask of each other, by normalised project name: what stands behind other extras of a wheel is
 * only met by users who ask for them.
 */
export function askedExtras(wheels: readonly NamedWheel[]): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  let grows = true;
  // Each round finds an extra at least, so that there are as many rounds as extras at most; two or three are usual.
  while (grows) {
    grows = false;
    for (const wheel of wheels) {
      for (const { requirement } of requirementsOf(wheel, asked)) {
        if (requirement.extras.length === 0) continue;
        const extras = asked.get(requirement.project) ?? new Set();
        const before = extras.size;
        for (const extra of requirement.extras) extras.add(extra);
        asked.set(requirement.project, extras);
        grows ||= extras.size > before;
      }
    }
  }
  return asked;
}

/** What a wheel requires with its asked extras, wherever it is installed; without URLs and what cannot be read. */
export function requirementsOf(
  { name, distInfo }: NamedWheel,
  asked: ReadonlyMap<string, ReadonlySet<string>>,
): AskedRequirement[] {
  const extras = asked.get(name.project);
  return (distInfo?.metadata?.requirements ?? []).flatMap(({ line, parsed }) => {
    if (!parsed.ok || parsed.requirement.url !== undefined) return [];
    const { requirement } = parsed;
    return isMet(requirement, extras, {}) !== false ? [{ requirement, line }] : [];
  });
}

/** Whether a requirement counts in an environment: `undefined` where that cannot be told. */
export function isMet(
  { marker }: Requirement,
  extras: ReadonlySet<string> | undefined,
  environment: Parameters<typeof evaluateMarker>[1],
): boolean | undefined {
  if (marker === undefined) return true;
  let answer = evaluateMarker(marker, { ...environment, extra: '' });
  for (const extra of extras ?? []) {
    if (answer === true) break;
    const own = evaluateMarker(marker, { ...environment, extra });
    if (own !== false) answer = own;
  }
  return answer;
}
