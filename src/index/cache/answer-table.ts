import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import type { AnswerKey, KeptAnswer, Lifetime } from './kept-answer.ts';

/** Bytes beside the texts of a row, roughly. */
const ROW = 200;

/** The statements of the cache. All of them throw what SQLite says. */
export class AnswerTable {
  readonly #database: DatabaseSync;
  #finding: StatementSync | undefined;

  /** Makes the table where there is none. */
  constructor(database: DatabaseSync) {
    this.#database = database;
    if (database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'answer'").get() !== undefined) return;
    // Deleted answers give their room back to the disk.
    database.exec('PRAGMA auto_vacuum = INCREMENTAL');
    database.exec(`CREATE TABLE IF NOT EXISTS answer (
      url TEXT NOT NULL, accept TEXT NOT NULL, authenticated INTEGER NOT NULL,
      source TEXT NOT NULL, etag TEXT, lastModified TEXT,
      received INTEGER NOT NULL, age INTEGER NOT NULL, lifetime INTEGER NOT NULL,
      size INTEGER NOT NULL, files INTEGER NOT NULL,
      checksum INTEGER NOT NULL, text TEXT,
      PRIMARY KEY (url, accept, authenticated)
    ) STRICT`);
  }

  find({ url, accept, authenticated }: AnswerKey): KeptAnswer | undefined {
    // Made once: that takes longer than to find an answer.
    this.#finding ??= this.#database.prepare(
      `SELECT source, etag, lastModified, received, age, lifetime, files, checksum, text FROM answer
       WHERE url = ? AND accept = ? AND authenticated = ?`,
    );
    const row = this.#finding.get(url, accept, Number(authenticated));
    if (row?.checksum !== checksumOf(url, textOf(row?.text))) return undefined;
    return {
      source: String(row.source),
      etag: textOf(row.etag),
      lastModified: textOf(row.lastModified),
      received: Number(row.received),
      age: Number(row.age),
      lifetime: Number(row.lifetime),
      files: Number(row.files),
      text: textOf(row.text),
    };
  }

  /** Whether there is an answer for a URL, or one that begins with it and a slash. */
  knows(url: string): boolean {
    // '0' is the character behind '/'.
    const query = 'SELECT 1 FROM answer WHERE url = ? OR (url >= ? AND url < ?) LIMIT 1';
    return this.#database.prepare(query).get(url, `${url}/`, `${url}0`) !== undefined;
  }

  /** What is known of the pages with files on them below a URL, without the pages. */
  pagesBelow(url: string): (Pick<AnswerKey, 'accept'> & Lifetime)[] {
    const query = `SELECT DISTINCT accept, received, age, lifetime FROM answer
      WHERE url >= ? AND url < ? AND files > 0`;
    return this.#database
      .prepare(query)
      .all(`${url}/`, `${url}0`)
      .map(({ accept, received, age, lifetime }) => ({
        accept: String(accept),
        received: Number(received),
        age: Number(age),
        lifetime: Number(lifetime),
      }));
  }

  /**
   * Writes and deletes in one go; then the oldest go until the rest fits.
   * @param answers `undefined` deletes @param mostBytes of all that is kept
   */
  write(answers: Iterable<readonly [AnswerKey, KeptAnswer | undefined]>, mostBytes: number): void {
    const database = this.#database;
    database.exec('BEGIN IMMEDIATE');
    try {
      for (const [key, answer] of answers) this.#writeOne(key, answer);
      this.#fit(mostBytes);
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }

  #writeOne({ url, accept, authenticated }: AnswerKey, answer: KeptAnswer | undefined): void {
    const key = [url, accept, Number(authenticated)];
    if (answer === undefined) {
      this.#database
        .prepare('DELETE FROM answer WHERE url = ? AND accept = ? AND authenticated = ?')
        .run(...key);
      return;
    }
    const { source, etag, lastModified, received, age, lifetime, files, text } = answer;
    const size = ROW + url.length + source.length + Buffer.byteLength(text ?? '');
    const facts = [source, etag ?? null, lastModified ?? null, received, age, lifetime, size, files];
    this.#database
      .prepare(`INSERT OR REPLACE INTO answer VALUES (${'?, '.repeat(12)}?)`)
      .run(...key, ...facts, checksumOf(url, text), text ?? null);
  }

  #fit(mostBytes: number): void {
    const total = this.#database.prepare('SELECT sum(size) AS total FROM answer').get()?.total;
    if (Number(total) <= mostBytes) return;
    // A tenth more than needed, so that the next answers need not do it again.
    this.#database
      .prepare(
        `DELETE FROM answer WHERE rowid IN (SELECT id FROM (
           SELECT rowid AS id, sum(size) OVER (ORDER BY received DESC, rowid DESC) AS upToHere FROM answer
         ) WHERE upToHere > ?)`,
      )
      .run(mostBytes * 0.9);
    this.#database.exec('PRAGMA incremental_vacuum');
  }
}

function checksumOf(url: string, text = ''): number {
  return crc32(text, crc32(url));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
