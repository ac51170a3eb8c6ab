import { pipFileUrl } from './file-url.ts';
import type { InstallerModel } from './model.ts';
import type { Offer } from './offer.ts';
import type { Source } from './source.ts';

/** What settles a tie. */
export const tieBreakers = [
  /** A folder against a page or an index, a page against an index. */
  'kind of source',
  /** Two folders by their paths, or two names in one folder. */
  'path',
  /** Two folders, pages or indexes by their places in the list. */
  'place in the list',
  /** Two files on one page. */
  'place on the page',
] as const;
export type TieBreaker = (typeof tieBreakers)[number];

interface Tie {
  readonly difference: number;
  readonly by: TieBreaker | undefined;
}

const undecided: Tie = { difference: 0, by: undefined };

/** Which of two files with equal keys an installer takes: positive where it is the first. */
export function compareSources(a: Offer, b: Offer, model: InstallerModel): Tie {
  const groupOf = ({ kind }: Source): number => model.ties.findIndex((group) => group.includes(kind));
  const byKind = groupOf(b.source) - groupOf(a.source);
  if (byKind !== 0) return { difference: byKind, by: 'kind of source' };
  if (a.source.kind !== 'index' && b.source.kind !== 'index') return compareFindLinks(a, b, model);
  return comparePages(a, b, model);
}

function compareFindLinks(a: Offer, b: Offer, model: InstallerModel): Tie {
  if (a.source.kind === 'page' && b.source.kind === 'page' && model.folders !== 'smallest-name-then-url') {
    return comparePages(a, b, model);
  }
  if (model.folders === 'first-listed') {
    const byPlace = b.source.position - a.source.position;
    return byPlace === 0 ? comparePages(a, b, model) : { difference: byPlace, by: 'place in the list' };
  }
  return compareUrls(a, b, model);
}

function compareUrls(a: Offer, b: Offer, model: InstallerModel): Tie {
  if (model.folders === 'smallest-name-then-url') {
    const byName = compareTexts(b.filename, a.filename) || compareTexts(b.source.url, a.source.url);
    return byName === 0 ? undecided : { difference: byName, by: 'path' };
  }
  const smallerFirst = compareTexts(folderFileUrl(b, model), folderFileUrl(a, model));
  const difference = model.folders === 'largest-url' ? -smallerFirst : smallerFirst;
  return difference === 0 ? undecided : { difference, by: 'path' };
}

/** The URL that pip makes of a file in a folder: what it orders such files by. */
export function folderFileUrl({ source, filename }: Offer, model: InstallerModel): string {
  return `${model.followsFolderLinks ? source.realUrl : source.url}${pipFileUrl(`/${filename}`).slice('file://'.length)}`;
}

function comparePages(a: Offer, b: Offer, model: InstallerModel): Tie {
  const byPlace = listPlace(b.source, model) - listPlace(a.source, model);
  if (byPlace !== 0) {
    return { difference: model.pages === 'last-listed' ? -byPlace : byPlace, by: 'place in the list' };
  }
  const byOrder = model.onOnePage === 'last-listed' ? a.order - b.order : b.order - a.order;
  return byOrder === 0 ? undecided : { difference: byOrder, by: 'place on the page' };
}

/** Place in the order in which an installer goes through its indexes, or its pages, 0 first. */
export function listPlace({ kind, position }: Source, { indexUrl, ties }: InstallerModel): number {
  // `--index-url` behind all others, however many there are.
  if (kind === 'index' && position === 0 && indexUrl === 'last') return Number.MAX_SAFE_INTEGER;
  // Where pages are sources like indexes, they come behind them.
  const isMixed = ties.some((group) => group.includes('page') && group.includes('index'));
  return kind === 'page' && isMixed ? position + mixedPages : position;
}

const mixedPages = 1_000_000;

/** By code points, as Python compares; UTF-16 puts some rare characters elsewhere, but URLs are ASCII. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
