import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { inflate } from './content.ts';
import type { Member } from './directory.ts';
import { localHeaderLength } from './framing/local-header.ts';
import { signatures } from './framing/signatures.ts';
import { ArchiveError } from './problem.ts';
import type { Window } from './window.ts';

/** Members up to this size are inflated in one call, which takes less than handing them to another thread. */
const atOnce = 256 * 1024;
const chunkSize = 256 * 1024;
const pieceLength = 512 * 1024;

/**
 * Gives the content of a member in parts, and never more of it than the directory states.
 * @param member stored or deflated, not encrypted
 * @throws {ArchiveError} where it is not what the directory states
 */
export async function readContent(
  window: Window,
  member: Member,
  onPart: (part: Buffer) => void,
): Promise<void> {
  const start = await dataStart(window, member);
  const { method, size, compressedSize, name } = member;
  let length = 0;
  const take = (part: Buffer): void => {
    length += part.length;
    if (length > size) throw new ArchiveError('lying-size', `it states ${size} bytes and has more`, name);
    onPart(part);
  };
  const pieces = () => piecesOf(window, start, start + compressedSize);
  if (method === 0) for await (const piece of pieces()) take(piece);
  else if (size <= atOnce && compressedSize <= atOnce) {
    take(inflate(await window.get(start, compressedSize), member));
  } else await inflateInParts(pieces(), member, take);
  if (length !== size)
    throw new ArchiveError('lying-size', `it states ${size} bytes and has ${length}`, name);
}

async function dataStart(window: Window, { offset, compressedSize, name }: Member): Promise<number> {
  if (offset + localHeaderLength > window.fileSize) throw pastTheEnd(name);
  const header = await window.get(offset, localHeaderLength);
  if (header.readUInt32LE(0) !== signatures.localHeader) {
    throw new ArchiveError('damaged', 'its local header is not where the directory says', name);
  }
  const start = offset + localHeaderLength + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (start + compressedSize > window.fileSize) throw pastTheEnd(name);
  return start;
}

function pastTheEnd(name: string): ArchiveError {
  return new ArchiveError('damaged', 'the directory points past the end of the file', name);
}

async function* piecesOf(window: Window, start: number, end: number): AsyncGenerator<Buffer> {
  for (let position = start; position < end; position += pieceLength) {
    yield await window.get(position, Math.min(pieceLength, end - position));
  }
}

/** In another thread, so that a second processor inflates while this one hashes. */
async function inflateInParts(
  pieces: AsyncIterable<Buffer>,
  { name }: Member,
  take: (part: Buffer) => void,
): Promise<void> {
  try {
    await pipeline(pieces, createInflateRaw({ chunkSize }), async (parts: AsyncIterable<Buffer>) => {
      for await (const part of parts) take(part);
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new ArchiveError('damaged', 'its compressed data cannot be inflated', name);
    }
    throw error;
  }
}
