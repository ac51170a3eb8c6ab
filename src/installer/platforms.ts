const legacyNames: Readonly<Record<number, string>> = {
  5: 'manylinux1',
  12: 'manylinux2010',
  17: 'manylinux2014',
};

/**
 * Platform tags of a glibc Linux, best first, in the order of `packaging` up to 26.2 (`linux_*` last).
 * @param glibcMinor the Y of glibc 2.Y
 * @see https://github.com/pypa/packaging/blob/053c8846/src/packaging/_manylinux.py
 */
export function glibcPlatforms(glibcMinor: number, architecture: string): string[] {
  const oldest = architecture === 'x86_64' || architecture === 'i686' ? 5 : 17;
  const platforms: string[] = [];
  for (let minor = glibcMinor; minor >= oldest; minor -= 1) {
    platforms.push(`manylinux_2_${minor}_${architecture}`);
    const legacy = legacyNames[minor];
    if (legacy !== undefined) platforms.push(`${legacy}_${architecture}`);
  }
  return [...platforms, `linux_${architecture}`];
}

/** Platform tags of a musl Linux, best first. @param muslMinor the Y of musl 1.Y */
export function muslPlatforms(muslMinor: number, architecture: string): string[] {
  const platforms: string[] = [];
  for (let minor = muslMinor; minor >= 0; minor -= 1) platforms.push(`musllinux_1_${minor}_${architecture}`);
  return [...platforms, `linux_${architecture}`];
}

/** `fat3` was misspelt `fat32` in `packaging` up to 26.2. */
const intelFormats = ['x86_64', 'intel', 'fat64', 'fat3', 'universal2', 'universal'];
const newestMinorOfTen = 16;

/**
 * Platform tags of macOS on x86_64 or arm64, best first.
 * @see https://github.com/pypa/packaging/blob/053c8846/src/packaging/tags.py `mac_platforms`
 */
export function macPlatforms(major: number, minor: number, architecture: 'x86_64' | 'arm64'): string[] {
  const formats = architecture === 'x86_64' ? intelFormats : ['arm64', 'universal2'];
  const platforms: string[] = [];
  for (let version = major; version >= 11; version -= 1) {
    platforms.push(...formats.map((format) => `macosx_${version}_0_${format}`));
  }
  // Below 11 an arm64 Mac takes the x86_64 half's version of a universal2 binary.
  const oldFormats = architecture === 'x86_64' ? intelFormats : ['universal2'];
  for (let version = major === 10 ? minor : newestMinorOfTen; version >= 4; version -= 1) {
    platforms.push(...oldFormats.map((format) => `macosx_10_${version}_${format}`));
  }
  return platforms;
}
