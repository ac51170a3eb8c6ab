import { describe, expect, it } from 'vitest';
import { glibcPlatforms, macPlatforms, muslPlatforms } from '../../src/installer/platforms.ts';

describe('platform tags, best first', () => {
  it('have each old name of manylinux right behind its new one, and linux last', () => {
    expect(glibcPlatforms(18, 'x86_64')).toEqual(
      [
        ...['manylinux_2_18', 'manylinux_2_17', 'manylinux2014', 'manylinux_2_16', 'manylinux_2_15'],
        ...['manylinux_2_14', 'manylinux_2_13', 'manylinux_2_12', 'manylinux2010', 'manylinux_2_11'],
        ...['manylinux_2_10', 'manylinux_2_9', 'manylinux_2_8', 'manylinux_2_7', 'manylinux_2_6'],
        ...['manylinux_2_5', 'manylinux1', 'linux'],
      ].map((platform) => `${platform}_x86_64`),
    );
  });

  it.each(['i686', 'x86_64'])('begin with glibc 2.5 on %s', (architecture) => {
    expect(glibcPlatforms(5, architecture)).toEqual(
      ['manylinux_2_5', 'manylinux1', 'linux'].map((platform) => `${platform}_${architecture}`),
    );
  });

  it.each(['aarch64', 'ppc64le', 's390x', 'armv7l'])('begin with glibc 2.17 on %s', (architecture) => {
    expect(glibcPlatforms(17, architecture)).toEqual(
      ['manylinux_2_17', 'manylinux2014', 'linux'].map((platform) => `${platform}_${architecture}`),
    );
    expect(glibcPlatforms(16, architecture)).toEqual([`linux_${architecture}`]);
  });

  it('go down to musl 1.0', () => {
    expect(muslPlatforms(2, 'aarch64')).toEqual(
      ['musllinux_1_2', 'musllinux_1_1', 'musllinux_1_0', 'linux'].map((platform) => `${platform}_aarch64`),
    );
  });

  it('hold universal2 alone below macOS 11 on arm64', () => {
    const platforms = macPlatforms(12, 0, 'arm64');
    expect(platforms.slice(0, 5)).toEqual([
      ...['macosx_12_0_arm64', 'macosx_12_0_universal2', 'macosx_11_0_arm64', 'macosx_11_0_universal2'],
      'macosx_10_16_universal2',
    ]);
    expect(platforms.filter((platform) => platform.startsWith('macosx_10_')).every(isUniversal)).toBe(true);
  });

  it('hold every format of Intel in its order', () => {
    expect(macPlatforms(10, 4, 'x86_64')).toEqual(
      ['x86_64', 'intel', 'fat64', 'fat3', 'universal2', 'universal'].map(
        (format) => `macosx_10_4_${format}`,
      ),
    );
  });
});

const isUniversal = (platform: string) => platform.endsWith('_universal2');
