import type { Finding, Severity } from '../engine/finding.ts';
import { escapeTerminal } from './escape.ts';
import { fixHint } from './fix-hint.ts';
import { jsonText } from './json-text.ts';
import { listedFindings } from './listed.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { repositoryPath } from './repository-path.ts';
import { uncheckedHeading } from './unchecked.ts';

/** GitLab knows blocker and critical too: no rule is that certain of the harm. */
const severityWords = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<
  Severity,
  string
>;

/**
 * GitLab's code quality report. It holds findings alone: what could not be checked is said aloud.
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const gitlab: Reporter = (result, context) => {
  if (result.unchecked.length > 0)
    context.notice(
      `${uncheckedHeading(result.unchecked)}, and GitLab's code quality report has no place for that.`,
    );
  return jsonText(listedFindings(result, context).map((finding) => violation(finding, context)));
};

function violation(finding: Finding, context: ReportContext) {
  const { wheel, severity, code, rule, message, fingerprint, member, line } = finding;
  const place = member === null ? '' : ` (${member}${line === null ? '' : `:${line}`})`;
  return {
    description: escapeTerminal(`${message}${place}${fixHint(finding, context)}`),
    check_name: `${code} ${rule}`,
    fingerprint,
    severity: severityWords[severity],
    // A wheel has no lines, and GitLab wants one.
    location: {
      path: escapeTerminal(repositoryPath(wheel, context.repository) ?? wheel),
      lines: { begin: 1 },
    },
  };
}
