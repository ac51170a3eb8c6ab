import { describe, expect, it } from 'vitest';
import { markerEnvironmentOf } from '../../src/packaging/platform-marker.ts';

const linux = { sys_platform: 'linux', platform_system: 'Linux', os_name: 'posix' };
const windows = { sys_platform: 'win32', platform_system: 'Windows', os_name: 'nt' };
const mac = { sys_platform: 'darwin', platform_system: 'Darwin', os_name: 'posix' };

describe('markerEnvironmentOf', () => {
  it.each([
    [['linux_x86_64'], { ...linux, platform_machine: 'x86_64' }],
    [['manylinux_2_17_aarch64', 'manylinux2014_aarch64'], { ...linux, platform_machine: 'aarch64' }],
    [['musllinux_1_2_ppc64le'], { ...linux, platform_machine: 'ppc64le' }],
    [['linux_armv6l'], linux],
    [['win_amd64'], windows],
    [['win32', 'win_arm64'], windows],
    [['macosx_11_0_arm64', 'macosx_10_9_x86_64'], mac],
  ])('knows of %j', (platforms, environment) => {
    expect(markerEnvironmentOf(platforms)).toEqual(environment);
  });

  it.each([
    [['any']],
    [[]],
    [['linux_x86_64', 'win_amd64']],
    [['any', 'linux_x86_64']],
    [['ios_13_0_arm64']],
  ])('knows nothing of %j', (platforms) => {
    expect(markerEnvironmentOf(platforms)).toEqual({});
  });

  it('does not name one machine where the tags are for several', () => {
    expect(markerEnvironmentOf(['linux_x86_64', 'linux_aarch64'])).toEqual(linux);
  });
});
