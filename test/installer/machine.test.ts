import { describe, expect, it } from 'vitest';
import { formatMachine, type PlatformWays, parseMachine, platformTags } from '../../src/installer/machine.ts';

const ways: PlatformWays = { manylinux: true, linuxFirst: false, legacyTags: false, localTags: false };
const tags = (text: string, more: Partial<PlatformWays> = {}, glibc = 17) => {
  const machine = parseMachine(text, glibc);
  if (machine === undefined) throw new Error(`${text} is no machine`);
  return platformTags(machine, { ...ways, ...more });
};

describe('platformTags', () => {
  it('puts linux last, as packaging up to 26.2 does', () => {
    expect(tags('linux_aarch64')).toEqual([
      'manylinux_2_17_aarch64',
      'manylinux2014_aarch64',
      'linux_aarch64',
    ]);
  });

  it('puts linux first, as packaging 26.3 does, musl included', () => {
    expect(tags('linux_aarch64', { linuxFirst: true })[0]).toBe('linux_aarch64');
    expect(tags('musllinux_1_1_x86_64', { linuxFirst: true })).toEqual([
      'linux_x86_64',
      'musllinux_1_1_x86_64',
      'musllinux_1_0_x86_64',
    ]);
  });

  it('has no manylinux where that is refused, and keeps musllinux', () => {
    expect(tags('linux_x86_64', { manylinux: false })).toEqual(['linux_x86_64']);
    expect(tags('musllinux_1_0_x86_64', { manylinux: false })).toHaveLength(2);
  });

  it('knows only the old names of manylinux in pip 20.2', () => {
    expect(tags('linux_x86_64', { legacyTags: true })).toEqual([
      'manylinux2014_x86_64',
      'manylinux2010_x86_64',
      'manylinux1_x86_64',
      'linux_x86_64',
    ]);
  });

  it('puts the draft tag of the platform itself before all others', () => {
    expect(tags('linux_aarch64', { localTags: true }).slice(0, 2)).toEqual([
      'local_linux_aarch64',
      'manylinux_2_17_aarch64',
    ]);
    expect(tags('win_amd64', { localTags: true })).toEqual(['local_win_amd64', 'win_amd64']);
  });

  it('takes the glibc of a manylinux tag', () => {
    expect(tags('manylinux_2_28_x86_64')[0]).toBe('manylinux_2_28_x86_64');
  });
});

it.each([
  'linux_x86_64',
  'manylinux_2_28_aarch64',
  'musllinux_1_2_x86_64',
  'macosx_14_0_arm64',
  'win32',
])('%s is shown as it is written', (text) => {
  const machine = parseMachine(text);
  expect(machine && formatMachine(machine)).toBe(text);
});

it.each([
  '',
  'any',
  'linux',
  'manylinux2014_x86_64',
  'macosx_14_0_ppc',
  'win_ia64',
  'freebsd_13_amd64',
])('%s is no machine that targets can name', (text) => {
  expect(parseMachine(text)).toBeUndefined();
});
