import type { Finding } from '../../../engine/finding.ts';
import { html, type Markup, nothing } from '../markup.ts';

/** The place of the list of findings; the page's script fills it. */
export function finder(findings: readonly Finding[]): Markup {
  if (findings.length === 0) return nothing;
  return html`<section id="findings" aria-labelledby="findings-title" tabindex="-1">
<h2 id="findings-title">Findings</h2>
<div id="finder"><p class="note">The list of single findings needs JavaScript. Everything above is complete without it, and <code>--format stylish=report.txt</code> writes the list as text.</p></div>
</section>
`;
}
