import type { Ranking } from '../../installer/ranking.ts';
import { headingsOf } from './headings.ts';
import { type ExplainedFile, explainedFiles } from './rows.ts';
import { shownRows } from './shown-rows.ts';

/** Targets with the same answer, which is told once. */
export interface ExplainedGroup {
  /** Who they are, one line for each set of installers. */
  readonly headings: readonly string[];
  readonly files: readonly ExplainedFile[];
  /** Why the installation fails, as a clause about an installer. */
  readonly problem: string | undefined;
}

/** What one target does, in words that do not name it: the headings do. */
interface Answer {
  readonly ranking: Ranking;
  readonly files: readonly ExplainedFile[];
  readonly problem: string | undefined;
}

/** Puts targets together that agree in all that is shown of their candidates, in the order of first appearance. */
export function groupTargets(rankings: readonly Ranking[]): ExplainedGroup[] {
  const groups = Map.groupBy(rankings.map(answerOf), ({ files, problem }) => {
    const candidates = files.filter(({ rank }) => rank !== null);
    const rows = shownRows(candidates).map((row) => ('file' in row ? { ...row.file, who: null } : row));
    // Where there are none, why is all that there is to tell.
    return JSON.stringify([rows, problem, candidates.length === 0 ? files : []]);
  });
  return Array.from(groups.values(), (group) => ({
    headings: headingsOf(group.map(({ ranking }) => ranking.target)),
    files: together(group.map(({ files }) => files)),
    problem: group[0]?.problem,
  }));
}

function answerOf(ranking: Ranking): Answer {
  const { installer, noTag } = ranking.target;
  const unnamed = (text: string): string => {
    const rest = text.startsWith(`${installer.name} `) ? text.slice(installer.name.length + 1) : text;
    if (text !== noTag) return rest;
    return rest.startsWith('no tag fits') ? 'no tag fits' : `${rest}, so no tag fits`;
  };
  return {
    ranking,
    files: explainedFiles(ranking).map((file) => ({
      ...file,
      excluded: file.excluded === null ? null : unnamed(file.excluded),
    })),
    problem: ranking.problem === undefined ? undefined : unnamed(ranking.problem),
  };
}

/** The same files as several targets see them, who decide alike for reasons of their own. */
function together([first = [], ...others]: readonly (readonly ExplainedFile[])[]): ExplainedFile[] {
  return first.map((file, place) => {
    const whos = [file, ...others.flatMap((files) => files[place] ?? [])].flatMap(({ who }) => who ?? []);
    return { ...file, who: whos.length > 0 ? [...new Set(whos)].join(', ') : null };
  });
}
