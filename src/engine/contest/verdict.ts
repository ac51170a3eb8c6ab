import type { RelatedLocation } from '../finding.ts';
import type { Choice } from './choices.ts';
import type { Entry } from './contest.ts';
import { sayTargets } from './say-targets.ts';

/** Who installs a wheel, and who installs certain others in its place. */
export interface Verdict {
  readonly kind: 'mine' | 'theirs' | 'split';
  /** Targets that install the wheel, and those that install one of the others, for a message; `''` for none. */
  readonly mine: string;
  readonly theirs: string;
  /** The others that are installed, the one of the most targets first. */
  readonly winners: readonly Entry[];
  /** Why the wheel stands behind the first of them, as a clause about it. */
  readonly reason: string;
}

/**
 * Sums up choices about a wheel.
 * @param isTheirs whether a file that is installed in its place is one of those in question
 * @param all the choices of all targets that would take it, where only some of them are summed up
 * @returns `undefined` where neither it nor one of them is installed
 */
export function verdictOf(
  choices: readonly Choice[],
  isTheirs: (winner: Entry, choice: Choice) => boolean,
  all: readonly Choice[] = choices,
): Verdict | undefined {
  const lost = choices.filter((choice) => choice.winner !== choice.mine && isTheirs(choice.winner, choice));
  const beaten = new Set(lost.map(({ target }) => target));
  // A wheel in two stacks can win in one of them only.
  const won = choices.filter(({ winner, mine, target }) => winner === mine && !beaten.has(target));
  if (lost.length === 0 && won.length === 0) return undefined;
  const byWinner = Map.groupBy(lost, ({ winner }) => winner.offer.location);
  const [first, ...others] = [...byWinner.values()].toSorted((a, b) => b.length - a.length);
  const say = (some: readonly Choice[]): string =>
    sayTargets(
      some.map(({ target }) => target),
      all.map(({ target }) => target),
    );
  return {
    kind: lost.length === 0 ? 'mine' : won.length === 0 ? 'theirs' : 'split',
    mine: say(won),
    theirs: say(lost),
    winners: [first ?? [], ...others].flatMap(([choice]) => choice?.winner ?? []),
    // In a message it stands in single quotes itself.
    reason: (first?.[0]?.reason ?? '').replaceAll("'", '"'),
  };
}

/** Names files for a message, each once: `a.whl`, `a.whl and 2 more`. */
export function sayFiles(files: readonly Entry[]): string {
  const [first = '', ...others] = new Set(files.map(({ offer }) => offer.filename));
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

/** The same as related locations of a finding. */
export function relatedFiles(files: readonly Entry[], message: string): RelatedLocation[] {
  const locations = new Set(files.map(({ offer }) => offer.location));
  return Array.from(locations, (location) => ({ location, message }));
}
