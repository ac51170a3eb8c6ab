import type { SparseBytes } from './sparse-bytes.ts';

/** Longer names are cut: none that a loader could open is. */
const longest = 4096;

/** The string table of the dynamic section. */
export class StringTable {
  readonly #bytes: SparseBytes;
  readonly #start: number;
  readonly #size: number;

  constructor(bytes: SparseBytes, start: number, size: number) {
    this.#bytes = bytes;
    this.#start = start;
    this.#size = size;
  }

  /** The string at an offset; `undefined` outside of the table and where it is not there yet. */
  get(offset: number): string | undefined {
    if (offset >= this.#size) return undefined;
    const start = this.#start + offset;
    const room = Math.min(longest, this.#size - offset, this.#bytes.size - start);
    const text = this.#bytes.get(start, room);
    if (text === undefined) return undefined;
    const end = text.indexOf(0);
    return text.toString('utf8', 0, end === -1 ? text.length : end);
  }
}
