import { type ByteSource, outOfBounds } from './byte-source.ts';
import { type FileCalls, threadedCalls } from './file-calls.ts';
import { ArchiveError } from './problem.ts';
import { borrowMemory, memoryLength, returnMemory } from './read-memory.ts';

/** @throws {ArchiveError} where the path cannot be opened or is no regular file */
export async function openFileSource(path: string, calls: FileCalls = threadedCalls): Promise<ByteSource> {
  const descriptor = await calls.open(path).catch(refuse);
  const stats = await calls.stat(descriptor);
  if (!stats.isFile()) {
    await calls.close(descriptor);
    throw new ArchiveError('not-a-file', 'it is not a regular file');
  }
  const borrowed: Buffer[] = [];
  return {
    size: stats.size,
    mode: stats.mode & 0o777,
    read: (start, length, memory) =>
      readFully(calls, descriptor, start, memory?.subarray(0, length) ?? memoryFor(length, borrowed)),
    close: () => {
      returnMemory(borrowed);
      return calls.close(descriptor);
    },
  };
}

/** What a usual wheel takes; one with thousands of small reads must not hold as many long stretches until it is closed. */
const mostBorrowed = 8;

function memoryFor(length: number, borrowed: Buffer[]): Buffer {
  if (length > memoryLength || borrowed.length >= mostBorrowed) return Buffer.allocUnsafeSlow(length);
  const memory = borrowMemory();
  borrowed.push(memory);
  return memory.subarray(0, length);
}

async function readFully(
  calls: FileCalls,
  descriptor: number,
  start: number,
  buffer: Buffer,
): Promise<Buffer> {
  const { length } = buffer;
  let filled = 0;
  while (filled < length) {
    const count = await calls.read(descriptor, buffer, filled, length - filled, start + filled).catch(refuse);
    if (count === 0) throw outOfBounds();
    filled += count;
  }
  return buffer;
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
