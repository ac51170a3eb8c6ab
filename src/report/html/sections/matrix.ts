import type { Finding, Severity } from '../../../engine/finding.ts';
import { html, type Markup, nothing, path } from '../markup.ts';
import { grouped } from '../numbers.ts';
import { gravest, tallyBy } from '../tally.ts';
import { folderOf } from './by-place.ts';
import { inWords } from './counts.ts';

const mostRows = 15;
const mostColumns = 20;

/** Which folder has which trouble: a table whose cells are the darker the more there is. */
export function matrix(findings: readonly Finding[]): Markup {
  const all = tallyBy(findings, folderOf);
  const folders = all.slice(0, mostRows);
  const rules = tallyBy(findings, ({ code }) => code).slice(0, mostColumns);
  if (folders.length < 2 || rules.length < 2) return nothing;
  const names = new Map(findings.map(({ code, rule }) => [code, rule]));
  const cells = new Map(
    tallyBy(findings, (finding) => `${finding.code} ${folderOf(finding)}`).map((tally) => [tally.key, tally]),
  );
  const most = Math.max(...Array.from(cells.values(), ({ total }) => total));
  const rows = folders.map(({ key: folder }) => {
    const row = rules.map(({ key: code }) => {
      const tally = cells.get(`${code} ${folder}`);
      if (tally === undefined) return html`<td class="none"><span class="unseen">none</span></td>`;
      const { counts, total } = tally;
      return html`<td class="${worst(counts)} step-${step(total, most)}" title="${inWords(counts)}">${grouped(total)}</td>`;
    });
    return html`<tr><th scope="row">${path(folder)}</th>${row}</tr>
`;
  });
  const heads = rules.map(
    ({ key: code }) => html`<th scope="col"><span title="${names.get(code) ?? ''}">${code}</span></th>`,
  );
  return html`<section aria-labelledby="matrix-title">
<h2 id="matrix-title">Folders and rules</h2>
<p class="note">The darker a field, the more findings.${all.length > mostRows ? ` The first ${mostRows} of ${grouped(all.length)} folders.` : ''}</p>
<div class="scroller" tabindex="0" role="group" aria-labelledby="matrix-title">
<table class="matrix">
<thead><tr><th scope="col">Folder</th>${heads}</tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>
</section>
`;
}

function worst(counts: Readonly<Record<Severity, number>>): Severity {
  return gravest.find((severity) => counts[severity] > 0) ?? 'info';
}

/** 1 to 4, by the logarithm: a folder of thousands must not make the others look clean. */
function step(total: number, most: number): number {
  return 1 + Math.min(3, Math.floor((4 * Math.log(total + 0.5)) / Math.log(most + 1)));
}
