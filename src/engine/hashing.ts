import PQueue from 'p-queue';
import { threadedCalls } from '../wheel/archive/file-calls.ts';
import { type FileStamp, stampOf } from '../wheel/cache/stamp.ts';
import type { WheelCache } from '../wheel/cache/wheel-cache.ts';
import type { HashKind } from '../wheel/hash.ts';
import type { HashPath } from './contest/contests.ts';

/** Files that are hashed at one time; more would not be faster on a disk. */
const hashConcurrency = 2;

/** Bytes; a smaller file is hashed in less time than it takes to open the cache. */
const smallest = 1024 * 1024;

/**
 * Computes hashes of files, a few at a time.
 * @param cache has those of earlier runs
 */
export function hashing(cache?: WheelCache): HashPath {
  const queue = new PQueue({ concurrency: hashConcurrency });
  return (path, kind = 'sha256') =>
    queue.add(async () => {
      const stamp = cache && (await stampOfLarge(path));
      if (cache === undefined || stamp === undefined) return hashNow(path, kind);
      const scope = `hash ${kind}`;
      const known = cache.find(path, scope, stamp);
      if (known !== undefined) return known;
      const hash = await hashNow(path, kind);
      if (hash !== undefined) cache.keep(path, scope, stamp, hash);
      return hash;
    });
}

async function stampOfLarge(path: string): Promise<FileStamp | undefined> {
  const stats = await threadedCalls.statPath(path).catch(() => undefined);
  return stats !== undefined && stats.size >= smallest ? stampOf(stats) : undefined;
}

async function hashNow(path: string, kind: HashKind): Promise<string | undefined> {
  // Most small runs hash nothing, and loading the cryptography takes a tenth of their time.
  const { hashFile } = await import('../wheel/hash.ts');
  return hashFile(path, kind);
}
