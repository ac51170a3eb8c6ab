import type { MarkerEnvironment } from './marker.ts';

/** What a wheel's platform tags say about marker variables; empty for `any` and for tags of several systems. */
export function markerEnvironmentOf(platforms: readonly string[]): MarkerEnvironment {
  const [first, ...others] = platforms.map(environmentOf);
  if (first === undefined || others.some((other) => other?.sys_platform !== first.sys_platform)) return {};
  const { platform_machine, ...system } = first;
  const isOneMachine = others.every((other) => other?.platform_machine === platform_machine);
  return isOneMachine ? first : system;
}

function environmentOf(platform: string): MarkerEnvironment | undefined {
  if (/^(?:many|musl)?linux/.test(platform)) {
    return { sys_platform: 'linux', platform_system: 'Linux', os_name: 'posix', ...machine(platform) };
  }
  if (platform.startsWith('win')) return { sys_platform: 'win32', platform_system: 'Windows', os_name: 'nt' };
  if (platform.startsWith('macosx'))
    return { sys_platform: 'darwin', platform_system: 'Darwin', os_name: 'posix' };
  return undefined;
}

function machine(platform: string): MarkerEnvironment {
  const found = /_(x86_64|aarch64|ppc64le|s390x|riscv64|loongarch64|i686|armv7l)$/.exec(platform)?.[1];
  return found === undefined ? {} : { platform_machine: found };
}
