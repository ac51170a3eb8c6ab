/** A compatibility tag: python, abi, platform. @see https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/ */
export interface Tag {
  readonly python: string;
  readonly abi: string;
  readonly platform: string;
}

/** Compressed tag sets as a file name has them, each part split at its dots. */
export interface TagSet {
  readonly pythons: readonly string[];
  readonly abis: readonly string[];
  readonly platforms: readonly string[];
}

/** Every single tag of a compressed set. */
export function expandTags({ pythons, abis, platforms }: TagSet): Tag[] {
  return pythons.flatMap((python) =>
    abis.flatMap((abi) => platforms.map((platform) => ({ python, abi, platform }))),
  );
}

export function formatTag({ python, abi, platform }: Tag): string {
  return `${python}-${abi}-${platform}`;
}

/** `py2.py3-none-any`: the set as it stands in a file name. */
export function formatTagSet({ pythons, abis, platforms }: TagSet): string {
  return `${pythons.join('.')}-${abis.join('.')}-${platforms.join('.')}`;
}
