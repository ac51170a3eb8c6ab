import { posix } from 'node:path';
import type { Finding } from '../../../engine/finding.ts';
import { html, type Markup, nothing, path } from '../markup.ts';
import { count } from '../numbers.ts';
import { type Tally, tallyBy } from '../tally.ts';
import { countCells, countHeads } from './counts.ts';

const mostRows = 10;
/** The rest unfolds; a page of thousands of rows would be slow, and they can be searched for. */
const mostMore = 200;

/** Where the findings are: by folder and by project. */
export function byPlace(findings: readonly Finding[]): Markup {
  if (findings.length === 0) return nothing;
  return html`<div class="places">
${table('folder', 'By folder', 'Folder', tallyBy(findings, folderOf))}${table(
  'project',
  'By project',
  'Project',
  tallyBy(findings, ({ project }) => project),
)}</div>
`;
}

export function folderOf({ wheel }: Finding): string {
  return posix.dirname(wheel);
}

function table(kind: string, title: string, head: string, tallies: readonly Tally[]): Markup {
  if (tallies.length === 0) return nothing;
  const most = Math.max(...tallies.map(({ total }) => total));
  const rows = tallies.map(
    (
      tally,
    ) => html`<tr><th scope="row"><span data-filter="${kind}" data-value="${tally.key}">${path(tally.key)}</span></th>${countCells(tally, most)}</tr>
`,
  );
  const more = rows.slice(mostRows, mostRows + mostMore);
  const hidden = rows.length - mostRows - more.length;
  return html`<section aria-labelledby="${kind}-title">
<h2 id="${kind}-title">${title}</h2>
${rowsTable(head, rows.slice(0, mostRows))}${
  more.length === 0
    ? nothing
    : html`<details class="more"><summary>${count(rows.length - mostRows, `further ${kind}`)}</summary>
${rowsTable(head, more)}${hidden > 0 ? html`<p class="note">${hidden} more are not listed here.</p>` : nothing}</details>
`
}</section>
`;
}

function rowsTable(head: string, rows: readonly Markup[]): Markup {
  return html`<table class="counts">
<thead><tr><th scope="col">${head}</th>${countHeads}</tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}
