import { constants, crc32, inflateRawSync } from 'node:zlib';
import { headLength } from '../native/identify.ts';
import type { Member } from './directory.ts';
import type { Extents, Range } from './extents.ts';
import { localHeaderLength } from './framing/local-header.ts';
import { signatures } from './framing/signatures.ts';
import { ArchiveError } from './problem.ts';

/** Local extra fields may be longer than the directory's (timestamps, alignment). */
const headerSlack = 64;
/**
 * Compressed bytes that are looked at for a member's first bytes. Deflate makes at most 1,032 bytes out of one, so no
 * member can inflate to more than about 1 MiB here.
 */
const headCompressed = 1024;
/** More than they can make. */
const maxHead = 2 * 1024 * 1024;
/** They hardly ever make more than this. */
const usualHead = 64 * 1024;
/** Where they do, the first few of them, which make about as much. */
const firstCompressed = 64;
/** More than this is not set aside because a directory says so. */
const maxChunk = 1024 * 1024;

/** The stretch of the file that holds a whole member. */
export function memberRange(member: Member): Range {
  return { start: member.offset, end: dataStartGuess(member) + member.compressedSize };
}

/** The stretch of the file that holds a member's first bytes. */
export function headRange(member: Member): Range {
  return {
    start: member.offset,
    end: dataStartGuess(member) + Math.min(member.compressedSize, headCompressed),
  };
}

function dataStartGuess({ offset, headerLength }: Member): number {
  return offset + localHeaderLength + headerLength + headerSlack;
}

/**
 * The contents of a member, checked against its stated size and CRC-32.
 * @param bound bytes past which nothing is inflated
 * @throws {ArchiveError}
 */
export async function readMember(extents: Extents, member: Member, bound: number): Promise<Buffer> {
  const { name, size, compressedSize } = member;
  if (size > bound || compressedSize > bound) {
    throw new ArchiveError(
      'too-large',
      `it states ${size} bytes, more than the ${bound} that are read`,
      name,
    );
  }
  refuseUnreadable(member);
  const raw = await readRaw(extents, member, compressedSize);
  const content = member.method === 0 ? raw : inflate(raw, member);
  if (content.length !== size) {
    throw new ArchiveError('lying-size', `it states ${size} bytes and inflates to ${content.length}`, name);
  }
  if (crc32(content) !== member.crc32) throw new ArchiveError('damaged', 'its checksum is wrong', name);
  return content;
}

/** The first bytes of a member, as many as {@link headCompressed} make; `undefined` where they cannot be read. */
export async function readHead(extents: Extents, member: Member): Promise<Buffer | undefined> {
  if (member.encrypted || (member.method !== 0 && member.method !== 8)) return undefined;
  const raw = await readRaw(extents, member, Math.min(member.compressedSize, headCompressed));
  if (member.method === 0) return raw;
  const usual = inflateStart(raw, usualHead);
  if (usual !== undefined) return usual;
  // Zeros that were made to cost time are enough after a few bytes.
  const start = inflateStart(raw.subarray(0, firstCompressed));
  return start !== undefined && start.length < headLength ? inflateStart(raw) : start;
}

/** Of code, deflate makes two to four bytes out of one; what makes more is not worth a quick look. */
const quickRatio = 64;

/**
 * What the first bytes of a member inflate to; `undefined` where they cannot be read, or make far more than code does.
 * @param length of these bytes, compressed
 */
export async function readStart(
  extents: Extents,
  member: Member,
  length: number,
): Promise<Buffer | undefined> {
  if (member.encrypted || (member.method !== 0 && member.method !== 8)) return undefined;
  const held = extents.fork();
  await held.load([{ start: member.offset, end: dataStartGuess(member) + length }]);
  const raw = await readRaw(held, member, Math.min(member.compressedSize, length));
  return member.method === 0 ? raw : inflateStart(raw, length * quickRatio, length * 4);
}

function inflateStart(raw: Buffer, maxOutputLength = maxHead, chunkSize = headLength): Buffer | undefined {
  try {
    return inflateRawSync(raw, {
      finishFlush: constants.Z_SYNC_FLUSH,
      chunkSize,
      maxOutputLength,
    });
  } catch {
    return undefined;
  }
}

function refuseUnreadable({ encrypted, method, name }: Member): void {
  if (encrypted) throw new ArchiveError('encrypted', 'it is encrypted', name);
  if (method !== 0 && method !== 8) {
    throw new ArchiveError(
      'compression',
      `it is compressed with method ${method}, not stored or deflated`,
      name,
    );
  }
}

async function readRaw(extents: Extents, member: Member, length: number): Promise<Buffer> {
  return need(extents, member, await localDataStart(extents, member), length);
}

/** Where the bytes of a member begin in the file. @throws {ArchiveError} where there is no local header */
export async function localDataStart(extents: Extents, member: Member): Promise<number> {
  const header = await need(extents, member, member.offset, localHeaderLength);
  if (header.readUInt32LE(0) !== signatures.localHeader) {
    throw new ArchiveError('damaged', 'its local header is not where the directory says', member.name);
  }
  return member.offset + localHeaderLength + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function need(extents: Extents, member: Member, start: number, length: number): Promise<Buffer> {
  if (start + length > extents.size) {
    throw new ArchiveError('damaged', 'the directory points past the end of the file', member.name);
  }
  const held = extents.get(start, length);
  if (held !== undefined) return held;
  await extents.load([{ start, end: start + length }]);
  return extents.get(start, length) ?? Buffer.alloc(0);
}

/** All of a deflated member, and no more than it states. @throws {ArchiveError} */
export function inflate(raw: Buffer, { name, size }: Member): Buffer {
  try {
    // One byte more than stated is enough to know that the size is a lie; in one chunk there is nothing to join.
    const room = size + 1;
    return inflateRawSync(raw, {
      maxOutputLength: room,
      chunkSize: Math.min(Math.max(room, constants.Z_MIN_CHUNK), maxChunk),
    });
  } catch (error) {
    if (error instanceof RangeError) {
      throw new ArchiveError('lying-size', `it states ${size} bytes and inflates to more`, name);
    }
    throw new ArchiveError('damaged', 'its compressed data cannot be inflated', name);
  }
}
