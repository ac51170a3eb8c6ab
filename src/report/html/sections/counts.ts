import type { Severity } from '../../../engine/finding.ts';
import { bar } from '../chart.ts';
import { html, type Markup } from '../markup.ts';
import { count, grouped } from '../numbers.ts';
import { gravest, type Tally } from '../tally.ts';

/** The cells of a row that count its findings. @param most the largest total of the table */
export function countCells({ counts, total, wheels }: Tally, most: number): Markup {
  const parts = gravest.map((severity) => ({ kind: severity, size: counts[severity] }));
  return html`<td class="chart">${bar(parts, most)}<span class="unseen">${inWords(counts)}</span></td><td class="number">${grouped(total)}</td><td class="number">${grouped(wheels)}</td>`;
}

/** `5 errors, 1 warning` */
export function inWords(counts: Readonly<Record<Severity, number>>): string {
  return gravest
    .filter((severity) => counts[severity] > 0)
    .map((severity) => count(counts[severity], severity))
    .join(', ');
}

/** The heads of the same columns. */
export const countHeads: Markup = html`<th scope="col" class="chart">Severity</th><th scope="col" class="number">Findings</th><th scope="col" class="number">Wheels</th>`;
