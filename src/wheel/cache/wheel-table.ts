import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';

/** Something that is known of a file as long as its stamp is the same. */
export interface KeptText {
  readonly path: string;
  /** In which it holds: a set of rules, or a kind of hash. */
  readonly scope: string;
  readonly stamp: string;
  readonly text: string;
}

/** The statements of the cache. All of them throw what SQLite says. */
export class WheelTable {
  readonly #database: DatabaseSync;
  /** Scopes are long texts, and a row has a number for its; `undefined` for one that has none yet. */
  readonly #scopes = new Map<string, number | undefined>();
  #finding: StatementSync | undefined;

  /** Makes the tables where there are none. */
  constructor(database: DatabaseSync) {
    this.#database = database;
    if (database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'wheel'").get() !== undefined) return;
    database.exec('PRAGMA auto_vacuum = INCREMENTAL');
    database.exec(`
      CREATE TABLE IF NOT EXISTS scope (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;
      CREATE TABLE IF NOT EXISTS wheel (
        path TEXT NOT NULL, scope INTEGER NOT NULL, stamp TEXT NOT NULL,
        checksum INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (path, scope)
      ) STRICT`);
  }

  /** @returns `undefined` also where what is kept belongs to another stamp */
  find(path: string, scope: string, stamp: string): string | undefined {
    const id = this.#scopeOf(scope);
    if (id === undefined) return undefined;
    this.#finding ??= this.#database.prepare(
      'SELECT checksum, text FROM wheel WHERE path = ? AND scope = ? AND stamp = ?',
    );
    const row = this.#finding.get(path, id, stamp);
    if (typeof row?.text !== 'string') return undefined;
    return row.checksum === crc32(row.text) ? row.text : undefined;
  }

  /**
   * Writes in one go; where there is too much then, the oldest go.
   * @param mostBytes of the whole file
   */
  write(texts: Iterable<KeptText>, mostBytes: number): void {
    const database = this.#database;
    database.exec('BEGIN IMMEDIATE');
    try {
      const insert = database.prepare('INSERT OR REPLACE INTO wheel VALUES (?, ?, ?, ?, ?)');
      for (const { path, scope, stamp, text } of texts) {
        insert.run(path, this.#scopeOf(scope) ?? this.#newScope(scope), stamp, crc32(text), text);
      }
      this.#fit(mostBytes);
      database.exec('COMMIT');
    } catch (error) {
      // A scope that was made in this go is gone with it.
      this.#scopes.clear();
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }

  #scopeOf(scope: string): number | undefined {
    if (!this.#scopes.has(scope)) {
      const row = this.#database.prepare('SELECT id FROM scope WHERE text = ?').get(scope);
      this.#scopes.set(scope, row && Number(row.id));
    }
    return this.#scopes.get(scope);
  }

  /** Another run may have made it in the meantime. */
  #newScope(scope: string): number {
    this.#database.prepare('INSERT OR IGNORE INTO scope (text) VALUES (?)').run(scope);
    this.#scopes.delete(scope);
    const id = this.#scopeOf(scope);
    if (id === undefined) throw new Error('the scope was not kept');
    return id;
  }

  #fit(mostBytes: number): void {
    const used = (this.#pragma('page_count') - this.#pragma('freelist_count')) * this.#pragma('page_size');
    if (used <= mostBytes) return;
    // A tenth more than needed, so that the next need not do it again. Rows that are written anew get a new number.
    const surplus = 1 - (mostBytes * 0.9) / used;
    this.#database
      .prepare(
        `DELETE FROM wheel WHERE rowid IN (
           SELECT rowid FROM wheel ORDER BY rowid LIMIT (SELECT CAST(count(*) * ? AS INTEGER) + 1 FROM wheel)
         )`,
      )
      .run(surplus);
    this.#database.exec('PRAGMA incremental_vacuum');
  }

  #pragma(name: 'page_count' | 'freelist_count' | 'page_size'): number {
    return Number(this.#database.prepare(`PRAGMA ${name}`).get()?.[name]);
  }
}
