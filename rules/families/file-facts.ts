import type { OtherHash } from '../../src/packaging/file-hash.ts';

/** What is known of a file without reading it. */
export interface FileHashes {
  readonly sha256: string | undefined;
  readonly otherHash?: OtherHash | undefined;
}

/** `{ sha256: "…" }`, or of the kind that there is instead; with a prefix `{ indexSha256: "…" }`. */
export function hashesOf({ sha256, otherHash }: FileHashes, prefix = ''): Record<string, string> {
  const hashes = [
    ...(sha256 === undefined ? [] : [['sha256', sha256] as const]),
    ...(otherHash === undefined ? [] : [[otherHash.algorithm, otherHash.hex] as const]),
  ];
  return Object.fromEntries(
    hashes.map(([kind, hex]) => [prefix === '' ? kind : prefix + capital(kind), hex]),
  );
}

/** @param size bytes */
export function describeFile(size: number | undefined, hashes: FileHashes): string {
  const parts = [
    ...(size === undefined ? [] : [`${size} bytes`]),
    ...Object.entries(hashesOf(hashes)).map(([kind, hex]) => `${kind} ${hex}`),
  ];
  return parts.length > 0 ? parts.join(', ') : 'size and hash unknown';
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
