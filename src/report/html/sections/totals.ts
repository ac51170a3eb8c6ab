import type { LintResult } from '../../../engine/finding.ts';
import { html, type Markup, nothing } from '../markup.ts';
import { count, grouped } from '../numbers.ts';

/** The numbers of the run; what is nought and nothing to worry about is left out. */
export function totals({ summary }: LintResult): Markup {
  const { wheels, projects, errors, warnings, infos, ignored, suppressed, unchecked } = summary;
  return html`<section aria-labelledby="totals-title">
<h2 id="totals-title" class="unseen">Totals</h2>
<dl class="totals">
${[
  number('error', errors, 'error'),
  number('warning', warnings, 'warning'),
  number('info', infos, 'info'),
  number('plain', wheels, 'wheel'),
  number('plain', projects, 'project'),
  unchecked > 0 ? number('unchecked', unchecked, 'not checked') : nothing,
  ignored > 0 ? number('plain', ignored, 'ignored') : nothing,
  suppressed > 0 ? number('plain', suppressed, 'in the baseline') : nothing,
]}
</dl>
</section>
`;
}

const phrases = ['not checked', 'ignored', 'in the baseline'];

function number(kind: string, amount: number, noun: string): Markup {
  const word = phrases.includes(noun) ? noun : count(amount, noun).replace(/^[\d,]+ /, '');
  return html`<div class="total ${kind}${amount === 0 ? ' zero' : ''}"><dt>${word}</dt><dd>${grouped(amount)}</dd></div>
`;
}
