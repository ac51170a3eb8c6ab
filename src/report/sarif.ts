import type { Run } from 'sarif';
import { type Finding, type LintResult, severities } from '../engine/finding.ts';
import { jsonText } from './json-text.ts';
import { listedFindings } from './listed.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { sarifArtifacts } from './sarif/artifacts.ts';
import { sarifInvocation } from './sarif/invocation.ts';
import { leftOutText, mostResults, notShown, resultsThatFit } from './sarif/limits.ts';
import { baseId } from './sarif/location.ts';
import { provenance } from './sarif/provenance.ts';
import { sarifResult } from './sarif/result.ts';
import { sarifRule } from './sarif/rule.ts';

/**
 * A SARIF 2.1.0 log for GitHub code scanning: one run, all rules that were on, one result for each finding, as many as
 * GitHub accepts, errors first where that is not all.
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export const sarif: Reporter = async (result, context) => {
  const listed = listedFindings(result, context);
  for (const sentence of notShown(listed)) context.notice(sentence);
  // Code scanning shows suppressed results as open alerts: they are there only for those who ask for them.
  const accepted = context.suppressed ? result.suppressed : [];
  for (let amount = Math.min(listed.length + accepted.length, mostResults); ; ) {
    const findings = amount < listed.length ? strongestFirst(listed).slice(0, amount) : listed;
    const cut = listed.length - findings.length;
    const suppressed = accepted.slice(0, amount - findings.length);
    const text = await sarifLog(result, { findings, suppressed, cut }, context);
    const fitting = await resultsThatFit(text, amount);
    if (fitting === amount) {
      if (cut > 0) context.notice(leftOutText(cut));
      return text;
    }
    amount = fitting;
  }
};

/** What there is room for. */
interface Shown {
  readonly findings: readonly Finding[];
  /** Those of the baseline. */
  readonly suppressed: readonly Finding[];
  /** How many findings are left out. */
  readonly cut: number;
}

async function sarifLog(
  result: LintResult,
  { findings, suppressed, cut }: Shown,
  context: ReportContext,
): Promise<string> {
  // Loaded here: only those who ask for this format pay for it.
  const { SarifBuilder, SarifRunBuilder, SarifRuleBuilder, SarifResultBuilder } = await import(
    'node-sarif-builder'
  );
  const rules = new Map(context.rules.map((rule) => [rule.code, rule]));
  const hasRecipes = (context.scanning?.recipes.size ?? 0) > 0;
  const run = new SarifRunBuilder(runOptions(result, [...findings, ...suppressed], cut, context));
  for (const rule of context.rules)
    run.addRule(new SarifRuleBuilder(sarifRule(rule, context.tool.homepage, hasRecipes)));
  for (const finding of findings)
    run.addResult(new SarifResultBuilder(sarifResult(finding, rules.get(finding.code), context)));
  for (const finding of suppressed) {
    const sarif = sarifResult(finding, rules.get(finding.code), context);
    const accepted = [{ kind: 'external', status: 'accepted' } as const];
    run.addResult(new SarifResultBuilder({ ...sarif, suppressions: accepted }));
  }

  const log = new SarifBuilder({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json' });
  log.addRun(run);
  // Not `buildSarifJsonString`: it throws when a wheel's text holds the builder's own placeholder.
  const output = log.buildSarifOutput();
  // An empty table says nothing, and costs a note of the validator (SARIF2013).
  for (const built of output.runs) if (built.artifacts?.length === 0) delete built.artifacts;
  return jsonText(output);
}

function runOptions(
  result: LintResult,
  findings: readonly Finding[],
  cut: number,
  context: ReportContext,
): Partial<Run> & Pick<Run, 'tool'> {
  const { name, version, homepage } = context.tool;
  const category = context.scanning?.category;
  const versions = provenance(context.repository);
  return {
    tool: { driver: { name, version, semanticVersion: version, informationUri: homepage, rules: [] } },
    // Without the slash it would be the name of a run, and no category.
    ...(category === undefined ? {} : { automationDetails: { id: `${category}/` } }),
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [baseId]: { description: { text: 'The root of the repository.' } } },
    ...(versions.length > 0 ? { versionControlProvenance: versions } : {}),
    invocations: [sarifInvocation(result, cut)],
    // Declared here, because the builder would add them without base and with a source language.
    artifacts: sarifArtifacts(findings, context),
  };
}

function strongestFirst(findings: readonly Finding[]): Finding[] {
  const weight = (finding: Finding) => severities.indexOf(finding.severity);
  return findings.toSorted((left, right) => weight(right) - weight(left));
}
