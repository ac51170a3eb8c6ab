import type { DigestFault } from './faults.ts';

/** A hash algorithm under the name that RECORD has for it, which is Python's. */
export interface Algorithm {
  /** What OpenSSL, and with it Node, calls it. */
  readonly openssl: string;
  /** Bytes of a digest. */
  readonly length: number;
  /** Weaker than sha256, the least that a wheel may use. */
  readonly isWeak: boolean;
}

const sha256: Algorithm = { openssl: 'sha256', length: 32, isWeak: false };

/** @see https://docs.python.org/3/library/hashlib.html#hashlib.algorithms_guaranteed without those of no fixed length */
export const algorithms: ReadonlyMap<string, Algorithm> = new Map([
  ['sha256', sha256],
  ['sha384', { openssl: 'sha384', length: 48, isWeak: false }],
  ['sha512', { openssl: 'sha512', length: 64, isWeak: false }],
  ['sha3_256', { openssl: 'sha3-256', length: 32, isWeak: false }],
  ['sha3_384', { openssl: 'sha3-384', length: 48, isWeak: false }],
  ['sha3_512', { openssl: 'sha3-512', length: 64, isWeak: false }],
  ['blake2b', { openssl: 'blake2b512', length: 64, isWeak: false }],
  ['blake2s', { openssl: 'blake2s256', length: 32, isWeak: false }],
  ['sha224', { openssl: 'sha224', length: 28, isWeak: true }],
  ['sha3_224', { openssl: 'sha3-224', length: 28, isWeak: true }],
  ['sha1', { openssl: 'sha1', length: 20, isWeak: true }],
  ['md5', { openssl: 'md5', length: 16, isWeak: true }],
]);

/** The length of a sha256 in base64 without padding. */
export const sha256Length = 43;

/** By character code: whether it is one of URL-safe base64. */
const isUrlSafe = new Uint8Array(128);
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
  isUrlSafe[character.charCodeAt(0)] = 1;

export function isBase64Url(text: string, start: number, end: number): boolean {
  for (let position = start; position < end; position += 1) {
    if (isUrlSafe[text.charCodeAt(position)] !== 1) return false;
  }
  return true;
}

/** The same of a text that is held as bytes, for digests by the hundred thousand. */
export function isBase64UrlBytes(bytes: Uint8Array, start: number, end: number): boolean {
  let isSafe = 1;
  for (let position = start; position < end; position += 1) {
    isSafe &= isUrlSafe[bytes[position] ?? 0] ?? 0;
  }
  return isSafe === 1;
}

/** How a digest is written, and what it is in URL-safe base64 without padding, where that can be told. */
export interface DigestText {
  readonly fault: DigestFault | undefined;
  readonly digest: string | undefined;
}

/** @param length bytes of the algorithm's digests */
export function readDigest(text: string, length: number): DigestText {
  const usual = Math.ceil((length * 4) / 3);
  if (text.length === usual && isBase64Url(text, 0, usual)) return { fault: undefined, digest: text };
  if (text.length === length * 2 && /^[\da-f]+$/i.test(text)) {
    return { fault: 'hex', digest: Buffer.from(text, 'hex').toString('base64url') };
  }
  const padding = '='.repeat(Math.ceil(length / 3) * 4 - usual);
  const bare = text.endsWith(padding) ? text.slice(0, text.length - padding.length) : text;
  const digest = bare.replaceAll('+', '-').replaceAll('/', '_');
  if (digest.length !== usual || !isBase64Url(digest, 0, usual)) {
    return { fault: 'unreadable-digest', digest: undefined };
  }
  return { fault: digest === bare ? 'padded' : 'alphabet', digest };
}
