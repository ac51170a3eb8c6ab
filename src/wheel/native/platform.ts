import type { NativeMember } from './native-member.ts';

/** What a platform tag says of the machines that get the wheel. */
export interface Platform {
  readonly tag: string;
  readonly system: 'linux' | 'windows' | 'macos';
  /** Architectures of {@link NativeMember} that run there. */
  readonly architectures: readonly string[];
  /** Whether every one of them must be served, as `universal2` promises; otherwise one is enough. */
  readonly all: boolean;
}

/**
 * ELF words that a Linux tag takes. Older ARM tags take soft and hard float, because the header does not tell ARMv6 and
 * a distribution may be built for either; the manylinux and musllinux ones are hard float.
 */
const linuxWords: ReadonlyMap<string, readonly string[]> = new Map([
  ['i386', ['i686']],
  ['i486', ['i686']],
  ['i586', ['i686']],
  ['armv5l', ['armel', 'armv7l']],
  ['armv5tel', ['armel', 'armv7l']],
  ['armv6l', ['armel', 'armv7l']],
  ['armv8l', ['armv7l', 'aarch64']],
  ['mips64el', ['mips64']],
  ['mipsel', ['mips']],
]);

const knownLinux: ReadonlySet<string> = new Set(
  'x86_64 i686 aarch64 aarch64_be armv7l ppc ppc64 ppc64le s390x riscv64 loongarch64 mips mips64 sparc64'.split(
    ' ',
  ),
);

const androidWords: ReadonlyMap<string, readonly string[]> = new Map([
  ['arm64_v8a', ['aarch64']],
  ['armeabi_v7a', ['armel', 'armv7l']],
  ['x86_64', ['x86_64']],
  ['x86', ['i686']],
]);

const windowsWords: ReadonlyMap<string, string> = new Map([
  ['win32', 'x86'],
  ['win_amd64', 'amd64'],
  ['win_arm64', 'arm64'],
  ['win_arm32', 'arm32'],
]);

const macosGroups: ReadonlyMap<string, readonly string[]> = new Map([
  ['universal2', ['x86_64', 'arm64']],
  ['intel', ['i386', 'x86_64']],
  ['fat', ['i386', 'ppc']],
  ['fat3', ['i386', 'ppc', 'x86_64']],
  ['fat64', ['ppc64', 'x86_64']],
  ['universal', ['i386', 'ppc', 'ppc64', 'x86_64']],
  ...['x86_64', 'arm64', 'i386', 'ppc', 'ppc64'].map((word): [string, string[]] => [word, [word]]),
]);

const LINUX = /^(?:linux|manylinux(?:1|2010|2014|_\d+_\d+)|musllinux_\d+_\d+)_(\w+)$/;
const ANDROID = /^android_\d+_(\w+)$/;
const MACOS = /^macosx_\d+_\d+_(\w+)$/;
const IOS = /^ios_\d+_\d+_(arm64|x86_64)_\w+$/;

/** `undefined` for `any`, for systems whose binaries are not read (WebAssembly, BSD) and for unknown machines. */
export function platformOf(tag: string): Platform | undefined {
  const windows = windowsWords.get(tag);
  if (windows !== undefined) return { tag, system: 'windows', architectures: [windows], all: false };
  const linux = LINUX.exec(tag)?.[1];
  if (linux !== undefined) return linuxPlatform(tag, linux);
  const android = androidWords.get(ANDROID.exec(tag)?.[1] ?? '');
  if (android !== undefined) return { tag, system: 'linux', architectures: android, all: false };
  const group = MACOS.exec(tag)?.[1];
  const macos = group === undefined ? undefined : macosGroups.get(group);
  if (macos !== undefined) {
    return { tag, system: 'macos', architectures: macos, all: group === 'universal2' };
  }
  const ios = IOS.exec(tag)?.[1];
  return ios === undefined ? undefined : { tag, system: 'macos', architectures: [ios], all: false };
}

function linuxPlatform(tag: string, word: string): Platform | undefined {
  const isArm7 = word === 'armv7l' && tag.startsWith('linux_');
  const words = isArm7 ? ['armv7l', 'armel'] : linuxWords.get(word);
  if (words !== undefined) return { tag, system: 'linux', architectures: words, all: false };
  return knownLinux.has(word) ? { tag, system: 'linux', architectures: [word], all: false } : undefined;
}

/** Processors that run programs, though not libraries, of another. */
const emulated: ReadonlyMap<string, readonly string[]> = new Map([
  ['linux x86_64', ['i686', 'x32']],
  ['linux aarch64', ['armv7l', 'armel']],
  // Static programs, Go's for example, do not care how others pass floating-point numbers.
  ['linux armv7l', ['armel']],
  ['windows amd64', ['x86']],
  ['windows arm64', ['x86', 'amd64', 'arm32']],
  ['macos arm64', ['x86_64']],
  ['macos x86_64', ['i386']],
]);

/** Whether machines with this tag can load the member, or run it where it is a program. */
export function runsOn(member: NativeMember, { system, architectures }: Platform): boolean {
  if (member.system !== system) return false;
  if (member.architectures.some((word) => architectures.includes(word))) return true;
  if (member.kind !== 'executable') return false;
  return architectures.some((host) =>
    emulated.get(`${system} ${host}`)?.some((word) => member.architectures.includes(word)),
  );
}
