import { keywords } from '../../packaging/python-keywords.ts';
import { WordBytes } from './word-bytes.ts';

const wordBytes = Uint8Array.from({ length: 256 }, (_, byte) =>
  /\w/.test(String.fromCharCode(byte)) ? 1 : 0,
);

const keywordBytes = new WordBytes(keywords);

/** Whether bytes are surely the name of a module: letters of ASCII, digits behind the first, underscores, no keyword. */
export function isPlainModule(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] ?? 0;
  if (start >= end || (first >= 0x30 && first <= 0x39)) return false;
  for (let at = start; at < end; at += 1) if (wordBytes[bytes[at] ?? 0] === 0) return false;
  return !keywordBytes.has(bytes, start, end);
}

/** Whether bytes end with `.py`. */
export function isSource(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start >= 3 && bytes[end - 3] === 0x2e && bytes[end - 2] === 0x70 && bytes[end - 1] === 0x79;
}
