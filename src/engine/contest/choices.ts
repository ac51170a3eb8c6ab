import { compareEntrants, compareKeys } from '../../installer/compare.ts';
import type { Entrant } from '../../installer/entrant.ts';
import { lookInside } from '../../installer/look-inside.ts';
import type { InstallerModel } from '../../installer/model.ts';
import type { Ranking } from '../../installer/ranking.ts';
import { stepReasons } from '../../installer/reasons.ts';
import type { Target } from '../../installer/target.ts';
import type { Version } from '../../packaging/version.ts';
import type { ComparedWheel, IndexMatch, NamedWheel, ProjectFacts } from '../project.ts';
import type { Contest, Entry } from './contest.ts';

/** What one target installs for `project==version`, seen from a wheel that it would install if there was no other. */
export interface Choice {
  readonly target: Target;
  readonly mine: Entry;
  /** The file that is installed: the wheel itself, or another one. */
  readonly winner: Entry;
  /** The others that equal the wheel by key, so that only their places tell them apart. */
  readonly tied: readonly Entry[];
  /** Why the wheel stands behind the winner, as a clause about it; `''` where it wins. */
  readonly reason: string;
}

/**
 * The choices about a wheel in every stack that it is in.
 * @param isRival whether a file of the same public version is worth asking for; where none is, installers are not asked
 */
export function choicesFor(
  { contests }: ProjectFacts,
  wheel: NamedWheel,
  isRival: (theirs: Entry) => boolean,
): Choice[] {
  return contests.flatMap((contest) =>
    contest.ofVersion(wheel.name.version).some((entry) => entry.wheel !== wheel && isRival(entry))
      ? choicesIn(contest, wheel)
      : [],
  );
}

/** The same in one stack. Where an installer stops at a fault, nothing is chosen. */
export function choicesIn(contest: Contest, wheel: NamedWheel): readonly Choice[] {
  const { version } = wheel.name;
  const mine = contest.entryOf(wheel);
  if (mine === undefined) return [];
  const rankings = contest.pinned(version);
  const known = madeFrom.get(rankings) ?? new Map<Entry, readonly Choice[]>();
  madeFrom.set(rankings, known);
  const choices = known.get(mine) ?? choicesOf(mine, rankings, contest, version);
  known.set(mine, choices);
  return choices;
}

/** Several rules ask for the same; it lasts as long as the contest remembers the rankings. */
const madeFrom = new WeakMap<readonly Ranking[], Map<Entry, readonly Choice[]>>();

function choicesOf(
  mine: Entry,
  rankings: readonly Ranking[],
  contest: Contest,
  version: Version,
): readonly Choice[] {
  const entries = new Map(contest.ofVersion(version).map((entry) => [entry.offer, entry]));
  return rankings.flatMap(({ target, candidates, selected }): Choice[] => {
    const { model } = target.installer;
    const [best] = candidates;
    const me = candidates.find(({ entrant }) => entrant.offer === mine.offer)?.entrant;
    const winner = selected && entries.get(selected);
    if (best === undefined || me === undefined || winner === undefined) return [];
    if (lookInside(me, contest.project, target).does !== 'install') return [];
    const tied = candidates.flatMap(({ entrant }): Entry[] => {
      const isTied = entrant !== me && compareKeys(entrant, me, model, false).by === undefined;
      const entry = isTied ? entries.get(entrant.offer) : undefined;
      return entry === undefined ? [] : [entry];
    });
    const reason = winner === mine ? '' : whyBehind(best.entrant, me, model);
    return [{ target, mine, winner, tied, reason }];
  });
}

function whyBehind(better: Entrant, worse: Entrant, model: InstallerModel): string {
  const { by } = compareEntrants(better, worse, model, false);
  return stepReasons({ better, worse, by }, model).loses;
}

/** Whether a file is one of an index or a page of links, not of a folder. */
export function isRemote({ offer }: Entry): boolean {
  return offer.source.kind !== 'folder';
}

/** The segments of a file's local version label. */
export function labelOf({ offer: { file } }: Entry): Version['local'] {
  return file.kind === 'unreadable' ? [] : file.version.local;
}

/** The files of an equal version that indexes and find-links pages list, beside a wheel. */
export function matchesOf({ contests }: ProjectFacts, { wheel, matches }: ComparedWheel): IndexMatch[] {
  return [...matches, ...contests.flatMap((contest) => contest.entryOf(wheel)?.onPages ?? [])];
}

/** Whether a wheel is an untouched copy: its losses are not its folder's doing. */
export function isCopy(project: ProjectFacts, compared: ComparedWheel): boolean {
  return matchesOf(project, compared).some(({ identity }) => identity === 'equal');
}

/** Whether a file is the one of an index or page that a wheel was compared with. */
export function isMatch({ offer }: Entry, { file, answer }: IndexMatch): boolean {
  return offer.location === file.url && offer.source.url === answer.source.url;
}
