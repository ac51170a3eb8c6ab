/**
 * What pip takes from a link beside sha256, the hardest to forge first.
 * @see https://github.com/pypa/pip/blob/26.0/src/pip/_internal/models/link.py `_SUPPORTED_HASHES`
 */
const DIGITS = { sha512: 128, sha384: 96, sha224: 56, sha1: 40, md5: 32 } as const;

export type OtherAlgorithm = keyof typeof DIGITS;

/** A hash of another kind than sha256, from an index that gives no sha256. */
export interface OtherHash {
  readonly algorithm: OtherAlgorithm;
  /** Lower-case hexadecimal. */
  readonly hex: string;
}

export const otherAlgorithms: readonly OtherAlgorithm[] = ['sha512', 'sha384', 'sha224', 'sha1', 'md5'];

/** The hardest to forge of those given. @param claim what an index says to be the digest of a kind */
export function otherHash(claim: (algorithm: OtherAlgorithm) => unknown): OtherHash | undefined {
  for (const algorithm of otherAlgorithms) {
    const hex = claim(algorithm);
    if (typeof hex === 'string' && isDigest(hex, DIGITS[algorithm])) {
      return { algorithm, hex: hex.toLowerCase() };
    }
  }
  return undefined;
}

/** As `md5=…`; a link's fragment has it like this. */
export function hashText({ algorithm, hex }: OtherHash): string {
  return `${algorithm}=${hex}`;
}

/** The hash in a text or fragment; `undefined` where there is none of a known kind. */
export function hashOfText(text: string): OtherHash | undefined {
  return otherHash((algorithm) => fragmentValue(text, algorithm));
}

/** The value behind `name=` in the fragment of a link, as pip finds it. */
export function fragmentValue(fragment: string, name: string): string | undefined {
  for (const part of fragment.replace(/^#/, '').split('&')) {
    if (part.startsWith(`${name}=`)) return part.slice(name.length + 1);
  }
  return undefined;
}

function isDigest(text: string, digits: number): boolean {
  return text.length === digits && /^[0-9a-f]+$/i.test(text);
}
