const dot = 0x2e;
const slash = 0x2f;

/** What follows the last dot of a member's base name, as it is written; empty where there is no dot. */
export function fileSuffix(member: string): string {
  // A few characters from the end: a search for the dot, and one for the slash, take five times as long.
  for (let at = member.length - 1; at >= 0; at -= 1) {
    const code = member.charCodeAt(at);
    if (code === dot) return member.slice(at + 1);
    if (code === slash) break;
  }
  return '';
}

const LIBRARY_NAME = /\.(?:so(?:\.\d+)*|dylib|dll)$/i;

/** Whether a name is one that loaders look for: `.so`, `.so.1.2`, `.dylib`, `.dll`. */
export function hasLibraryName(member: string): boolean {
  return LIBRARY_NAME.test(member);
}

/** The same and `.pyd`, which loaders do not look for and Python does. */
export function isLibraryFile(member: string): boolean {
  return hasLibraryName(member) || /\.pyd$/i.test(member);
}

/** The last part of a member's name. */
export function baseName(member: string): string {
  return member.slice(member.lastIndexOf('/') + 1);
}
