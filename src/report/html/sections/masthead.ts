import { type Finding, type LintResult, type Severity, severities } from '../../../engine/finding.ts';
import type { ReportContext } from '../../reporter.ts';
import { list } from '../../words.ts';
import { bar } from '../chart.ts';
import { html, type Markup, nothing } from '../markup.ts';
import { count } from '../numbers.ts';
import { gravest } from '../tally.ts';

/** What a reader wants to know first: whether it is well, in one line and one picture. */
export function masthead(result: LintResult, { tool, quiet }: ReportContext): Markup {
  return html`<header class="masthead">
<p class="product">${tool.name} ${tool.version}</p>
<h1>${headline(result)}</h1>
${wheelChart(result, quiet)}
</header>
`;
}

/** Also the title of the page. */
export function headline({ summary }: LintResult): string {
  const { wheels, errors, warnings, infos, unchecked } = summary;
  const found = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(infos > 0 ? [count(infos, 'info')] : []),
  ];
  if (found.length > 0) return `${list(found, 3)} in ${count(wheels, 'wheel')}`;
  if (wheels === 0) return 'No wheel was checked';
  const clean = `No problems in ${count(wheels, 'wheel')}`;
  return unchecked > 0 ? `${clean}, as far as they could be checked` : clean;
}

const phrases: Readonly<Record<Severity, string>> = {
  error: 'with errors',
  warning: 'with warnings',
  info: 'with infos only',
};

/** Wheels by the gravest finding that each has. */
function wheelChart({ findings, summary }: LintResult, quiet: boolean): Markup {
  if (summary.wheels === 0) return nothing;
  const worst = [...worstByWheel(findings).values()];
  const parts = gravest.map((severity) => ({
    kind: severity,
    size: worst.filter((one) => severities[one] === severity).length,
    phrase: phrases[severity],
  }));
  const shown = [
    ...parts,
    { kind: 'clean', size: summary.wheels - worst.length, phrase: 'without findings' },
  ].filter(({ size }) => size > 0);
  const legend = shown.map(
    ({ kind, size, phrase }) =>
      html`<li><span class="dot ${kind}"></span>${count(size, 'wheel')} ${phrase}</li>
`,
  );
  return html`<div class="wheels-chart">
${bar(shown, summary.wheels)}
<ul class="legend">
${legend}</ul>
${quiet ? html`<p class="note">Only errors are listed below.</p>` : nothing}</div>`;
}

function worstByWheel(findings: readonly Finding[]): Map<string, number> {
  const worst = new Map<string, number>();
  for (const { wheel, severity } of findings) {
    worst.set(wheel, Math.max(worst.get(wheel) ?? 0, severities.indexOf(severity)));
  }
  return worst;
}
