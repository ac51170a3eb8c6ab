import type { IndexAnswer, IndexFile } from '../../index/index-answer.ts';
import type { Offer, OfferedFile } from '../../installer/offer.ts';
import { readOfferedFile } from '../../installer/offered-file.ts';
import type { Source } from '../../installer/source.ts';

/** The files of an answer as an installer sees them, in the order of the page. */
export function pageOffers(answer: IndexAnswer, source: Source): Offer[] {
  if (answer.status !== 'listed') return [];
  return answer.files.flatMap((file, order): Offer[] => {
    const offered = readOfferedFile(file.filename, answer.project);
    return offered === undefined ? [] : [listedOffer({ file, offered, order }, source)];
  });
}

/** One file of a page, its name read already. */
export function listedOffer(
  {
    file,
    offered,
    order,
  }: { readonly file: IndexFile; readonly offered: OfferedFile; readonly order: number },
  source: Source,
): Offer {
  const { filename, url, sha256, otherHash, yanked, requiresPython } = file;
  return {
    filename,
    source,
    location: url,
    order,
    sha256,
    otherHash,
    yanked,
    requiresPython,
    metadata: undefined,
    file: offered,
  };
}

/** An index or page as a source. @param position place among the indexes, or among the find-links locations */
export function pageSource(kind: 'page' | 'index', url: string, position: number): Source {
  return { kind, url, realUrl: url, name: url, position };
}
