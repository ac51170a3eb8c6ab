import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { oneLine } from '../one-line.ts';
import { loadSqlite } from './load-sqlite.ts';
import { preparePrivateFile, removeDatabase } from './private-file.ts';

export interface CacheFileOptions<Table> {
  /** Made where it is missing, with its folders. */
  readonly path: string;
  /** It may lie on a read-only disk: nothing is made, mended or written. */
  readonly readOnly: boolean;
  /** Makes the tables where there are none. */
  open(database: DatabaseSync): Table;
}

/** Milliseconds to wait for another run that writes; it takes a few for each go. */
const PATIENCE = 5000;

/** Codes of SQLite: not a database, damaged, or not our table. @see https://www.sqlite.org/rescode.html */
const BROKEN = new Set([1, 11, 26]);

/**
 * A database that may be lost at any time. Several runs may share it. One that does not work costs time and no more: a
 * file that is broken is made anew, and where that fails nothing is kept, and {@link problem} says why.
 */
export class CacheFile<Table> {
  readonly #options: CacheFileOptions<Table>;
  #open: { readonly database: DatabaseSync; readonly table: Table } | undefined;
  #identity: string | undefined;
  #problem: string | undefined;

  constructor(options: CacheFileOptions<Table>) {
    this.#options = options;
  }

  /** Why nothing is kept: one line, `undefined` where all is well. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** @returns `undefined` also where the cache does not work */
  attempt<Value>(work: (table: Table) => Value): Value | undefined {
    const { path, readOnly } = this.#options;
    if (this.#problem !== undefined || (readOnly && !existsSync(path))) return undefined;
    try {
      return work(this.#table());
    } catch (error) {
      // Also where another run holds it for so long: to wait for each answer would take hours.
      if (!BROKEN.has(codeOf(error)) || readOnly) return this.#giveUp(error);
    }
    try {
      this.#discard();
      return work(this.#table());
    } catch (error) {
      return this.#giveUp(error);
    }
  }

  close(): void {
    this.#open?.database.close();
    this.#open = undefined;
  }

  #table(): Table {
    if (this.#open === undefined) {
      const { path, readOnly, open } = this.#options;
      if (!readOnly) this.#identity = preparePrivateFile(path);
      const { DatabaseSync } = loadSqlite();
      // No write-ahead log: it needs shared memory, which a home on a network file system does not have.
      const database = new DatabaseSync(path, { timeout: PATIENCE, readOnly });
      try {
        // A cache can be lost: nobody waits for a slow disk. What a power cut leaves, the checksums tell.
        database.exec('PRAGMA synchronous = OFF');
        this.#open = { database, table: open(database) };
      } catch (error) {
        database.close();
        throw error;
      }
    }
    return this.#open.table;
  }

  #discard(): void {
    this.close();
    removeDatabase(this.#options.path, this.#identity);
  }

  #giveUp(error: unknown): undefined {
    this.#problem = oneLine(error instanceof Error ? error.message : String(error));
  }
}

/** The primary code; the bytes above it tell details. */
function codeOf(error: unknown): number {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code & 0xff : 0;
}
