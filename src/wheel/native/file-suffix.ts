/** What follows the last dot of a member's base name, as it is written; empty where there is no dot. */
export function fileSuffix(member: string): string {
  const dot = member.lastIndexOf('.');
  return dot > member.lastIndexOf('/') ? member.slice(dot + 1) : '';
}

const LIBRARY_NAME = /\.(?:so(?:\.\d+)*|dylib|dll)$/i;

/** Whether a name is one that loaders look for: `.so`, `.so.1.2`, `.dylib`, `.dll`. */
export function hasLibraryName(member: string): boolean {
  return LIBRARY_NAME.test(member);
}

/** The last part of a member's name. */
export function baseName(member: string): string {
  return member.slice(member.lastIndexOf('/') + 1);
}
