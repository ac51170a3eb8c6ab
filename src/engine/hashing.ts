import PQueue from 'p-queue';
import type { HashPath } from './contest/contests.ts';

/** Files that are hashed at one time; more would not be faster on a disk. */
const hashConcurrency = 2;

/** Computes hashes of files, a few at a time. */
export function hashing(): HashPath {
  const queue = new PQueue({ concurrency: hashConcurrency });
  return (path, kind) =>
    queue.add(async () => {
      // Most small runs hash nothing, and loading the cryptography takes a tenth of their time.
      const { hashFile } = await import('../wheel/hash.ts');
      return hashFile(path, kind);
    });
}
