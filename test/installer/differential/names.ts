/** What worlds depend on in a pip and its Python. */
export interface PipFacts {
  /** Minor version of Python. */
  readonly minor: number;
  readonly architecture: string;
  /** It takes a file for `--find-links` (from 20.3 to 21.0 it crashes). */
  readonly takesSingleFiles: boolean;
  /** It looks into files before it chooses; the old resolver takes a wheel without METADATA too. */
  readonly looksInside: boolean;
  /** It sees the hashes that a JSON page states (22.3 does not). */
  readonly seesJsonHashes: boolean;
}

/**
 * Few versions, close to each other, some spelled in several ways. Names that only some pips can read are left out:
 * up to 25.2 pip takes `1.0_cc` and other versions from before PEP 440 for versions.
 */
export const versions: readonly string[] = [
  ...['1.0', '1.0', '1.0.0', '1', '01.0', 'v1.0', '1.0.post1', '1.0_post1', '1.0.0.post1', '1.0.dev1'],
  ...['1.1', '1.1.0', '1.1rc1', '1.1.rc1', '1.1c1', '1.1_rc1', '1.1rc2', '1.1.post1.dev2', '1.0.1'],
  ...['2.0.dev1', '2.0a1', '2.0', '0.9', '1!0.1', '2026.7.19'],
];

export const labels: readonly string[] = [
  ...['cc', 'CC', 'cpu', 'cu118', '1', '01', '10', 'torch27', 'torch210', 'cc.1', 'cc.10', 'cc.2'],
  ...['Compute_Canada', 'compute.canada', 'computecanada', '1.computecanada', '20260719'],
];

export const builds: readonly string[] = ['1', '01', '2', '10', '1abc', '1ABC', '1_cc', '2cc', '0'];

/** Tags by whether they fit: anywhere, with manylinux, nowhere. */
export interface TagPool {
  readonly fitting: readonly string[];
  readonly manylinux: readonly string[];
  readonly other: readonly string[];
}

/** Tags from the best to the worst that some pip knows. */
export function tagsFor({ minor, architecture }: PipFacts): TagPool {
  const here = `cp3${minor}`;
  const older = `cp3${minor - 2}`;
  const on = (platforms: string): string =>
    platforms
      .split('.')
      .map((platform) => `${platform}_${architecture}`)
      .join('.');
  const withPlatforms = (platforms: readonly string[]): string[] =>
    platforms
      .map(on)
      .flatMap((platform) => [
        ...[`${here}-${here}-${platform}`, `${here}-abi3-${platform}`, `${older}-abi3-${platform}`],
        ...[`${here}-none-${platform}`, `py3-none-${platform}`],
      ]);
  const many = ['manylinux2014', 'manylinux_2_17', 'manylinux_2_28', 'manylinux2010', 'manylinux1'];
  const compressed = [
    ...['manylinux_2_17.manylinux2014', 'manylinux2014.manylinux_2_17', 'manylinux_2_12.manylinux2010'],
    ...['manylinux_2_28.musllinux_1_2', 'manylinux_2_99.manylinux2014'],
  ];
  return {
    fitting: [
      ...withPlatforms(['linux', 'linux', 'linux.manylinux2014', 'linux.musllinux_1_2']),
      ...['py3-none-any', 'py2.py3-none-any', 'py3.py2-none-any', `py3${minor}-none-any`, `${here}-none-any`],
      ...[
        'py30-none-any',
        `${older}.${here}-none-any`,
        `py3.${here}-none-any`,
        `${here}.py3-none.${here}-any`,
      ],
    ],
    manylinux: withPlatforms([...many, ...compressed]),
    other: [
      ...[
        'py2-none-any',
        'py3-none-win_amd64',
        `py3${minor + 1}-none-any`,
        on(`${here}-${here}-manylinux_2_99`),
      ],
      ...[on(`${older}-${older}-linux`), on(`${here}-${here}t-linux`), on(`${here}-${here}-musllinux_1_2`)],
      ...[`${here}-${here}-macosx_11_0_arm64`, `${here}-${here}-linux_other`],
    ],
  };
}

/** Names that no pip can read, from what stands before the tags and behind the build tag. */
export const unreadable: readonly ((start: string, tags: string) => string)[] = [
  (start, tags) => `${start}+compute-canada-${tags}.whl`,
  (start, tags) => `${start}-computecanada-${tags}.whl`,
  (start) => `${start}-py3-any.whl`,
  (start) => `${start}.whl`,
  (start, tags) => `${start}-${tags}.whl.part`,
  (start) => `${start}.egg-info`,
];

/** What `Requires-Python` may say, whatever the patch release. */
export function pythonsFor(minor: number): { readonly fitting: string[]; readonly other: string[] } {
  return {
    fitting: [`>=3.${minor}`, '>=3.8', `==3.${minor}.*`, '~=3.6', '<4', '!=2.7.*', '>=3.6,<4', 'three'],
    other: ['<3', `>=3.${minor + 1}`, `<3.${minor}`, '==3.7.*', `!=3.${minor}.*,>=3`, '~=2.7'],
  };
}
