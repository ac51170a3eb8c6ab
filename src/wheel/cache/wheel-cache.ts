import { join } from 'node:path';
import { CacheFile } from '../../cache/cache-file.ts';
import type { FileStamp } from './stamp.ts';
import { type KeptText, WheelTable } from './wheel-table.ts';

/** Part of the file's name: raise it when the table changes. */
const FORMAT = 1;
/** A wheel takes about a KB. */
const DEFAULT_MOST_BYTES = 256 * 1024 * 1024;
/** Texts written in one go: each takes a lock, and lets go of it. */
const BATCH = 2048;

export interface WheelCacheOptions {
  /** Made where it is missing. */
  readonly folder: string;
  /** Bytes on the disk, the oldest go first. Default 256 MiB, about 200,000 wheels. */
  readonly mostBytes?: number;
}

/**
 * What earlier runs found out about files, on the disk, as texts that hold while a file's stamp is the same. It is
 * about time only: where it does not work, every run reads every wheel.
 */
export class WheelCache {
  readonly #file: CacheFile<WheelTable>;
  readonly #mostBytes: number;
  #pending: KeptText[] = [];
  #found = 0;

  constructor({ folder, mostBytes = DEFAULT_MOST_BYTES }: WheelCacheOptions) {
    this.#mostBytes = mostBytes;
    this.#file = new CacheFile({
      path: join(folder, `wheels-${FORMAT}.sqlite`),
      readOnly: false,
      open: (database) => new WheelTable(database),
    });
  }

  /** Why nothing is kept: one line, `undefined` where all is well. */
  get problem(): string | undefined {
    return this.#file.problem;
  }

  /** How often something was found. */
  get found(): number {
    return this.#found;
  }

  /** @param scope in which the text holds */
  find(path: string, scope: string, stamp: FileStamp): string | undefined {
    const text = this.#file.attempt((table) => table.find(path, scope, stamp.text));
    if (text !== undefined) this.#found += 1;
    return text;
  }

  /** @param stamp the file's before it was read; of one that has just changed nothing is kept */
  keep(path: string, scope: string, stamp: FileStamp, text: string): void {
    if (!stamp.isSettled) return;
    this.#pending.push({ path, scope, stamp: stamp.text, text });
    if (this.#pending.length >= BATCH) this.#flush();
  }

  close(): void {
    this.#flush();
    this.#file.close();
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    this.#file.attempt((table) => table.write(this.#pending, this.#mostBytes));
    this.#pending = [];
  }
}
