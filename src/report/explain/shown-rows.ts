import type { ExplainedFile } from './rows.ts';

/** Rows that are shown in any case, and wheels of the user's own that are shown below them. */
const [top, ownBelow] = [6, 3];

/** A candidate, or the number of candidates that are passed over at this place. */
export type ShownRow = { readonly file: ExplainedFile } | { readonly hidden: number };

/**
 * The candidates worth a row where there are many: the best ones and the best of the user's own, each of those with
 * the one above, which its reason is about.
 */
export function shownRows(candidates: readonly ExplainedFile[]): ShownRow[] {
  const below = candidates.flatMap(({ isOwn }, place) => (isOwn && place >= top ? place : []));
  const wanted = new Set(below.slice(0, ownBelow).flatMap((place) => [place - 1, place]));
  const isShown = (place: number): boolean => place < top || wanted.has(place);
  const rows: ShownRow[] = [];
  for (let place = 0; place < candidates.length; ) {
    let end = place;
    while (end < candidates.length && !isShown(end)) end += 1;
    // A lone "1 file" would take the place of the row that it hides.
    if (end - place > 1) {
      rows.push({ hidden: end - place });
      place = end;
    }
    const file = candidates[place];
    if (file !== undefined) rows.push({ file });
    place += 1;
  }
  return rows;
}
