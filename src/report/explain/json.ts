import type { Explanation } from '../../engine/explain/explain.ts';
import { formatInterpreter } from '../../installer/interpreter.ts';
import { formatMachine } from '../../installer/machine.ts';
import type { Ranking } from '../../installer/ranking.ts';
import { jsonText } from '../json-text.ts';
import { type ExplainedFile, explainedFiles, reasonOf } from './rows.ts';

/** The explanation as JSON, version 1: its keys, their order and their meaning are a contract with users. */
export function explanationJson({ requirement, stacks, unchecked, notices }: Explanation): string {
  return jsonText({
    version: 1,
    requirement,
    targets: stacks.flatMap(({ name, rankings }) => rankings.map((ranking) => jsonTarget(name, ranking))),
    unchecked: unchecked.map(({ project, source, reason }) => ({ project, source, reason })),
    notices,
  });
}

function jsonTarget(stack: string | undefined, ranking: Ranking) {
  const { installer, place } = ranking.target;
  return {
    installer: installer.id,
    python: formatInterpreter(place.interpreter),
    platform: formatMachine(place.machine),
    stack: stack ?? null,
    candidates: explainedFiles(ranking).map(jsonCandidate),
    problem: ranking.problem ?? null,
  };
}

function jsonCandidate(file: ExplainedFile) {
  const { rank, filename, version, source, location, taken, tiedWithPrevious, reason, excluded } = file;
  return {
    rank,
    filename,
    version,
    source,
    location,
    selected: taken === 'installed',
    tiedWithPrevious,
    reason: reason === null ? null : reasonOf(file),
    excluded,
  };
}
