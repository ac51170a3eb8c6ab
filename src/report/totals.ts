import type { LintResult } from '../engine/finding.ts';
import { uncheckedSubjects } from './unchecked.ts';
import { count } from './words.ts';

/** `5 problems (1 error, 3 warnings, 1 info)`, or `no problems`. */
export function problemTotals({ summary: { errors, warnings, infos } }: LintResult): string {
  const total = errors + warnings + infos;
  const parts = [
    count(errors, 'error'),
    count(warnings, 'warning'),
    ...(infos > 0 ? [count(infos, 'info')] : []),
  ];
  return total === 0 ? 'no problems' : `${count(total, 'problem')} (${parts.join(', ')})`;
}

/** `966 wheels, 840 projects, 3 unchecked, 12 ignored, 40 in the baseline`; what could not be checked counts once, however often it failed. */
export function scopeTotals({ summary, unchecked }: LintResult): string {
  const { wheels, projects, ignored, suppressed } = summary;
  const subjects = uncheckedSubjects(unchecked);
  return [
    count(wheels, 'wheel'),
    count(projects, 'project'),
    ...(subjects > 0 ? [`${subjects} unchecked`] : []),
    ...(ignored > 0 ? [`${ignored} ignored`] : []),
    ...(suppressed > 0 ? [`${suppressed} in the baseline`] : []),
  ].join(', ');
}
