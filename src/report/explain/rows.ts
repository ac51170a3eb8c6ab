import { isTie } from '../../installer/compare.ts';
import type { Offer } from '../../installer/offer.ts';
import type { Candidate, Ranking } from '../../installer/ranking.ts';
import { stepReasons } from '../../installer/reasons.ts';

/** One file of an explanation, as it is shown. */
export interface ExplainedFile {
  /** 1 for the best; `null` for a file that is out of the race. */
  readonly rank: number | null;
  readonly filename: string;
  /** `null` where the name cannot be read. */
  readonly version: string | null;
  /** The folder, page or index. */
  readonly source: string;
  readonly location: string;
  /** It lies in a folder: as a rule the user's own. */
  readonly isOwn: boolean;
  /** What the installer does with it: takes it, or takes it and fails. */
  readonly taken: 'installed' | 'failing' | null;
  /** Equal by version, tag and build tag to the one above: only the place decides. */
  readonly tiedWithPrevious: boolean;
  /** Why it stands where it stands, `null` for a file that is out of the race. */
  readonly reason: string | null;
  /** Who decides like this, where others do not: `since pip 20.3`. */
  readonly who: string | null;
  /** Why it is out of the race, `null` for a candidate. */
  readonly excluded: string | null;
}

/** Candidates, best first, then the files that are out of the race. */
export function explainedFiles(ranking: Ranking): ExplainedFile[] {
  const { candidates, excluded, selected, problem } = ranking;
  return [
    ...candidates.map(
      ({ entrant: { offer }, behindBy }, place): ExplainedFile => ({
        rank: place + 1,
        ...named(offer),
        taken: offer !== selected ? null : problem === undefined ? 'installed' : 'failing',
        tiedWithPrevious: place > 0 && isTie(behindBy),
        ...withYank(offer, reasonAt(place, ranking)),
        excluded: null,
      }),
    ),
    ...excluded.map(
      ({ item, reason }): ExplainedFile => ({
        rank: null,
        ...named(item),
        taken: null,
        tiedWithPrevious: false,
        reason: null,
        who: null,
        excluded: reason,
      }),
    ),
  ];
}

interface Told {
  readonly reason: string;
  readonly who: string | null;
}

/** A yanked file may be taken, but never without a word. */
function withYank({ yanked }: Offer, { reason, who }: Told): Told {
  if (yanked === false || reason === 'is yanked') return { reason, who };
  return { reason: `${reason}; it is yanked${yanked === true ? '' : `: ${yanked}`}`, who };
}

/** The first file is told why it beats the next one, every other why it stands behind the one above. */
function reasonAt(place: number, { candidates, target }: Ranking): Told {
  const { model } = target.installer;
  const [above, here, below] = [candidates[place - 1], candidates[place], candidates[place + 1]];
  if (above !== undefined && here !== undefined) {
    const { loses, who = null } = stepReasons(step(above, here), model);
    return { reason: loses, who };
  }
  if (here === undefined || below === undefined) return { reason: 'is the only file that fits', who: null };
  const { wins, who = null } = stepReasons(winningStep(here, below, candidates[2]), model);
  return { reason: wins, who };
}

/** That the newest wheel comes before its own sdist goes without saying; why it comes before other versions does not. */
function winningStep(winner: Candidate, next: Candidate, third: Candidate | undefined) {
  const { entrant } = next;
  const isItsSdist =
    winner.entrant.isWheel &&
    !entrant.isWheel &&
    entrant.version.key === winner.entrant.version.key &&
    entrant.offer.source === winner.entrant.offer.source;
  return step(winner, isItsSdist && third?.behindBy === 'version' ? third : next);
}

function step(above: Candidate, below: Candidate) {
  return { better: above.entrant, worse: below.entrant, by: below.behindBy };
}

function named({ filename, file, source, location }: Offer) {
  const version = file.kind === 'unreadable' ? null : file.version.normal;
  return { filename, version, source: source.name, location, isOwn: source.kind === 'folder' };
}

/** The reason with those who decide like this: `… (since pip 20.3)`. */
export function reasonOf({ reason, who }: ExplainedFile): string {
  return who === null ? (reason ?? '') : `${reason} (${who})`;
}
