import { crc32, inflateRawSync } from 'node:zlib';
import { Refused } from '../refused.ts';
import type { PlacedEntry } from './entry.ts';
import { quoteMember } from './quote-member.ts';
import type { SourceFile } from './source-file.ts';

/**
 * The contents of a small member, checked against its size and CRC-32.
 * @param bound bytes past which nothing is inflated
 * @throws {Refused}
 */
export async function readContent(source: SourceFile, entry: PlacedEntry, bound: number): Promise<Buffer> {
  const { size, compressedSize, method } = entry;
  const member = quoteMember(entry.name);
  // Deflate makes what it cannot compress a little longer.
  if (size > bound || compressedSize > bound + bound / 64 + 64)
    throw new Refused(`${member} is too large to be read`);
  const raw = await source.read(entry.dataStart, compressedSize);
  let content = raw;
  if (method === 8) {
    try {
      content = inflateRawSync(raw, { maxOutputLength: size + 1 });
    } catch {
      throw new Refused(`${member} cannot be inflated`);
    }
  }
  if (content.length !== size || crc32(content) !== entry.crc32) throw new Refused(`${member} is damaged`);
  return content;
}
