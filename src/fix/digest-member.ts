import { createHash, type Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { readContent } from './archive/content.ts';
import type { PlacedEntry } from './archive/entry.ts';
import { quoteMember } from './archive/quote-member.ts';
import type { SourceFile } from './archive/source-file.ts';
import type { FileDigest } from './plan/record.ts';
import { Refused } from './refused.ts';

/** Members up to this size are read at once, which is faster; larger ones piece by piece. */
const small = 1024 * 1024;

/** The digest of a member's contents, in bounded memory. @throws {Refused} where it is damaged */
export async function digestMember(
  source: SourceFile,
  entry: PlacedEntry,
  algorithm: string,
): Promise<FileDigest> {
  const hash = createHash(algorithm);
  if (entry.size <= small && entry.compressedSize <= small) {
    hash.update(await readContent(source, entry, small));
  } else {
    await digestPieces(source, entry, hash);
  }
  return { algorithm, digest: hash.digest('base64url'), size: entry.size };
}

async function digestPieces(source: SourceFile, entry: PlacedEntry, hash: Hash): Promise<void> {
  const compressed = Readable.from(pieces(source, entry));
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  const contents: AsyncIterable<Buffer> =
    entry.method === 0 ? compressed : compressed.on('error', (error) => inflate.destroy(error)).pipe(inflate);
  let crc = 0;
  let size = 0;
  try {
    for await (const piece of contents) {
      size += piece.length;
      if (size > entry.size) break;
      crc = crc32(piece, crc);
      hash.update(piece);
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(`${quoteMember(entry.name)} cannot be inflated`);
  }
  if (size !== entry.size || crc !== entry.crc32) throw new Refused(`${quoteMember(entry.name)} is damaged`);
}

async function* pieces(
  source: SourceFile,
  { dataStart, compressedSize }: PlacedEntry,
): AsyncGenerator<Buffer> {
  for (let position = 0; position < compressedSize; position += small) {
    yield await source.read(dataStart + position, Math.min(small, compressedSize - position));
  }
}
