import type { Layout } from './layout.ts';

/** Files with characters in their paths that not every system and script can do with, in the order of the archive. */
export interface OddNames {
  readonly nonAscii: readonly string[];
  readonly spaced: readonly string[];
}

const known = new WeakMap<Layout, OddNames>();

/** Made once for a wheel, by the first rule that asks. */
export function oddNamesIn(layout: Layout): OddNames {
  const found = known.get(layout) ?? findOddNames(layout);
  known.set(layout, found);
  return found;
}

function findOddNames(layout: Layout): OddNames {
  const nonAscii: string[] = [];
  const spaced: string[] = [];
  for (const { path, files } of layout.values()) {
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
