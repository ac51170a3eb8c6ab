import type { TagWays } from './model.ts';
import { glibcPlatforms, macPlatforms, muslPlatforms } from './platforms.ts';

/** A machine that wheels are installed on, as far as tags go. */
export type Machine =
  | { readonly system: 'glibc' | 'musl'; readonly architecture: string; readonly minor: number }
  | {
      readonly system: 'macos';
      readonly architecture: 'x86_64' | 'arm64';
      readonly major: number;
      readonly minor: number;
    }
  | { readonly system: 'windows'; readonly tag: string };

/** glibc of the machine where none is said: that of the newest manylinux images, so that no wheel is ruled out by it. */
export const defaultGlibcMinor = 41;

/**
 * Reads a platform as a tag: `linux_x86_64`, `musllinux_1_2_aarch64`, `macosx_14_0_arm64`, `win_amd64`. A manylinux tag
 * stands for a machine with that glibc.
 * @param glibcMinor the Y of glibc 2.Y, for `linux_*`
 * @returns `undefined` for what no installer runs on
 */
export function parseMachine(text: string, glibcMinor = defaultGlibcMinor): Machine | undefined {
  const musl = /^musllinux_1_(\d+)_(\w+)$/.exec(text);
  if (musl?.[2] !== undefined) return { system: 'musl', architecture: musl[2], minor: Number(musl[1]) };
  const manylinux = /^manylinux_2_(\d+)_(\w+)$/.exec(text);
  if (manylinux?.[2] !== undefined) {
    return { system: 'glibc', architecture: manylinux[2], minor: Number(manylinux[1]) };
  }
  const linux = /^linux_(\w+)$/.exec(text);
  if (linux?.[1] !== undefined) return { system: 'glibc', architecture: linux[1], minor: glibcMinor };
  const mac = /^macosx_(\d+)_(\d+)_(x86_64|arm64)$/.exec(text);
  if (mac) {
    const architecture = mac[3] === 'arm64' ? 'arm64' : 'x86_64';
    return { system: 'macos', architecture, major: Number(mac[1]), minor: Number(mac[2]) };
  }
  return /^win(?:32|_amd64|_arm64)$/.test(text) ? { system: 'windows', tag: text } : undefined;
}

/** What changes the platform tags that a machine accepts. */
export interface PlatformWays extends TagWays {
  /** `false` where a `_manylinux.py` refuses manylinux. */
  readonly manylinux: boolean;
}

/** Platform tags that a machine accepts, best first. */
export function platformTags(machine: Machine, ways: PlatformWays): string[] {
  const tags = installedTags(machine, ways);
  return ways.localTags ? [...tags.filter(isNative).map((tag) => `local_${tag}`), ...tags] : tags;
}

/** The draft's `<platform>` is the one that PEP 425 computes, which is no promise about other machines. */
function isNative(tag: string): boolean {
  return !/^(?:many|musl)linux/.test(tag);
}

function installedTags(machine: Machine, { manylinux, linuxFirst, legacyTags }: PlatformWays): string[] {
  if (machine.system === 'windows') return [machine.tag];
  if (machine.system === 'macos') return macPlatforms(machine.major, machine.minor, machine.architecture);
  const { architecture, minor } = machine;
  const tags =
    machine.system === 'musl' ? muslPlatforms(minor, architecture) : glibcPlatforms(minor, architecture);
  const promises = tags.slice(0, -1).filter((tag) => {
    if (tag.startsWith('manylinux') && !manylinux) return false;
    return !legacyTags || /^manylinux\d/.test(tag);
  });
  const native = `linux_${architecture}`;
  return linuxFirst ? [native, ...promises] : [...promises, native];
}

/** A machine by its platform tag; `linux_x86_64` where the glibc is the default. */
export function formatMachine(machine: Machine): string {
  switch (machine.system) {
    case 'glibc':
      return machine.minor === defaultGlibcMinor
        ? `linux_${machine.architecture}`
        : `manylinux_2_${machine.minor}_${machine.architecture}`;
    case 'musl':
      return `musllinux_1_${machine.minor}_${machine.architecture}`;
    case 'macos':
      return `macosx_${machine.major}_${machine.minor}_${machine.architecture}`;
    case 'windows':
      return machine.tag;
  }
}
