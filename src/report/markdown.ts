import { type Finding, type LintResult, severities } from '../engine/finding.ts';
import { fixCommand } from './fix-hint.ts';
import { listedFindings } from './listed.ts';
import { code, markdownText } from './markdown/escape.ts';
import { fitting, mostBytes } from './markdown/fitting.ts';
import { markdownMessage } from './markdown/message.ts';
import { noticeLines, uncheckedLines } from './notices.ts';
import { placeInside } from './place.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { countByRule } from './statistics.ts';
import { problemTotals, scopeTotals } from './totals.ts';
import { uncheckedHeading } from './unchecked.ts';
import { count } from './words.ts';

/**
 * Markdown for the summary of a step in GitHub Actions, or for a comment: the numbers, then a row for each finding,
 * errors first, as far as GitHub's limit allows.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary
 */
export const markdown: Reporter = (result, context) => {
  const findings = listedFindings(result, context);
  const head = [
    `## ${markdownText(context.tool.name)}: ${markdownText(problemTotals(result))}\n`,
    `${markdownText(scopeTotals(result))}${context.quiet ? '; only errors are listed' : ''}\n`,
    ...ruleTable(findings, context),
    ...bulletList(uncheckedHeading, result, uncheckedLines(result)),
    ...bulletList(() => 'Notes', result, noticeLines(result)),
  ];
  const start = fitting(head, mostBytes / 2).join('\n');
  return `${start}${context.statistics ? '' : findingTable(findings, context, mostBytes - Buffer.byteLength(start))}`;
};

function ruleTable(findings: readonly Finding[], context: ReportContext): string[] {
  if (findings.length === 0) return [];
  const rows = countByRule(findings).map(({ code, rule, severity, findings, wheels, fixable }) =>
    row(String(findings), severity, ruleLink(rule, code, context), String(wheels), String(fixable)),
  );
  const title = row('findings', 'severity', 'rule', 'wheels', 'fixable');
  return [`${title}| ---: | --- | --- | ---: | ---: |\n${rows.join('')}`];
}

function ruleLink(rule: string, code: string, { tool }: ReportContext): string {
  const name = markdownText(`${rule} (${code})`);
  return /^[\w-]+$/.test(rule) ? `[${name}](${tool.homepage}/blob/main/docs/rules/${rule}.md)` : name;
}

function bulletList(
  heading: (unchecked: LintResult['unchecked']) => string,
  { unchecked }: LintResult,
  lines: readonly string[],
): string[] {
  if (lines.length === 0) return [];
  return [`${heading(unchecked)}:\n\n${lines.map((line) => `- ${code(line)}\n`).join('')}`];
}

function findingTable(findings: readonly Finding[], context: ReportContext, room: number): string {
  if (findings.length === 0) return '';
  const rules = new Map(context.rules.map((rule) => [rule.code, rule]));
  const sorted = findings.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
  const rows = sorted.map((finding) => {
    const place = placeInside(finding);
    const message = markdownMessage(finding, rules.get(finding.code));
    const inside = place === undefined ? '' : ` (${code(place)})`;
    const command = fixCommand(finding, context);
    const fix = command === undefined ? '' : ` [fix: ${code(command)}]`;
    const said = `${message}${inside}${fix}`;
    return row(finding.severity, code(finding.wheel), markdownText(finding.rule), said);
  });
  const title = `\n${row('severity', 'wheel', 'rule', 'message')}| --- | --- | --- | --- |\n`;
  const shown = fitting(rows, room - title.length - 200);
  const hidden = rows.length - shown.length;
  if (hidden === 0) return `${title}${shown.join('')}`;
  const cut = `${count(hidden, 'finding')} left out here, because a step's summary holds 1 MiB at most.`;
  context.notice(`The Markdown report is cut: ${cut}`);
  return `${title}${shown.join('')}\n${cut}\n`;
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}
