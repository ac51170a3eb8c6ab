import type { Extents } from './extents.ts';

/** Bytes that are read at one time: few calls of the system, and little memory for a wheel of any size. */
export const windowLength = 1024 * 1024;

/**
 * Reads through a file from its start to its end. What it gives stays as it is: each stretch of the file has memory of
 * its own, which is free again as soon as nobody looks at it.
 */
export class Window {
  readonly #extents: Extents;
  #start = 0;
  #bytes: Buffer = Buffer.alloc(0);

  constructor(extents: Extents) {
    this.#extents = extents;
  }

  get fileSize(): number {
    return this.#extents.size;
  }

  /** @param length at most {@link windowLength} @throws {ArchiveError} past the end of the file */
  async get(start: number, length: number): Promise<Buffer> {
    const held = this.#extents.get(start, length);
    if (held !== undefined) return held;
    if (start < this.#start || start + length > this.#start + this.#bytes.length) {
      const rest = Math.max(length, this.fileSize - start);
      this.#bytes = await this.#extents.read(start, Math.min(windowLength, rest));
      this.#start = start;
    }
    return this.#bytes.subarray(start - this.#start, start - this.#start + length);
  }
}
