import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { documentName } from '../http/document-name.ts';
import { oneLine } from '../one-line.ts';
import { AnswerTable } from './answer-table.ts';
import type { AnswerKey, KeptAnswer, Lifetime } from './kept-answer.ts';
import { loadSqlite } from './load-sqlite.ts';
import { PAGE_FORMAT } from './page-text.ts';
import { preparePrivateFile, removeDatabase } from './private-file.ts';

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
/** Milliseconds to wait for another run that writes; it takes a few for each go. */
const PATIENCE = 5000;
/** Answers written in one go: each takes a lock, and lets go of it. */
const BATCH = 64;

/** Codes of SQLite: not a database, damaged, or not our table. @see https://www.sqlite.org/rescode.html */
const BROKEN = new Set([1, 11, 26]);

/**
 * What indexes answered, on the disk: the few fields that are read from a page, and what HTTP needs to know whether
 * they still hold. No bodies. Several runs may share it. A cache that does not work costs time and no more: a file
 * that is broken is made anew, and where that fails nothing is kept, and {@link problem} says why.
 *
 * Our own, because undici 8's cache interceptor with its SQLite store (8.12.4, measured) forgets an answer as soon as a
 * 304 with `Cache-Control` confirms it, or after twice its lifetime; keeps none that has an ETag alone; keeps log-in
 * pages for their lifetime; writes the `Authorization` header to the disk where `Vary` names it; cannot be bounded in
 * bytes; fails on a broken file, or while another process writes; and would have each page parsed again.
 */
export class AnswerCache {
  readonly #path: string;
  readonly #options: CacheOptions;
  readonly #pending = new Map<string, readonly [AnswerKey, KeptAnswer | undefined]>();
  #open: { readonly database: DatabaseSync; readonly table: AnswerTable } | undefined;
  #identity: string | undefined;
  #problem: string | undefined;

  constructor(options: CacheOptions) {
    this.#options = options;
    // The number is in the name, so that two versions of the program do not take turns at making it anew.
    this.#path = join(options.folder, `answers-${PAGE_FORMAT}.sqlite`);
  }

  /** Why nothing is kept: one line, `undefined` where all is well. */
  get problem(): string | undefined {
    return this.#problem;
  }

  get isOffline(): boolean {
    return this.#options.offline === true;
  }

  find(key: AnswerKey): KeptAnswer | undefined {
    const pending = this.#pending.get(JSON.stringify(key));
    return pending === undefined ? this.#attempt((table) => table.find(key)) : pending[1];
  }

  /** Whether anything is kept of a document, or of what lies below its URL. */
  knows(url: URL): boolean {
    return this.#attempt((table) => table.knows(baseName(url))) === true;
  }

  /** The `Accept` headers by which pages with files below a URL were got that can be used without asking for them again. */
  freshBelow(url: URL): ReadonlySet<string> {
    const pages = this.#attempt((table) => table.pagesBelow(baseName(url))) ?? [];
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
    this.#open?.database.close();
    this.#open = undefined;
  }

  #flush(): void {
    if (this.#pending.size === 0) return;
    const { mostBytes = DEFAULT_MOST_BYTES } = this.#options;
    this.#attempt((table) => table.write(this.#pending.values(), mostBytes));
    this.#pending.clear();
  }

  /** @returns `undefined` also where the cache does not work */
  #attempt<T>(work: (table: AnswerTable) => T): T | undefined {
    if (this.#problem !== undefined || (this.isOffline && !existsSync(this.#path))) return undefined;
    try {
      return work(this.#table());
    } catch (error) {
      // Also where another run holds it for so long: to wait for each answer would take hours.
      if (!BROKEN.has(codeOf(error)) || this.isOffline) return this.#giveUp(error);
    }
    try {
      this.#discard();
      return work(this.#table());
    } catch (error) {
      return this.#giveUp(error);
    }
  }

  #table(): AnswerTable {
    if (this.#open === undefined) {
      if (!this.isOffline) this.#identity = preparePrivateFile(this.#path);
      const { DatabaseSync } = loadSqlite();
      // No write-ahead log: it needs shared memory, which a home on a network file system does not have.
      const database = new DatabaseSync(this.#path, { timeout: PATIENCE, readOnly: this.isOffline });
      try {
        this.#open = { database, table: new AnswerTable(database) };
      } catch (error) {
        database.close();
        throw error;
      }
    }
    return this.#open.table;
  }

  #discard(): void {
    this.#open?.database.close();
    this.#open = undefined;
    removeDatabase(this.#path, this.#identity);
  }

  #giveUp(error: unknown): undefined {
    this.#problem = oneLine(error instanceof Error ? error.message : String(error));
    this.#pending.clear();
  }
}

function baseName(url: URL): string {
  return documentName(url).replace(/\/+$/, '');
}

/** The primary code; the bytes above it tell details. */
function codeOf(error: unknown): number {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code & 0xff : 0;
}
