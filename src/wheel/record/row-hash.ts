import { algorithms, readDigest } from './digest-text.ts';
import type { DigestFault } from './faults.ts';
import type { StatedDigest } from './review.ts';

/** What the second field of a row says. */
export interface RowHash {
  readonly fault: DigestFault | 'weak-algorithm' | 'unknown-algorithm' | undefined;
  /** What is at fault: the name of the algorithm, or the text that should be a digest. */
  readonly detail: string;
  /** Where it can be told. */
  readonly digest: StatedDigest | undefined;
}

/** @param text not empty: `sha256=` and a digest */
export function readRowHash(text: string): RowHash {
  const equals = text.indexOf('=');
  if (equals === -1) return { fault: 'no-algorithm', detail: text, digest: undefined };
  const name = text.slice(0, equals);
  const written = text.slice(equals + 1);
  const algorithm = algorithms.get(name);
  if (algorithm === undefined) return { fault: 'unknown-algorithm', detail: name, digest: undefined };
  const { fault, digest } = readDigest(written, algorithm.length);
  const stated = digest === undefined ? undefined : { algorithm: algorithm.openssl, digest };
  // A weak digest that is badly written is replaced all the same.
  return algorithm.isWeak
    ? { fault: 'weak-algorithm', detail: name, digest: stated }
    : { fault, detail: written, digest: stated };
}
