import type { LintResult } from '../engine/finding.ts';

/** Exit statuses, whatever the format. */
export const exitStatus = {
  clean: 0,
  findings: 1,
  usage: 2,
  incomplete: 3,
} as const;

export interface Thresholds {
  /** Warnings above this number fail the run; `undefined` for no limit. */
  readonly maxWarnings: number | undefined;
  /** Findings do not fail the run. */
  readonly exitZero: boolean;
  /** Counts of the baseline that are too high fail the run. */
  readonly failOnStale: boolean;
}

/** Findings count for more than incompleteness: they are certain. */
export function statusOf(
  { summary, suppressionNotices }: LintResult,
  { maxWarnings, exitZero, failOnStale }: Thresholds,
): number {
  const tooManyWarnings = maxWarnings !== undefined && summary.warnings > maxWarnings;
  const isStale = failOnStale && suppressionNotices.some(({ kind }) => kind === 'stale');
  if (!exitZero && (summary.errors > 0 || tooManyWarnings || isStale)) return exitStatus.findings;
  return summary.unchecked > 0 ? exitStatus.incomplete : exitStatus.clean;
}
