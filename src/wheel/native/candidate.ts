import { fileSuffix, hasLibraryName } from './file-suffix.ts';
import { inertSuffixes } from './inert-suffixes.ts';

/** Bytes of the shortest header that is recognised: `struct mach_header`, or a `fat_header` with one `fat_arch`. */
const SMALLEST_HEADER = 28;

/** Suffixes of native files besides those of libraries. */
const nativeSuffixes: ReadonlySet<string> = new Set(['pyd', 'exe', 'node', 'jnilib', 'bundle']);

const DIST_INFO = '.dist-info/';

/**
 * Whether a member is worth opening to look for native code: a cheap test on its name and size, wrong only in being
 * too generous, save for native code under the name of a text, an image and the like.
 * @param size uncompressed, in bytes
 */
export function mayBeNative(name: string, size: number): boolean {
  if (size < SMALLEST_HEADER || name.endsWith('/')) return false;
  const written = fileSuffix(name);
  if (inertSuffixes.has(written)) return false;
  const suffix = written.toLowerCase();
  if (inertSuffixes.has(suffix)) return false;
  return !name.includes(DIST_INFO) || nativeSuffixes.has(suffix) || hasLibraryName(name);
}
