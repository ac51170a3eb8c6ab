import type { Stats } from 'node:fs';
import { adaptiveCalls, type FileCalls } from '../../wheel/archive/file-calls.ts';
import { Refused } from '../refused.ts';

/** Bytes that a read takes along for the next: members are often small. */
const shortWindow = 4096;
/** The same where small members follow each other; elsewhere it would read what nobody wants. */
const longWindow = 64 * 1024;
/** Windows of files that are closed: for thousands of wheels, new memory would pile up faster than it is collected. */
const free: Buffer[] = [];

/** A wheel that is open for reading, piece by piece. */
export class SourceFile {
  readonly path: string;
  readonly descriptor: number;
  readonly stats: Stats;
  readonly #calls: FileCalls;
  /** One memory for all looks at headers: a new one for each would cost more than the read. */
  readonly #window = free.pop() ?? Buffer.allocUnsafeSlow(longWindow);
  #held = { start: 0, end: 0 };

  private constructor(path: string, descriptor: number, stats: Stats, calls: FileCalls) {
    this.path = path;
    this.descriptor = descriptor;
    this.stats = stats;
    this.#calls = calls;
  }

  /** @throws {Refused} where it is no regular file; errors of the system as they come */
  static async open(path: string, calls: FileCalls = adaptiveCalls()): Promise<SourceFile> {
    const descriptor = await calls.open(path);
    const stats = await calls.stat(descriptor);
    if (stats.isFile()) return new SourceFile(path, descriptor, stats, calls);
    await calls.close(descriptor);
    throw new Refused('it is not a regular file');
  }

  get size(): number {
    return this.stats.size;
  }

  /** Bytes that are the caller's to keep. @throws {Refused} where they are not there */
  async read(start: number, length: number): Promise<Buffer> {
    return this.#fill(start, Buffer.allocUnsafeSlow(this.#inside(start, length)));
  }

  /**
   * Bytes that stand only until the next call; what follows them is read along.
   * @throws {Refused} where they are not there
   */
  async peek(start: number, length: number): Promise<Buffer> {
    if (length > shortWindow) return this.read(start, length);
    this.#inside(start, length);
    if (start < this.#held.start || start + length > this.#held.end) {
      const isNext = start >= this.#held.start && start < this.#held.end + shortWindow;
      const reach = Math.min(isNext ? longWindow : shortWindow, this.size - start);
      await this.#fill(start, this.#window.subarray(0, reach));
      this.#held = { start, end: start + reach };
    }
    const offset = start - this.#held.start;
    return this.#window.subarray(offset, offset + length);
  }

  /** Fills a buffer from a place on. @throws {Refused} where the file has become shorter */
  async readInto(start: number, buffer: Buffer): Promise<void> {
    await this.#fill(start, buffer);
  }

  close(): Promise<void> {
    free.push(this.#window);
    return this.#calls.close(this.descriptor);
  }

  #inside(start: number, length: number): number {
    if (start < 0 || length < 0 || start + length > this.size) {
      throw new Refused('its directory points past the end of the file');
    }
    return length;
  }

  async #fill(start: number, buffer: Buffer): Promise<Buffer> {
    for (let filled = 0; filled < buffer.length; ) {
      const rest = buffer.length - filled;
      const count = await this.#calls.read(this.descriptor, buffer, filled, rest, start + filled);
      if (count === 0) throw new Refused('it became shorter while it was read');
      filled += count;
    }
    return buffer;
  }
}
