import { describe, expect, it } from 'vitest';
import { type ElfMachine, type ElfOptions, elf } from '../../../fixtures/binaries.ts';
import { readElf } from '../../../src/wheel/native/elf.ts';

const hosts: ElfMachine[] = [
  'x86_64',
  'x32',
  'i686',
  'aarch64',
  'armv7l',
  'armel',
  'ppc64le',
  'ppc64',
  'ppc',
  's390x',
  'riscv64',
  'loongarch64',
  'mips64',
];

describe('ELF headers', () => {
  it.each(hosts)('names the machine %s', (machine) => {
    expect(readElf(elf({ machine }))).toEqual({
      format: 'ELF',
      system: 'linux',
      architectures: [machine],
      kind: 'shared-library',
    });
  });

  const kinds: [ElfOptions, string][] = [
    [{ type: 'rel' }, 'object'],
    [{ type: 'core' }, 'object'],
    [{ type: 'none' }, 'object'],
    [{ type: 'exec' }, 'executable'],
    [{ type: 'dyn' }, 'shared-library'],
    [{ type: 'dyn', interp: true }, 'executable'],
    [{ type: 'dyn', interp: true, machine: 'i686' }, 'executable'],
    [{ type: 'dyn', interp: true, machine: 's390x' }, 'executable'],
  ];
  it.each(kinds)('tells what %j is', (options, kind) => {
    expect(readElf(elf(options))?.kind).toBe(kind);
  });

  const systems: [ElfOptions, string, string, string][] = [
    [{ machine: 'cuda', type: 'exec' }, 'gpu', 'cuda', 'gpu-object'],
    [{ machine: 'amdgpu', osAbi: 64 }, 'gpu', 'amdgpu', 'gpu-object'],
    [{ machineNumber: 205, type: 'exec' }, 'gpu', 'intelgt', 'gpu-object'],
    [{ machine: 'bpf', type: 'rel' }, 'other', 'machine-247', 'object'],
    [{ machine: 'bpf', type: 'exec' }, 'other', 'machine-247', 'object'],
    [{ osAbi: 3 }, 'linux', 'x86_64', 'shared-library'],
    [{ osAbi: 9 }, 'other', 'x86_64', 'shared-library'],
    [{ machineNumber: 83, type: 'exec' }, 'other', 'machine-83', 'executable'],
    [{ machine: 'i686', machineNumber: 183 }, 'other', 'machine-183', 'shared-library'],
  ];
  it.each(systems)('tells what %j runs on', (options, system, architecture, kind) => {
    expect(readElf(elf(options))).toEqual({ format: 'ELF', system, architectures: [architecture], kind });
  });

  it.each([
    [0x05000400, 'armv7l'],
    [0x05000402, 'armv7l'],
    [0x05000200, 'armel'],
    [0x05000000, 'armel'],
    [0x04000400, 'armel'],
    [0xff000400, 'armel'],
    [0, 'armel'],
  ])('reads the ARM flags %i', (flags, word) => {
    expect(readElf(elf({ machine: 'armv7l', flags }))?.architectures).toEqual([word]);
  });

  it.each([
    ['class', 4, 3],
    ['byte order', 5, 0],
    ['version', 6, 0],
    ['magic', 0, 0x7e],
  ])('refuses a wrong %s', (_field, offset, value) => {
    const head = elf();
    head[offset] = value;
    expect(readElf(head)).toBeUndefined();
  });

  it.each(['x86_64', 'i686'] as const)('wants the whole header of %s', (machine) => {
    const size = machine === 'i686' ? 52 : 64;
    expect(readElf(elf({ machine }).subarray(0, size - 1))).toBeUndefined();
    expect(readElf(elf({ machine }).subarray(0, size))).toBeDefined();
  });

  it('takes program headers that lie elsewhere, or have another size, for none', () => {
    const elsewhere = elf({ interp: true });
    elsewhere.fill(0xff, 32, 40);
    expect(readElf(elsewhere)?.kind).toBe('shared-library');
    const odd = elf({ interp: true });
    odd[54] = 0;
    expect(readElf(odd)?.kind).toBe('shared-library');
  });
});
