import type { Finding, LintResult, Unchecked } from '../engine/finding.ts';
import type { ReportContext } from './reporter.ts';

/** Written key by key, so that what the engine adds to a finding does not become part of the contract. */
export function jsonFinding(finding: Finding) {
  const { code, rule, severity, wheel, project, member, line, message, data, fingerprint, fixable } = finding;
  const related = finding.related.map(({ location, message }) => ({ location, message }));
  return { code, rule, severity, wheel, project, member, line, message, data, related, fingerprint, fixable };
}

export function jsonUnchecked({ project, source, reason }: Unchecked) {
  return { project, source, reason };
}

export function jsonSummary({ summary }: LintResult) {
  const { wheels, projects, errors, warnings, infos, ignored, suppressed, unchecked } = summary;
  return { wheels, projects, errors, warnings, infos, ignored, suppressed, unchecked };
}

export function jsonTool({ tool: { name, version } }: ReportContext) {
  return { name, version };
}
