/** A stretch of a member, in bytes of its inflated contents. */
export interface Stretch {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

interface Piece {
  readonly start: number;
  readonly bytes: Buffer;
}

/**
 * The parts of a binary that have been inflated so far. Parsers run over it as if it were whole; what they asked for in
 * vain is remembered, loaded, and they run again.
 */
export class SparseBytes {
  /** Bytes of the whole binary, as the archive states it. */
  readonly size: number;
  readonly #pieces: Piece[] = [];
  #wanted: Stretch[] = [];

  constructor(size: number) {
    this.size = size;
  }

  add(start: number, bytes: Buffer): void {
    this.#pieces.push({ start, bytes });
  }

  /**
   * `length` bytes from `offset`; `undefined` where they lie outside of the binary or are not there yet, which is noted.
   * @param ahead bytes that will be asked for next, and are loaded with them
   */
  get(offset: number, length: number, ahead = length): Buffer | undefined {
    if (!(offset >= 0 && length >= 0 && offset + length <= this.size)) return undefined;
    for (const { start, bytes } of this.#pieces) {
      if (offset >= start && offset + length <= start + bytes.length) {
        return bytes.subarray(offset - start, offset - start + length);
      }
    }
    this.#wanted.push({ start: offset, end: Math.min(this.size, offset + Math.max(length, ahead)) });
    return undefined;
  }

  /** What was asked for in vain since the last call. */
  takeWanted(): Stretch[] {
    const wanted = this.#wanted;
    this.#wanted = [];
    return wanted;
  }
}
