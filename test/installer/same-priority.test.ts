import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSamePriority } from '../../src/installer/same-priority.ts';
import { filename } from '../wheel/parsed.ts';

const same = (a: string, b: string) => isSamePriority(filename(`demo-${a}.whl`), filename(`demo-${b}.whl`));
const cp = (platform: string) => `1.0-cp311-cp311-${platform}`;

const ties: [what: string, a: string, b: string][] = [
  ['zeros at the end of a version', '1.0-py3-none-any', '1.0.0-py3-none-any'],
  ['spellings of a version', '1.0rc1-py3-none-any', '1.0.RC.1-py3-none-any'],
  ['py2 beside py3', '1.0-py2.py3-none-any', '1.0-py3-none-any'],
  ['older Pythons beside the newest', '1.0-py38.py3-none-any', '1.0-py3-none-any'],
  ['the order of tags', '1.0-py2.py3-none-any', '1.0-py3.py2-none-any'],
  ['the case of tags', '1.0-PY3-none-any', '1.0-py3-none-any'],
  ['zeros before a build number', '1.0-01-py3-none-any', '1.0-1-py3-none-any'],
  ['spellings of a label', '1.0+Compute_Canada-py3-none-any', '1.0+compute.canada-py3-none-any'],
  ['zeros before a number in a label', '1.0+cu.01-py3-none-any', '1.0+cu.1-py3-none-any'],
  ['both names of manylinux', cp('manylinux_2_17_x86_64.manylinux2014_x86_64'), cp('manylinux_2_17_x86_64')],
  ['two old names of manylinux', cp('manylinux1_x86_64.manylinux_2_5_x86_64'), cp('manylinux_2_5_x86_64')],
  ['one of many machines', cp('linux_x86_64.linux_aarch64'), cp('linux_aarch64')],
  [
    'a fat and an extra tag of macOS',
    cp('macosx_10_9_universal2.macosx_11_0_arm64'),
    cp('macosx_10_9_universal2'),
  ],
  ['musl beside glibc', cp('manylinux_2_17_x86_64.musllinux_1_1_x86_64'), cp('musllinux_1_1_x86_64')],
  [
    'an interpreter that is not known',
    '1.0-pp310-pypy310_pp73-win_amd64',
    '1.0-pp310-pypy310_pp73-win_amd64',
  ],
];

const differences: [what: string, a: string, b: string][] = [
  ['version', '1.0-py3-none-any', '1.0.1-py3-none-any'],
  ['label', '1.0+cc-py3-none-any', '1.0-py3-none-any'],
  ['number in a label', '1.0+torch27-py3-none-any', '1.0+torch210-py3-none-any'],
  ['build number', '1.0-1-py3-none-any', '1.0-2-py3-none-any'],
  ['rest of a build tag', '1.0-1cc-py3-none-any', '1.0-1-py3-none-any'],
  ['presence of a build tag', '1.0-0-py3-none-any', '1.0-py3-none-any'],
  ['name of manylinux', cp('manylinux_2_17_x86_64'), cp('manylinux2014_x86_64')],
  ['manylinux against linux', cp('manylinux2014_x86_64'), cp('linux_x86_64')],
  ['machine', cp('linux_x86_64'), cp('linux_aarch64')],
  ['Python', '1.0-cp311-cp311-win_amd64', '1.0-cp312-cp312-win_amd64'],
  ['ABI', '1.0-cp311-abi3-win_amd64', '1.0-cp311-cp311-win_amd64'],
  ['pure Python against none', '1.0-py3-none-any', '1.0-py3-none-win_amd64'],
  ['Python 2 only', '1.0-py2-none-any', '1.0-py3-none-any'],
];

describe('isSamePriority', () => {
  it.each(ties)('sees no difference in %s', (_, a, b) => {
    expect(same(a, b)).toBe(true);
    expect(same(b, a)).toBe(true);
  });

  it.each(differences)('sees a difference in the %s', (_, a, b) => {
    expect(same(a, b)).toBe(false);
    expect(same(b, a)).toBe(false);
  });

  it('sees no difference where only an older machine is left that takes both', () => {
    // On glibc 2.28 and newer the first is better; on 2.17 to 2.27 they tie.
    expect(same(cp('manylinux_2_28_x86_64.manylinux_2_17_x86_64'), cp('manylinux_2_17_x86_64'))).toBe(true);
    expect(same(cp('manylinux2014_x86_64.manylinux2010_x86_64'), cp('manylinux2010_x86_64'))).toBe(true);
    expect(same(cp('manylinux2010_x86_64.manylinux1_x86_64'), cp('manylinux1_x86_64'))).toBe(true);
    expect(same(cp('macosx_14_0_arm64.macosx_11_0_arm64'), cp('macosx_11_0_arm64'))).toBe(true);
  });

  const pick = (...words: string[]) => fc.constantFrom(...words);
  const set = (...words: string[]) =>
    fc.uniqueArray(pick(...words), { minLength: 1, maxLength: 3 }).map((tags) => tags.join('.'));
  const platforms = set(
    ...['any', 'linux_x86_64', 'manylinux2014_x86_64', 'manylinux_2_17_x86_64', 'manylinux_2_28_x86_64'],
    ...['musllinux_1_2_x86_64', 'macosx_11_0_arm64', 'macosx_10_9_universal2', 'win_amd64', 'plan9_mips'],
  );
  const wheel = fc
    .tuple(
      pick('1.0', '1.0.0', '1.0+cc', '1.0+CC', '1.0_post1'),
      pick('', '-1', '-01', '-1a'),
      set('py2', 'py3', 'cp311', 'cp38', 'pp310'),
      set('none', 'abi3', 'cp311', 'cp313t', 'abi3t'),
      platforms,
    )
    .map(([version, build, python, abi, platform]) =>
      filename(`demo-${version}${build}-${python}-${abi}-${platform}.whl`),
    );

  it('is reflexive', () => {
    fc.assert(fc.property(wheel, (a) => isSamePriority(a, a)));
  });

  it('is symmetric', () => {
    fc.assert(
      fc.property(wheel, wheel, (a, b) => isSamePriority(a, b) === isSamePriority(b, a)),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order of tags', () => {
    const turned = (a: ReturnType<typeof filename>) => ({
      ...a,
      platforms: a.platforms.toReversed(),
      abis: a.abis.toReversed(),
    });
    fc.assert(
      fc.property(wheel, wheel, (a, b) => isSamePriority(a, b) === isSamePriority(turned(a), b)),
      { numRuns: 500 },
    );
  });
});
