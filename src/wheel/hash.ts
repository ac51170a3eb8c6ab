import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { OtherAlgorithm } from '../packaging/file-hash.ts';

/** What indexes give hashes by. */
export type HashKind = 'sha256' | OtherAlgorithm;

/**
 * The hash of a file, lower-case hexadecimal, read as a stream.
 * @returns `undefined` where the file cannot be read; reading its archive reports why
 */
export async function hashFile(path: string, kind: HashKind = 'sha256'): Promise<string | undefined> {
  const hash = createHash(kind);
  try {
    await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}
