import type { Finding, LintResult } from '../engine/finding.ts';
import type { ReportContext } from './reporter.ts';

/** The findings that a report lists: all, or only errors when that is what was asked for. */
export function listedFindings(result: LintResult, context: ReportContext): readonly Finding[] {
  return context.quiet ? result.findings.filter(({ severity }) => severity === 'error') : result.findings;
}
