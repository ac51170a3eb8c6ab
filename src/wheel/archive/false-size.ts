import type { Member } from './directory.ts';

/** Deflate makes no more than this out of a byte. */
const maxDeflateRatio = 1032;
const slash = 0x2f;

/** What is impossible about the sizes that the directory states of a member that is not encrypted. */
export type FalseSize = 'stored' | 'deflated' | 'folder';

export function falseSizeOf({
  name,
  method,
  encrypted,
  size,
  compressedSize,
}: Member): FalseSize | undefined {
  if (encrypted) return undefined;
  if (size > 0 && name.charCodeAt(name.length - 1) === slash) return 'folder';
  if (method === 0) return size === compressedSize ? undefined : 'stored';
  return method === 8 && size > compressedSize * maxDeflateRatio ? 'deflated' : undefined;
}
