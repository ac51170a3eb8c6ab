import type { Finding } from '../engine/finding.ts';
import { ruleText } from './place.ts';
import { countByRule } from './statistics.ts';
import type { LinkRule } from './stylish/link.ts';
import { type Paint, severityStyle } from './stylish/paint.ts';
import { count } from './words.ts';

/** A line for each rule that found something: `12  warning  same-filename (WHL101)  in 9 wheels, 3 fixable`. */
export function statisticsLines(
  findings: readonly Finding[],
  paint: Paint,
  link: LinkRule = (_rule, text) => text,
): string[] {
  const counts = countByRule(findings);
  const width = String(counts[0]?.findings ?? 0).length;
  const ruleWidth = Math.max(0, ...counts.map((rule) => ruleText(rule).length));
  return counts.map((rule) => {
    const number = String(rule.findings).padStart(width);
    const severity = paint(severityStyle[rule.severity], rule.severity.padEnd('warning'.length));
    const fixable = rule.fixable > 0 ? `, ${rule.fixable} fixable` : '';
    const where = paint('dim', `in ${count(rule.wheels, 'wheel')}${fixable}`);
    const name = ruleText(rule);
    const space = ' '.repeat(ruleWidth - name.length);
    return `${number}  ${severity}  ${link(rule.rule, name)}${space}  ${where}`;
  });
}
