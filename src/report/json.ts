import type { Finding } from '../engine/finding.ts';
import { jsonText } from './json-text.ts';
import { listedFindings } from './listed.ts';
import type { Reporter } from './reporter.ts';

/** The JSON report, version 1: its keys, their order and their meaning are a contract with users. */
export const json: Reporter = (result, context) => {
  const { wheels, projects, errors, warnings, infos, ignored, suppressed, unchecked } = result.summary;
  return jsonText({
    version: 1,
    tool: { name: context.tool.name, version: context.tool.version },
    summary: { wheels, projects, errors, warnings, infos, ignored, suppressed, unchecked },
    findings: listedFindings(result, context).map(jsonFinding),
    unchecked: result.unchecked.map(({ project, source, reason }) => ({ project, source, reason })),
  });
};

/** Written key by key, so that what the engine adds to a finding does not become part of the contract. */
function jsonFinding(finding: Finding) {
  const { code, rule, severity, wheel, project, member, line, message, data, fingerprint, fixable } = finding;
  const related = finding.related.map(({ location, message }) => ({ location, message }));
  return { code, rule, severity, wheel, project, member, line, message, data, related, fingerprint, fixable };
}
