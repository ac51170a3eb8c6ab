const plain: ReadonlySet<string> = new Set([
  'any',
  ...['win32', 'win_amd64', 'win_arm64', 'win_ia64'],
  ...['linux_armv6l', 'linux_armv7l'],
  ...['manylinux1_x86_64', 'manylinux1_i686', 'manylinux2010_x86_64', 'manylinux2010_i686'],
  ...['x86_64', 'i686', 'aarch64', 'armv7l', 'ppc64', 'ppc64le', 's390x'].map(
    (architecture) => `manylinux2014_${architecture}`,
  ),
]);

const patterns: readonly RegExp[] = [
  /^manylinux_\d+_\d+_(?:x86_64|i686|aarch64|armv7l|ppc64|ppc64le|s390x|riscv64)$/,
  /^musllinux_\d+_\d+_(?:x86_64|i686|aarch64|armv7l|ppc64le|s390x|riscv64)$/,
  /^macosx_(?:10_\d+|(?:11|12|13|14|15|26)_0)_(?:ppc|ppc64|i386|x86_64|arm64|intel|fat|fat3|fat64|universal|universal2)$/,
  /^ios_\d+_\d+_(?:arm64|x86_64)_(?:iphoneos|iphonesimulator)$/,
  /^android_\d+_(?:armeabi_v7a|arm64_v8a|x86|x86_64)$/,
  /^pyemscripten_\d+_\d+_wasm32$/,
];

/**
 * Whether PyPI takes wheels with a platform tag.
 * @see https://github.com/pypi/warehouse/blob/6b6215712/warehouse/forklift/legacy.py `_valid_platform_tag`
 */
export function isPublishablePlatform(tag: string): boolean {
  return plain.has(tag) || patterns.some((pattern) => pattern.test(tag));
}
