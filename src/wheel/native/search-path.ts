import { posix } from 'node:path';

/** Where an entry of RPATH or RUNPATH leads. */
export type SearchPath =
  /** A folder beside the packages, relative to site-packages; it may belong to another wheel. */
  | { readonly kind: 'installed'; readonly folder: string }
  | { readonly kind: 'absolute'; readonly folder: string }
  /** The current folder of whoever starts the program: an empty entry or one without `$ORIGIN`. */
  | { readonly kind: 'relative' }
  /** Out of site-packages, or with `$LIB` or `$PLATFORM`, or of a member that is not installed there. */
  | { readonly kind: 'unknown' };

const DATA = /^[^/]+\.data\/([^/]+)\//;
const ORIGIN = /^(?:\$ORIGIN|\$\{ORIGIN\}|@loader_path)(?=\/|$)/;

/** Where a member is installed, relative to site-packages; `undefined` where it goes elsewhere (`.data/scripts`, …). */
export function installedPath(member: string): string | undefined {
  const data = DATA.exec(member);
  if (data === null) return member;
  return data[1] === 'platlib' || data[1] === 'purelib' ? member.slice(data[0].length) : undefined;
}

/** @see https://man7.org/linux/man-pages/man8/ld.so.8.html "Dynamic string tokens" */
export function searchPath(entry: string, member: string): SearchPath {
  if (entry.startsWith('/')) return { kind: 'absolute', folder: posix.normalize(entry) };
  const origin = ORIGIN.exec(entry)?.[0];
  if (origin === undefined) {
    return entry.startsWith('$') || entry.startsWith('@') ? { kind: 'unknown' } : { kind: 'relative' };
  }
  const installed = installedPath(member);
  if (installed === undefined || entry.includes('$', 1)) return { kind: 'unknown' };
  const folder = posix.join(posix.dirname(installed), `.${entry.slice(origin.length)}`);
  return folder.startsWith('..')
    ? { kind: 'unknown' }
    : { kind: 'installed', folder: folder.replace(/\/$/, '') };
}

/** Whether a folder is one of these or lies below one. @param prefixes absolute paths */
export function isBelow(folder: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => {
    const base = prefix.replace(/\/+$/, '');
    return folder === base || folder.startsWith(`${base}/`);
  });
}
