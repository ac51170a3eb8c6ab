import { ArchiveError } from './problem.ts';

/** Random access to the bytes of a wheel, wherever they are. */
export interface ByteSource {
  /** Bytes in all. */
  readonly size: number;
  /** Permission bits, where it is a file that has some. */
  readonly mode?: number;
  /**
   * Exactly `length` bytes from `start`.
   * @param memory that may be used for them, at least as long
   * @throws {ArchiveError} where they are not there
   */
  read(start: number, length: number, memory?: Buffer): Promise<Buffer>;
  close(): Promise<void>;
}

export function bufferSource(buffer: Buffer): ByteSource {
  return {
    size: buffer.length,
    read: (start, length) =>
      start >= 0 && start + length <= buffer.length
        ? Promise.resolve(buffer.subarray(start, start + length))
        : Promise.reject(outOfBounds()),
    close: () => Promise.resolve(),
  };
}

export function outOfBounds(): ArchiveError {
  return new ArchiveError('truncated', 'the file ends before the bytes that its directory points at');
}
