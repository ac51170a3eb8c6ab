import { close, constants, fstat, open, read, type Stats } from 'node:fs';
import { promisify } from 'node:util';
import { ArchiveError } from './problem.ts';

/** Random access to the bytes of a wheel, wherever they are. */
export interface ByteSource {
  /** Bytes in all. */
  readonly size: number;
  /** Exactly `length` bytes from `start`. @throws {ArchiveError} where they are not there */
  read(start: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

const openFile = promisify<string, number, number>(open);
const statFile = promisify<number, Stats>(fstat);
const closeFile = promisify<number, void>(close);

/** A named pipe under a wheel's name must not hang the run; Windows has neither pipes in folders nor the flag. */
const readOnly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** @throws {ArchiveError} where the path cannot be opened or is no regular file */
export async function openFileSource(path: string): Promise<ByteSource> {
  const descriptor = await openFile(path, readOnly).catch((error: unknown) => refuse(error));
  const stats = await statFile(descriptor);
  if (!stats.isFile()) {
    await closeFile(descriptor);
    throw new ArchiveError('not-a-file', 'it is not a regular file');
  }
  return {
    size: stats.size,
    read: (start, length) => readFully(descriptor, start, length),
    close: () => closeFile(descriptor),
  };
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

async function readFully(descriptor: number, start: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(length);
  let filled = 0;
  while (filled < length) {
    const count = await readSome(descriptor, buffer, filled, length - filled, start + filled);
    if (count === 0) throw outOfBounds();
    filled += count;
  }
  return buffer;
}

function readSome(descriptor: number, buffer: Buffer, offset: number, length: number, position: number) {
  return new Promise<number>((resolve, reject) => {
    read(descriptor, buffer, offset, length, position, (error, count) => {
      if (error) reject(new ArchiveError('unreadable', reasonOf(error)));
      else resolve(count);
    });
  });
}

function outOfBounds(): ArchiveError {
  return new ArchiveError('truncated', 'the file ends before the bytes that its directory points at');
}

function refuse(error: unknown): never {
  throw new ArchiveError('unreadable', reasonOf(error));
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'ENOENT':
      return 'it is gone, or a link to nothing';
    case 'ELOOP':
      return 'its links go in a circle';
    case 'EISDIR':
      return 'it is a directory';
    default:
      return `the system says ${code === '' ? String(error) : code}`;
  }
}
