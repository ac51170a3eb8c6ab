import { join } from 'node:path';
import { CacheFile } from '../../cache/cache-file.ts';
import { documentName } from '../http/document-name.ts';
import { AnswerTable } from './answer-table.ts';
import type { AnswerKey, KeptAnswer, Lifetime } from './kept-answer.ts';
import { PAGE_FORMAT } from './page-text.ts';

export interface CacheOptions {
  /** Made where it is missing. */
  readonly folder: string;
  /** Seconds: a younger answer counts as fresh and an older one does not, instead of what the server said. */
  readonly maxAge?: number | undefined;
  /** Nothing may be asked: an answer counts however old it is. The cache is only read, and may lie on a read-only disk. */
  readonly offline?: boolean;
  /** Bytes of all that is kept, the oldest go first. Default 512 MiB, about 10,000 projects of PyPI. */
  readonly mostBytes?: number;
}

const DEFAULT_MOST_BYTES = 512 * 1024 * 1024;
/** Answers written in one go: each takes a lock, and lets go of it. */
const BATCH = 64;

/**
 * What indexes answered, on the disk: the few fields that are read from a page, and what HTTP needs to know whether
 * they still hold. No bodies.
 *
 * Our own, because undici 8's cache interceptor with its SQLite store (8.12.4, measured) forgets an answer as soon as a
 * 304 with `Cache-Control` confirms it, or after twice its lifetime; keeps none that has an ETag alone; keeps log-in
 * pages for their lifetime; writes the `Authorization` header to the disk where `Vary` names it; cannot be bounded in
 * bytes; fails on a broken file, or while another process writes; and would have each page parsed again.
 */
export class AnswerCache {
  readonly #file: CacheFile<AnswerTable>;
  readonly #options: CacheOptions;
  readonly #pending = new Map<string, readonly [AnswerKey, KeptAnswer | undefined]>();

  constructor(options: CacheOptions) {
    this.#options = options;
    // The number is in the name, so that two versions of the program do not take turns at making it anew.
    this.#file = new CacheFile({
      path: join(options.folder, `answers-${PAGE_FORMAT}.sqlite`),
      readOnly: this.isOffline,
      open: (database) => new AnswerTable(database),
    });
  }

  /** Why nothing is kept: one line, `undefined` where all is well. */
  get problem(): string | undefined {
    return this.#file.problem;
  }

  get isOffline(): boolean {
    return this.#options.offline === true;
  }

  find(key: AnswerKey): KeptAnswer | undefined {
    const pending = this.#pending.get(JSON.stringify(key));
    return pending === undefined ? this.#file.attempt((table) => table.find(key)) : pending[1];
  }

  /** Whether anything is kept of a document, or of what lies below its URL. */
  knows(url: URL): boolean {
    return this.#file.attempt((table) => table.knows(baseName(url))) === true;
  }

  /** The `Accept` headers by which pages with files below a URL were got that can be used without asking for them again. */
  freshBelow(url: URL): ReadonlySet<string> {
    const pages = this.#file.attempt((table) => table.pagesBelow(baseName(url))) ?? [];
    return new Set(pages.filter((page) => this.isFresh(page)).map(({ accept }) => accept));
  }

  /** Whether an answer can be used without asking for it again. */
  isFresh({ received, age, lifetime }: Lifetime): boolean {
    if (this.isOffline) return true;
    const since = Date.now() - received;
    // Before it was received: somebody set the clock.
    if (since < 0) return false;
    const { maxAge } = this.#options;
    return maxAge === undefined ? age + since < lifetime : since < maxAge * 1000;
  }

  /** @param answer `undefined` forgets what was kept */
  keep(key: AnswerKey, answer: KeptAnswer | undefined): void {
    this.#pending.set(JSON.stringify(key), [key, answer]);
    if (this.#pending.size >= BATCH) this.#flush();
  }

  close(): void {
    this.#flush();
    this.#file.close();
  }

  #flush(): void {
    if (this.#pending.size === 0) return;
    const { mostBytes = DEFAULT_MOST_BYTES } = this.#options;
    this.#file.attempt((table) => table.write(this.#pending.values(), mostBytes));
    this.#pending.clear();
  }
}

function baseName(url: URL): string {
  return documentName(url).replace(/\/+$/, '');
}
