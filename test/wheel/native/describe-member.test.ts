import { describe, expect, it } from 'vitest';
import { elf, fatMachO, machO, pe } from '../../../fixtures/binaries.ts';
import { nativeMember } from '../../../src/wheel/native/describe-member.ts';

describe('nativeMember', () => {
  const cut = fatMachO(['x86_64', 'arm64']).subarray(0, 4096);
  const cases: [string, Uint8Array, string, string | undefined][] = [
    ['pkg/_a.cpython-311-x86_64-linux-gnu.so', elf(), 'extension-module', 'cp311'],
    ['pkg/_a.cpython-311-x86_64-linux-gnu.so', elf({ interp: true }), 'extension-module', 'cp311'],
    ['pkg/_a.cpython-311-x86_64-linux-gnu.so', elf({ type: 'rel' }), 'object', 'cp311'],
    ['pkg/_a.abi3.so', machO(), 'extension-module', 'abi3'],
    ['pkg/_a.abi3.so', cut, 'extension-module', 'abi3'],
    ['pkg/_a.cp311-win_amd64.pyd', pe(), 'extension-module', 'cp311'],
    ['pkg/_a.pyd', pe(), 'extension-module', undefined],
    ['pkg/_a.so', elf(), 'shared-library', undefined],
    ['pkg/libc.so.6', elf({ interp: true }), 'shared-library', undefined],
    ['pkg/libc.so', elf({ interp: true }), 'shared-library', undefined],
    ['pkg/tool', elf({ interp: true }), 'executable', undefined],
    ['pkg/tool', elf({ type: 'exec' }), 'executable', undefined],
    ['pkg/tool', elf(), 'shared-library', undefined],
    ['pkg-1.data/scripts/tool', elf(), 'executable', undefined],
    ['pkg-1.data/scripts/tool', cut, 'executable', undefined],
    ['pkg-1.data/scripts/libtool.so.1', elf(), 'shared-library', undefined],
    ['pkg-1.data/scripts/tool.dll', pe(), 'shared-library', undefined],
    ['pkg/tool.exe', pe({ dll: false }), 'executable', undefined],
    ['pkg-1.data/scripts/libtool.dylib', cut, 'shared-library', undefined],
    ['pkg-1.data/scripts/plugin.ocx', pe(), 'shared-library', undefined],
    ['pkg/tool.dll', pe({ dll: false }), 'executable', undefined],
    ['pkg/libfoo.a', cut, 'object', undefined],
    ['pkg/libfoo.dylib', cut, 'shared-library', undefined],
    ['pkg/kernel.so', elf({ machine: 'cuda' }), 'gpu-object', undefined],
  ];
  it.each(cases)('%s (%#)', (name, head, kind, abi) => {
    const member = nativeMember(name, 12_345, head);
    expect(member).toMatchObject({ member: name, size: 12_345, kind });
    expect(member?.abi?.abi).toBe(abi);
  });

  it('is undefined for what is not native, whatever its name', () => {
    expect(
      nativeMember('pkg/_a.abi3.so', 100, new TextEncoder().encode('/* GNU ld script */')),
    ).toBeUndefined();
  });
});
