import type { Folder } from './layout.ts';

/** Files with characters in their paths that not every system and script can do with, in the order of the archive. */
export interface OddNames {
  readonly nonAscii: readonly string[];
  readonly spaced: readonly string[];
}

export function findOddNames(folders: readonly Folder[]): OddNames {
  const nonAscii: string[] = [];
  const spaced: string[] = [];
  for (const { path, files } of folders) {
    const isOddFolder = !isPlain(path, 0);
    for (const { name } of files) {
      if (!isOddFolder && isPlain(name, path.length)) continue;
      if (!isAscii(name)) nonAscii.push(name);
      if (name.includes(' ')) spaced.push(name);
    }
  }
  return { nonAscii, spaced };
}

/** Whether all characters are ASCII and none is a space. */
function isPlain(text: string, start: number): boolean {
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x20 || code > 0x7f) return false;
  }
  return true;
}

function isAscii(text: string): boolean {
  return !/[^\x00-\x7f]/.test(text);
}
