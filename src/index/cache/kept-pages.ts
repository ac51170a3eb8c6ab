import type { Caching } from '../http/caching.ts';
import { documentName } from '../http/document-name.ts';
import type { Fetched, Known } from '../http/fetched.ts';
import type { ProjectPage } from '../project-page.ts';
import type { RawAnswer } from '../raw-answers.ts';
import { Unanswered } from '../unanswered.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { AnswerKey, KeptAnswer } from './kept-answer.ts';
import { pageOfText, pageText } from './page-text.ts';

/** How a page is got where the cache does not have it. */
export interface PageRequest {
  readonly url: URL;
  /** @throws {Unanswered} */
  fetch(known: Known | undefined): Promise<Fetched>;
  /** @throws {Unanswered} */
  read(raw: RawAnswer): ProjectPage | Promise<ProjectPage>;
}

/** Pages from the cache while they hold, else from their server. Only what could be read is kept. */
export class KeptPages {
  readonly #cache: AnswerCache | undefined;
  readonly #variant: Omit<AnswerKey, 'url'>;

  constructor(cache: AnswerCache | undefined, variant: Omit<AnswerKey, 'url'>) {
    this.#cache = cache;
    this.#variant = variant;
  }

  /**
   * @returns `undefined` where the server has no such page
   * @throws {Unanswered}
   */
  async page({ url, fetch, read }: PageRequest): Promise<ProjectPage | undefined> {
    const key = { url: documentName(url), ...this.#variant };
    const kept = this.#find(key);
    if (kept !== undefined && this.#cache?.isFresh(kept.answer) === true) return kept.page;
    if (this.#cache?.isOffline === true) {
      throw new Unanswered('not in the cache, and --offline asks nothing');
    }

    // That there was no page before says nothing about one that there may be now.
    const fetched = await fetch(kept?.page && kept.answer);
    const { caching, status } = fetched;
    if (status === 'not modified') {
      this.#keep(key, caching, kept && confirmed(kept.answer, caching));
      return kept?.page;
    }
    const page = status === 'found' ? await read(fetched.raw) : undefined;
    const source = status === 'found' ? documentName(new URL(fetched.raw.url)) : key.url;
    const { etag, lastModified, received, age, lifetime = 0 } = caching;
    const files = page?.files.length ?? 0;
    const text = page && pageText(page);
    this.#keep(key, caching, { source, etag, lastModified, received, age, lifetime, files, text });
    return page;
  }

  #find(key: AnswerKey): { readonly answer: KeptAnswer; readonly page: ProjectPage | undefined } | undefined {
    const answer = this.#cache?.find(key) ?? this.#ofOthers(key);
    if (answer?.text === undefined) return answer && { answer, page: undefined };
    const page = pageOfText(answer.text);
    return page && { answer, page };
  }

  /** Nobody shows who they are where nothing is asked. */
  #ofOthers(key: AnswerKey): KeptAnswer | undefined {
    if (this.#cache?.isOffline !== true) return undefined;
    return this.#cache.find({ ...key, authenticated: !key.authenticated });
  }

  #keep(key: AnswerKey, { storable }: Caching, answer: KeptAnswer | undefined): void {
    this.#cache?.keep(key, storable ? answer : undefined);
  }
}

/** What a 304 does not say again stays as it was. @see RFC 9111, 4.3.4 */
function confirmed(answer: KeptAnswer, { received, age, lifetime, etag, lastModified }: Caching): KeptAnswer {
  return {
    ...answer,
    received,
    age,
    lifetime: lifetime ?? answer.lifetime,
    etag: etag ?? answer.etag,
    lastModified: lastModified ?? answer.lastModified,
  };
}
