import type { ByteSource } from './byte-source.ts';

/** A stretch of a file, in bytes. */
export interface Range {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

interface Extent {
  readonly start: number;
  readonly bytes: Buffer;
}

/** Stretches closer than this are read together: one longer read is cheaper than two on a network file system. */
const joinGap = 32 * 1024;
/** No joined read is longer than this, however close the stretches are. */
const maxJoined = 4 * 1024 * 1024;

/** The parts of a file that are held in memory, so that everything else can be read without waiting. */
export class Extents {
  readonly size: number;
  readonly #source: ByteSource;
  readonly #held: Extent[];

  constructor(source: ByteSource, held: readonly Extent[] = []) {
    this.#source = source;
    this.size = source.size;
    this.#held = [...held];
  }

  /** The same file with the same parts held; what the fork loads is freed with it. */
  fork(): Extents {
    return new Extents(this.#source, this.#held);
  }

  /** Makes the ranges available, with as few reads as sensible; what lies outside of the file is left out. */
  async load(ranges: readonly Range[]): Promise<void> {
    const missing = ranges
      .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(this.size, end) }))
      .filter(({ start, end }) => start < end && this.get(start, end - start) === undefined)
      .sort((a, b) => a.start - b.start);
    for (const { start, end } of join(missing)) {
      this.#held.push({ start, bytes: await this.#source.read(start, end - start) });
    }
  }

  /** The bytes, where all of them are held. */
  get(start: number, length: number): Buffer | undefined {
    const extent = this.#find(start, length);
    return extent?.bytes.subarray(start - extent.start, start - extent.start + length);
  }

  /**
   * Bytes that are read once and not held.
   * @param memory to read them into, see {@link ByteSource.read}
   * @throws {ArchiveError} where they are not there
   */
  read(start: number, length: number, memory?: Buffer): Promise<Buffer> {
    return this.#source.read(start, length, memory);
  }

  /** Copies bytes without a view of them in between, for the reader that asks 800,000 times; `false` where they are not held. */
  copy(start: number, length: number, target: Buffer, offset: number): boolean {
    const extent = this.#find(start, length);
    if (extent === undefined) return false;
    extent.bytes.copy(target, offset, start - extent.start, start - extent.start + length);
    return true;
  }

  #find(start: number, length: number): Extent | undefined {
    for (const extent of this.#held) {
      if (start >= extent.start && start + length <= extent.start + extent.bytes.length) return extent;
    }
    return undefined;
  }
}

function join(sorted: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && range.start - last.end <= joinGap && range.end - last.start <= maxJoined) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else {
      joined.push(range);
    }
  }
  return joined;
}
