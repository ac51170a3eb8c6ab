import type { Finding } from '../../../engine/finding.ts';
import type { RuleDescription } from '../../../engine/rule.ts';
import type { ReportContext } from '../../reporter.ts';
import { html, type Markup, nothing } from '../markup.ts';
import { type Tally, tallyBy } from '../tally.ts';
import { countCells, countHeads } from './counts.ts';
import { ruleDocs } from './rule-docs.ts';

/** A row for each rule that found something, with its documentation. */
export function byRule(findings: readonly Finding[], { rules, tool }: ReportContext): Markup {
  const tallies = tallyBy(findings, ({ code }) => code);
  if (tallies.length === 0) return nothing;
  const names = new Map(findings.map(({ code, rule }) => [code, rule]));
  const described = new Map(rules.map((rule) => [rule.code, rule]));
  const most = Math.max(...tallies.map(({ total }) => total));
  const rows = tallies.map((tally) => {
    const rule = described.get(tally.key);
    return row(tally, names.get(tally.key) ?? '', rule, most, tool.homepage);
  });
  return html`<section aria-labelledby="rules-title">
<h2 id="rules-title">By rule</h2>
<table class="counts rules">
<thead><tr><th scope="col">Rule</th>${countHeads}</tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>
`;
}

function row(
  tally: Tally,
  name: string,
  rule: RuleDescription | undefined,
  most: number,
  homepage: string,
): Markup {
  const about = rule === undefined ? nothing : ruleDocs(rule, homepage);
  return html`<tr><th scope="row"><span class="name" data-filter="rule" data-value="${name}">${name}</span> <span class="code">${tally.key}</span></th>${countCells(tally, most)}</tr>
<tr class="about"><td colspan="4">${about}</td></tr>
`;
}
