import { decoded } from '../../fix/byte-text.ts';
import type { FixOutcome } from '../../fix/fix-wheel.ts';
import type { TextChange } from '../../fix/plan/plan.ts';

/** A run of `fix`, for a report. */
export interface FixReport {
  readonly isDryRun: boolean;
  /** Wheels that were looked at and need nothing, beside those that are listed. */
  readonly untouched: number;
  readonly wheels: readonly ReportedWheel[];
}

/** A wheel, what became of it, and where the new one is. */
export interface ReportedWheel {
  /** Path relative to the working directory, `/` separators. */
  readonly wheel: string;
  /** The same of the new wheel, where there is one. */
  readonly output: string | undefined;
  readonly outcome: FixOutcome;
}

export interface DiffLine {
  readonly sign: '-' | '+';
  readonly text: string;
}

/** The lines that a text loses and gains. */
export function diffLines({ edits }: Pick<TextChange, 'edits'>): DiffLine[] {
  const bare = (line: string): string => decoded(line).replace(/^\r?\n|\r?\n$/g, '');
  return edits.flatMap(({ removed, added }) => [
    ...removed.map((line): DiffLine => ({ sign: '-', text: bare(line) })),
    ...added.map((line): DiffLine => ({ sign: '+', text: bare(line) })),
  ]);
}

/** How many wheels came to each end. */
export function countOutcomes({ wheels, untouched }: FixReport) {
  const count = (status: FixOutcome['status']): number =>
    wheels.filter(({ outcome }) => outcome.status === status).length;
  return {
    wheels: wheels.length + untouched,
    fixed: count('fixed') + count('planned'),
    unchanged: count('unchanged') + untouched,
    refused: count('refused'),
    gone: count('gone'),
  };
}
