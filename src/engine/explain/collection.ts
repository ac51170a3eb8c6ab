import type { PackageIndex } from '../../index/index-answer.ts';
import type { Offer } from '../../installer/offer.ts';
import type { InstallRequest } from '../../installer/request.ts';
import type { Source } from '../../installer/source.ts';
import type { Unchecked } from '../finding.ts';
import { listingProblem } from '../listing-problem.ts';
import { apiRemark, statusRemark } from '../remarks.ts';
import { type FindLinksFolder, folderOffers } from './folder-offers.ts';
import { folderPages } from './folder-pages.ts';
import { pageOffers, pageSource } from './page-offers.ts';

/** One find-links location. */
export type FindLinks =
  | { readonly kind: 'folder'; readonly folder: FindLinksFolder }
  | { readonly kind: 'page'; readonly page: PackageIndex };

/** Gathers what sources offer for one request, and which of them could not be asked. */
export class Collection {
  readonly #unchecked = new Map<string, Unchecked>();
  readonly #remarks = new Set<string>();
  readonly #request: InstallRequest;

  constructor(request: InstallRequest) {
    this.#request = request;
  }

  /** Each once, however many stacks it is in; sorted, because answers come in any order. */
  get unchecked(): Unchecked[] {
    return [...this.#unchecked].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, unchecked]) => unchecked);
  }

  /** What the sources say of themselves and of the project: sentences. */
  get remarks(): string[] {
    return [...this.#remarks].sort();
  }

  /** @param indexes `--index-url` first */
  async fromIndexes(indexes: readonly PackageIndex[]): Promise<Offer[]> {
    const offers = indexes.map((index, position) =>
      this.#ask(index, pageSource('index', index.source.url, position)),
    );
    return (await Promise.all(offers)).flat();
  }

  async fromFindLinks(locations: readonly FindLinks[]): Promise<Offer[]> {
    const offers = locations.map((location, position) =>
      location.kind === 'page'
        ? this.#ask(location.page, pageSource('page', location.page.source.url, position))
        : this.#list(location.folder, position),
    );
    return (await Promise.all(offers)).flat();
  }

  async #ask(index: PackageIndex, source: Source): Promise<Offer[]> {
    const { project, specifiers } = this.#request;
    // For indexes that have to be asked version by version.
    const versions = specifiers.flatMap(({ version }) => version?.public ?? []);
    const answer = await index.ask(project, versions);
    if (answer.status === 'unchecked') {
      this.#miss({ project, source: source.name, reason: answer.reason });
    }
    for (const remark of [apiRemark(answer), statusRemark(answer)]) {
      if (remark !== undefined) this.#remarks.add(remark);
    }
    return pageOffers(answer, source);
  }

  async #list(folder: FindLinksFolder, position: number): Promise<Offer[]> {
    const { project, hashes } = this.#request;
    try {
      const files = await folderOffers(folder, project, position, hashes.size > 0 ? hashLater : undefined);
      const pages = (await folderPages(folder, position)).map(({ page, source }) => this.#ask(page, source));
      return [...files, ...(await Promise.all(pages)).flat()];
    } catch (error) {
      this.#miss({ project: null, source: folder.display, reason: listingProblem(error) });
      return [];
    }
  }

  #miss(unchecked: Unchecked): void {
    this.#unchecked.set(`${unchecked.source}\n${unchecked.reason}`, unchecked);
  }
}

/** Loading the cryptography takes a tenth of a small run. */
async function hashLater(path: string): Promise<string | undefined> {
  const { hashFile } = await import('../../wheel/hash.ts');
  return hashFile(path);
}
