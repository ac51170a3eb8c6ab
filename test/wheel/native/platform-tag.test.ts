import { describe, expect, it } from 'vitest';
import { identifyNative } from '../../../src/wheel/native/identify.ts';
import type { NativeHeader } from '../../../src/wheel/native/native-member.ts';
import { platformsOf, suggestPlatformTag } from '../../../src/wheel/native/platform-tag.ts';
import { elf, fatMachO, machO, pe } from '../../../fixtures/binaries.ts';

function header(head: Uint8Array): NativeHeader {
  const found = identifyNative(head);
  if (found === undefined) throw new Error('the builder made no native binary');
  return found;
}

describe('platformsOf', () => {
  it('is sorted and names each platform once', () => {
    const heads = [
      pe(),
      elf(),
      machO(),
      elf({ interp: true }),
      pe({ machine: 'x86' }),
      elf({ machine: 'i686' }),
    ];
    expect(platformsOf(heads.map(header))).toEqual([
      'linux_i686',
      'linux_x86_64',
      'macosx_arm64',
      'win32',
      'win_amd64',
    ]);
  });

  it('names every slice of a fat file', () => {
    expect(platformsOf([header(fatMachO(['x86_64', 'arm64']))])).toEqual(['macosx_arm64', 'macosx_x86_64']);
  });

  it('leaves out code for accelerators and other systems, and objects', () => {
    const heads = [
      elf({ machine: 'cuda' }),
      elf({ machine: 'bpf' }),
      elf({ osAbi: 9 }),
      elf({ machine: 'aarch64', type: 'rel' }),
      pe({ machine: 'x86', managed: true }),
    ];
    expect(platformsOf(heads.map(header))).toEqual([]);
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
