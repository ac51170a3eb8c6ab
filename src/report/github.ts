import type { Finding, LintResult, Severity } from '../engine/finding.ts';
import { escapeTerminal } from './escape.ts';
import { fixHint } from './fix-hint.ts';
import { listedFindings } from './listed.ts';
import { noticeLines, uncheckedLines } from './notices.ts';
import { placeInside, ruleText } from './place.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { repositoryPath } from './repository-path.ts';
import { problemTotals, scopeTotals } from './totals.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>;

/** What GitHub shows of each kind for a step; the others stand in the log alone. */
const mostOfAKind = 10;

/**
 * Workflow commands that GitHub Actions turns into annotations, one a line.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const github: Reporter = (result, context) => {
  const findings = listedFindings(result, context);
  const lines = [
    ...findings.map((finding) => annotation(finding, context)),
    ...uncheckedLines(result).map((line) => command('warning', { title: 'Not checked' }, line)),
    ...noticeLines(result).map(escapeTerminal),
    ...cutLines(result, findings),
    escapeTerminal(`${context.tool.name}: ${problemTotals(result)}; ${scopeTotals(result)}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
};

function annotation(finding: Finding, context: ReportContext): string {
  const { wheel, severity, message } = finding;
  const file = repositoryPath(wheel, context.repository);
  const place = placeInside(finding);
  // The name of a file outside the repository would be dropped without a word.
  const text = `${file === undefined ? `${wheel}: ` : ''}${message}${place === undefined ? '' : ` (${place})`}${fixHint(finding, context)}`;
  const title = ruleText(finding);
  return command(commands[severity], { ...(file !== undefined && { file, line: '1' }), title }, text);
}

function cutLines(result: LintResult, findings: readonly Finding[]): string[] {
  const kinds = Object.groupBy(findings, ({ severity }) => severity);
  const warnings = (kinds.warning?.length ?? 0) + uncheckedLines(result).length;
  const hidden = [kinds.error?.length ?? 0, warnings, kinds.info?.length ?? 0]
    .map((amount) => Math.max(0, amount - mostOfAKind))
    .reduce((a, b) => a + b);
  if (hidden === 0) return [];
  return [
    `GitHub shows ${mostOfAKind} annotations of each kind for a step: ${hidden} more in this log only.`,
  ];
}

function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}`;
}

/** As the runner decodes it: `%` first, or an escape of somebody else's would be decoded too. */
function escapeData(text: string): string {
  return escapeTerminal(text).replaceAll('%', '%25');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
