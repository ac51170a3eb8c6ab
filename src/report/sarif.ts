import { type Finding, severities } from '../engine/finding.ts';
import { jsonText } from './json-text.ts';
import { listedFindings } from './listed.ts';
import type { Reporter } from './reporter.ts';
import { sarifArtifacts } from './sarif/artifacts.ts';
import { sarifInvocation } from './sarif/invocation.ts';
import { baseId } from './sarif/location.ts';
import { sarifResult } from './sarif/result.ts';
import { sarifRule } from './sarif/rule.ts';

/** GitHub refuses a run with more. */
const mostResults = 25_000;

/**
 * A SARIF 2.1.0 log for GitHub code scanning: one run, all rules that were on, one result for each finding.
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export const sarif: Reporter = async (result, context) => {
  // Loaded here: only those who ask for this format pay for it.
  const { SarifBuilder, SarifRunBuilder, SarifRuleBuilder, SarifResultBuilder } = await import(
    'node-sarif-builder'
  );
  const listed = listedFindings(result, context);
  const findings = listed.length > mostResults ? strongestFirst(listed).slice(0, mostResults) : listed;
  // Code scanning shows suppressed results as open alerts: they are there only for those who ask for them.
  const accepted =
    context.suppressed === true ? result.suppressed.slice(0, mostResults - findings.length) : [];
  const rules = new Map(context.rules.map((rule) => [rule.code, rule]));
  const { name, version, homepage } = context.tool;

  const run = new SarifRunBuilder({
    tool: { driver: { name, version, semanticVersion: version, informationUri: homepage, rules: [] } },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [baseId]: { description: { text: 'The root of the repository.' } } },
    invocations: [sarifInvocation(result, listed.length - findings.length)],
    // Declared here, because the builder would add them without base and with a source language.
    artifacts: sarifArtifacts([...findings, ...accepted]),
  });
  for (const rule of context.rules) run.addRule(new SarifRuleBuilder(sarifRule(rule, homepage)));
  for (const finding of findings)
    run.addResult(new SarifResultBuilder(sarifResult(finding, rules.get(finding.code))));
  for (const finding of accepted) {
    const sarif = sarifResult(finding, rules.get(finding.code));
    run.addResult(
      new SarifResultBuilder({ ...sarif, suppressions: [{ kind: 'external', status: 'accepted' }] }),
    );
  }

  const log = new SarifBuilder({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json' });
  log.addRun(run);
  // Not `buildSarifJsonString`: it throws when a wheel's text holds the builder's own placeholder.
  const output = log.buildSarifOutput();
  // An empty table says nothing, and costs a note of the validator (SARIF2013).
  for (const built of output.runs) if (built.artifacts?.length === 0) delete built.artifacts;
  return jsonText(output);
};

function strongestFirst(findings: readonly Finding[]): Finding[] {
  const weight = (finding: Finding) => severities.indexOf(finding.severity);
  return findings.toSorted((left, right) => weight(right) - weight(left));
}
