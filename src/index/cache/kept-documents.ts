import type { Caching } from '../http/caching.ts';
import { documentName } from '../http/document-name.ts';
import type { Fetched, Known } from '../http/fetched.ts';
import type { RawAnswer } from '../raw-answers.ts';
import { Unanswered } from '../unanswered.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { AnswerKey, KeptAnswer } from './kept-answer.ts';

/** What is kept of documents of one kind: as a text. */
export interface KeptForm<Value> {
  write(value: Value): string;
  /** @returns `undefined` for a text that {@link write} did not make */
  read(text: string): Value | undefined;
  /** How many files a document lists. */
  files(value: Value): number;
}

/** How a document is got where the cache does not have it. */
export interface DocumentRequest<Value> {
  readonly url: URL;
  /** @throws {Unanswered} */
  fetch(known: Known | undefined): Promise<Fetched>;
  /** Only what it returns is kept. @throws {Unanswered} */
  read(raw: RawAnswer): Value | Promise<Value>;
  /** Whether what is kept is right whatever its age, or wrong; `undefined` where only its age tells. */
  holds?(value: Value): boolean | undefined;
}

/** Documents from the cache while they hold, else from their server. Only what could be read is kept. */
export class KeptDocuments<Value> {
  readonly #cache: AnswerCache | undefined;
  readonly #form: KeptForm<Value>;
  readonly #variant: Omit<AnswerKey, 'url'>;

  constructor(cache: AnswerCache | undefined, form: KeptForm<Value>, variant: Omit<AnswerKey, 'url'>) {
    this.#cache = cache;
    this.#form = form;
    this.#variant = variant;
  }

  /**
   * @returns `undefined` where the server has no such document
   * @throws {Unanswered}
   */
  async get({ url, fetch, read, holds }: DocumentRequest<Value>): Promise<Value | undefined> {
    const key = { url: documentName(url), ...this.#variant };
    const found = this.#find(key);
    const isRight = found?.value === undefined ? undefined : holds?.(found.value);
    const kept = isRight === false ? undefined : found;
    if (kept !== undefined && (isRight || this.#cache?.isFresh(kept.answer))) return kept.value;
    if (this.#cache?.isOffline === true) {
      throw new Unanswered('not in the cache, and --offline asks nothing');
    }

    // That there was no document before says nothing about one that there may be now.
    const fetched = await fetch(kept?.value === undefined ? undefined : kept.answer);
    const { caching, status } = fetched;
    if (status === 'not modified') {
      this.#keep(key, caching, kept && confirmed(kept.answer, caching));
      return kept?.value;
    }
    const value = status === 'found' ? await read(fetched.raw) : undefined;
    const source = status === 'found' ? documentName(new URL(fetched.raw.url)) : key.url;
    const { etag, lastModified, received, age, lifetime = 0 } = caching;
    const files = value === undefined ? 0 : this.#form.files(value);
    const text = value === undefined ? undefined : this.#form.write(value);
    this.#keep(key, caching, { source, etag, lastModified, received, age, lifetime, files, text });
    return value;
  }

  #find(key: AnswerKey): { readonly answer: KeptAnswer; readonly value: Value | undefined } | undefined {
    const answer = this.#cache?.find(key) ?? this.#ofOthers(key);
    if (answer?.text === undefined) return answer && { answer, value: undefined };
    const value = this.#form.read(answer.text);
    return value === undefined ? undefined : { answer, value };
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
