import { buildFolder, eggInfo, fileMarks, folderMarks, suffixMarks } from './mark-words.ts';
import { WordBytes } from './word-bytes.ts';

const dot = 0x2e;
const underscore = 0x5f;
const tilde = 0x7e;

const folders = new WordBytes([...folderMarks.keys(), buildFolder]);
const files = new WordBytes(fileMarks.keys());
const suffixes = new WordBytes(suffixMarks.keys());
const suffixLengths = [...new Set(Array.from(suffixMarks.keys(), ({ length }) => length))];

/** Whether a folder of this name may have a mark. */
export function mayBeMarkedFolder(bytes: Uint8Array, start: number, end: number): boolean {
  return folders.has(bytes, start, end) || endsWithEggInfo(bytes, start, end);
}

function endsWithEggInfo(bytes: Uint8Array, start: number, end: number): boolean {
  const from = end - eggInfo.length;
  if (from < start || bytes[from] !== dot) return false;
  for (let at = 0; at < eggInfo.length; at += 1) {
    if (bytes[from + at] !== eggInfo.charCodeAt(at)) return false;
  }
  return true;
}

/** Whether a file of this name, without its folder, may have a mark. */
export function mayBeMarkedFile(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[end - 1] === tilde || (bytes[start] === dot && bytes[start + 1] === underscore)) return true;
  if (files.has(bytes, start, end)) return true;
  for (const length of suffixLengths) {
    const at = end - length;
    if (at > start && bytes[at - 1] === dot && suffixes.has(bytes, at, end)) return true;
  }
  return false;
}
