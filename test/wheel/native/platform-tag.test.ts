import { describe, expect, it } from 'vitest';
import { elf, fatMachO, machO, pe } from '../../../fixtures/binaries.ts';
import { identifyNative } from '../../../src/wheel/native/identify.ts';
import type { NativeHeader } from '../../../src/wheel/native/native-member.ts';
import { platformTagsOf, suggestPlatformTag } from '../../../src/wheel/native/platform-tag.ts';

function header(head: Uint8Array): NativeHeader {
  const found = identifyNative(head);
  if (found === undefined) throw new Error('the builder made no native binary');
  return found;
}

describe('platformTagsOf', () => {
  it('is sorted and names each platform once', () => {
    const heads = [
      pe(),
      elf(),
      machO(),
      elf({ interp: true }),
      pe({ machine: 'x86' }),
      elf({ machine: 'i686' }),
    ];
    expect(platformTagsOf(heads.map(header))).toEqual([
      'linux_i686',
      'linux_x86_64',
      'macosx_11_0_arm64',
      'win32',
      'win_amd64',
    ]);
  });

  it('counts a fat file as one platform, also beside thin ones for its halves', () => {
    const fat = header(fatMachO(['x86_64', 'arm64']));
    expect(platformTagsOf([fat])).toEqual(['macosx_10_9_universal2']);
    expect(platformTagsOf([header(machO()), fat])).toEqual(['macosx_10_9_universal2']);
    expect(platformTagsOf([header(elf()), fat])).toEqual(['linux_x86_64', 'macosx_10_9_universal2']);
  });

  it('names a machine that no tag names', () => {
    expect(platformTagsOf([header(elf({ machine: 'armel' }))])).toEqual(['linux_armel']);
  });

  it('leaves out code for accelerators and other systems, and objects', () => {
    const heads = [
      elf({ machine: 'cuda' }),
      elf({ machine: 'bpf' }),
      elf({ osAbi: 9 }),
      elf({ machine: 'aarch64', type: 'rel' }),
      pe({ machine: 'x86', managed: true }),
    ];
    expect(platformTagsOf(heads.map(header))).toEqual([]);
  });
});

describe('suggestPlatformTag', () => {
  const cases: [Uint8Array, string | undefined][] = [
    [elf(), 'linux_x86_64'],
    [elf({ machine: 'armv7l' }), 'linux_armv7l'],
    [elf({ machine: 'ppc64le' }), 'linux_ppc64le'],
    [elf({ machine: 'armel' }), undefined],
    [elf({ machine: 'x32' }), undefined],
    [elf({ machine: 'amdgpu' }), undefined],
    [elf({ machineNumber: 9999 }), undefined],
    [elf({ osAbi: 9 }), undefined],
    [pe(), 'win_amd64'],
    [pe({ machine: 'x86' }), 'win32'],
    [pe({ machine: 'arm64' }), 'win_arm64'],
    [pe({ machineNumber: 1 }), undefined],
    [pe({ machine: 'x86', managed: true }), undefined],
    [machO(), 'macosx_11_0_arm64'],
    [machO({ cpu: 'x86_64' }), 'macosx_10_9_x86_64'],
    [machO({ cpu: 'ppc' }), undefined],
    [fatMachO(['x86_64', 'arm64']), 'macosx_10_9_universal2'],
    [fatMachO(['arm64', 'x86_64']), 'macosx_10_9_universal2'],
    [fatMachO(['i386', 'x86_64']), 'macosx_10_6_intel'],
    [fatMachO(['i386', 'x86_64', 'arm64']), undefined],
  ];
  it.each(cases)('case %#', (head, tag) => {
    expect(suggestPlatformTag(header(head))).toBe(tag);
  });
});
