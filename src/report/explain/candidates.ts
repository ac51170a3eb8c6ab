import { whateverIsListed } from '../../installer/reasons.ts';
import { escapeTerminal } from '../escape.ts';
import { count } from '../words.ts';
import { wrap } from '../wrap.ts';
import { type Page, sourceText } from './page.ts';
import { type ExplainedFile, reasonOf } from './rows.ts';
import { shownRows } from './shown-rows.ts';

/** What one row says, safe for a terminal. */
interface Row {
  readonly taken: ExplainedFile['taken'];
  /** Mark and rank. */
  readonly place: string;
  readonly filename: string;
  readonly source: string;
  readonly reason: string;
}

/** A row cut into its lines: the first, which may go on with the reason, and what stands below it. */
interface CutRow {
  readonly first: string;
  readonly beside: string;
  readonly below: string;
}

type Layout = (row: Row, widths: { readonly filename: number; readonly source: number }) => CutRow;

const nameAlone: Layout = ({ place, filename, source, reason }) => ({
  first: `${place}  ${filename}`,
  beside: '',
  below: `${source}: ${reason}`,
});

/** From wide to narrow. */
const layouts: readonly Layout[] = [
  ({ place, filename, source, reason }, widths) => ({
    first: `${place}  ${filename.padEnd(widths.filename)}  ${source.padEnd(widths.source)}  `,
    beside: reason,
    below: '',
  }),
  ({ place, filename, source, reason }, widths) => ({
    first: `${place}  ${filename.padEnd(widths.filename)}  ${source}`,
    beside: '',
    below: reason,
  }),
  nameAlone,
];

/** The candidates, best first, as a table of as many columns as the page is wide enough for. */
export function candidateLines(candidates: readonly ExplainedFile[], page: Page): string[] {
  const rankWidth = String(candidates.length).length;
  const margin = ' '.repeat('  ✔ '.length + rankWidth + '  '.length);
  const shown = shownRows(candidates).map((row) =>
    'file' in row ? rowOf(row.file, candidates, rankWidth, page) : row.hidden,
  );
  const rows = shown.filter((row) => typeof row !== 'number');
  const widths = {
    filename: Math.max(0, ...rows.map(({ filename }) => filename.length)),
    source: Math.max(0, ...rows.map(({ source }) => source.length)),
  };
  const fits = (layout: Layout): boolean =>
    rows
      .map((row) => layout(row, widths))
      .every(({ first, beside }) => `${first}${beside}`.length <= page.width);
  const layout = layouts.find(fits) ?? nameAlone;
  return shown.flatMap((row) =>
    typeof row === 'number'
      ? [`${margin}${page.paint('dim', `… ${count(row, 'file')}`)}\n`]
      : rowLines(row.taken, layout(row, widths), `${margin}  `, page),
  );
}

function rowOf(file: ExplainedFile, [winner]: readonly ExplainedFile[], rankWidth: number, page: Page): Row {
  const reason = reasonOf(file);
  // What decided between the first two is told with the winner.
  const isToldAbove = file.rank === 2 && winner !== undefined && reasonOf(winner) === reason;
  const short = file.tiedWithPrevious ? 'loses this tie' : 'loses by that';
  return {
    taken: file.taken,
    place: `  ${markOf(file)} ${String(file.rank).padStart(rankWidth)}`,
    filename: escapeTerminal(file.filename),
    source: sourceText(file.source, page),
    reason: isToldAbove ? short : escapeTerminal(reason.replace(whateverIsListed, '')),
  };
}

function markOf({ taken, tiedWithPrevious }: ExplainedFile): string {
  if (taken !== null) return taken === 'installed' ? '✔' : '✖';
  return tiedWithPrevious ? '=' : ' ';
}

function rowLines(
  taken: ExplainedFile['taken'],
  { first, beside, below }: CutRow,
  margin: string,
  { paint, width }: Page,
): string[] {
  const name = taken === null ? first : paint([taken === 'installed' ? 'green' : 'red', 'bold'], first);
  const why = (text: string): string => (taken === null && text !== '' ? paint('dim', text) : text);
  const lines = below === '' ? [] : wrap(below, width - margin.length);
  return [`${name}${why(beside)}\n`, ...lines.map((line) => `${margin}${why(line)}\n`)];
}
