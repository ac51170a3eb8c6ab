import type { Finding } from '../../engine/finding.ts';
import { placeInside } from '../place.ts';

const mostRelated = 5;

/** Where a finding points to inside and outside the wheel, as far as its message does not say so; not yet escaped. */
export function detailLines(finding: Finding): string[] {
  const place = placeInside(finding);
  const related = finding.related
    .filter(({ location }) => !finding.message.includes(location))
    .map(({ location, message }) => (message === '' ? location : `${message}: ${location}`));
  // "and 1 more" would take as much room as the one it hides.
  const hidden = related.length > mostRelated + 1 ? related.length - mostRelated : 0;
  const shown = hidden > 0 ? related.slice(0, mostRelated) : related;
  return [...(place === undefined ? [] : [place]), ...shown, ...(hidden > 0 ? [`and ${hidden} more`] : [])];
}
