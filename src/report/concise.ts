import type { Finding } from '../engine/finding.ts';
import { escapeTerminal } from './escape.ts';
import { fixHint } from './fix-hint.ts';
import { listedFindings } from './listed.ts';
import { noticeLines, uncheckedLines } from './notices.ts';
import { placeInside } from './place.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { statisticsLines } from './statistics-lines.ts';
import { painter } from './stylish/paint.ts';
import { problemTotals, scopeTotals } from './totals.ts';

/** A line for each finding, for `grep` and for editors; the numbers last. */
export const concise: Reporter = (result, context) => {
  const findings = listedFindings(result, context);
  const lines = [
    ...(context.statistics
      ? statisticsLines(findings, painter(false))
      : findings.map((finding) => findingLine(finding, context))),
    ...uncheckedLines(result).map((line) => `unchecked: ${line}`),
    ...noticeLines(result).map((line) => `note: ${line}`),
    `${problemTotals(result)}; ${scopeTotals(result)}${context.quiet ? '; only errors are listed' : ''}`,
  ];
  return lines.map((line) => `${escapeTerminal(line)}\n`).join('');
};

function findingLine(finding: Finding, context: ReportContext): string {
  const { wheel, severity, code, rule, message } = finding;
  const place = placeInside(finding);
  return `${wheel}: ${severity} ${code} ${rule}: ${message}${place === undefined ? '' : ` [${place}]`}${fixHint(finding, context)}`;
}
