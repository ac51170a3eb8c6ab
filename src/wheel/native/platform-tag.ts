import type { NativeHeader, NativeSystem } from './native-member.ts';

/** ELF words that are not what `uname -m` says, so that no platform tag has them. */
const untaggedLinux: ReadonlySet<string> = new Set(['x32', 'armel']);

const windowsTags = new Map([
  ['amd64', 'win_amd64'],
  ['x86', 'win32'],
  ['arm64', 'win_arm64'],
  ['arm32', 'win_arm32'],
]);

/**
 * The tag by the sorted architectures of the file, with the lowest macOS release for which binaries are customarily
 * built: the header does not state it. `universal2` takes 10.9, not the 11.0 of its arm64 half, because that is what
 * CPython's universal2 builds, hence setuptools and cibuildwheel, have written, and pip on arm64 accepts it.
 */
const macosTags = new Map([
  ['x86_64', 'macosx_10_9_x86_64'],
  ['arm64', 'macosx_11_0_arm64'],
  ['arm64 x86_64', 'macosx_10_9_universal2'],
  ['i386', 'macosx_10_6_i386'],
  ['i386 x86_64', 'macosx_10_6_intel'],
]);

/** The prefix that the platforms of a host system have. */
const prefixes: ReadonlyMap<NativeSystem, string> = new Map([
  ['linux', 'linux'],
  ['windows', 'win'],
  ['macos', 'macosx'],
]);

function pairs({ system, architectures }: NativeHeader): string[] {
  const prefix = prefixes.get(system);
  if (prefix === undefined) return [];
  return architectures.map((architecture) =>
    prefix === 'win' && architecture === 'x86' ? 'win32' : `${prefix}_${architecture}`,
  );
}

/**
 * The platform tag that a wheel built for this binary alone would carry; `undefined` where there is none. On Linux it
 * is the `linux_` tag: manylinux and musllinux are promises that a header does not make.
 */
export function suggestPlatformTag(member: NativeHeader): string | undefined {
  const { system, architectures } = member;
  const key = [...architectures].sort().join(' ');
  if (system === 'linux') return untaggedLinux.has(key) ? undefined : `linux_${key}`;
  if (system === 'windows') return windowsTags.get(key);
  return system === 'macos' ? macosTags.get(key) : undefined;
}

/**
 * The platform tags of the machines that the given binaries are for; sorted, each once. A universal Mach-O beside thin
 * ones for its halves is one platform, not two. A machine that no tag names gives its system and architecture. Left out
 * are code for accelerators and other systems, and objects, which do not say where the wheel runs.
 */
export function platformTagsOf(members: readonly NativeHeader[]): string[] {
  const loaded = members.filter(({ kind }) => kind !== 'object');
  const tags = [...new Set(loaded.flatMap((member) => suggestPlatformTag(member) ?? pairs(member)))].sort();
  const universal = tags.find((tag) => /^macosx_.*_(?:universal2|intel)$/.test(tag));
  return universal !== undefined && tags.every((tag) => tag.startsWith('macosx_')) ? [universal] : tags;
}
