import { describe, expect, it } from 'vitest';
import { fatMachO, javaClass, type MachOCpu, type MachOOptions, machO } from '../../../fixtures/binaries.ts';
import { readMachO } from '../../../src/wheel/native/mach-o.ts';

const known: MachOCpu[] = ['x86_64', 'arm64', 'i386', 'arm', 'arm64_32', 'ppc', 'ppc64'];

describe('thin Mach-O headers', () => {
  it.each(known)('names the processor %s', (cpu) => {
    expect(readMachO(machO({ cpu }))).toEqual({
      format: 'Mach-O',
      system: 'macos',
      architectures: [cpu],
      kind: 'shared-library',
    });
  });

  const kinds: [MachOOptions['type'] & string, string][] = [
    ['object', 'object'],
    ['execute', 'executable'],
    ['dylib', 'shared-library'],
    ['bundle', 'shared-library'],
    ['dsym', 'object'],
  ];
  it.each(kinds)('tells what %s is', (type, kind) => {
    expect(readMachO(machO({ type }))?.kind).toBe(kind);
  });

  it('gives an unknown processor by number', () => {
    expect(readMachO(machO({ cpuNumber: 99 }))?.architectures).toEqual(['machine-99']);
  });

  it('wants the whole header', () => {
    expect(readMachO(machO().subarray(0, 31))).toBeUndefined();
    expect(readMachO(machO({ cpu: 'i386' }).subarray(0, 27))).toBeUndefined();
  });
});

describe('fat Mach-O headers', () => {
  it.each([false, true])('lists the slices in their order (64-bit offsets: %s)', (wide) => {
    expect(readMachO(fatMachO(['x86_64', 'arm64'], { wide }).subarray(0, 4096))).toEqual({
      format: 'Mach-O',
      system: 'macos',
      architectures: ['x86_64', 'arm64'],
      kind: 'shared-library',
    });
  });

  it('lists a processor once', () => {
    expect(readMachO(fatMachO(['arm64', 'arm64']))?.architectures).toEqual(['arm64']);
  });

  it.each([false, true])('knows the kind where a slice begins in the head (64-bit offsets: %s)', (wide) => {
    const options = { wide, alignment: 1024, type: 'execute' } as const;
    expect(readMachO(fatMachO(['x86_64', 'arm64'], options))?.kind).toBe('executable');
    expect(
      readMachO(fatMachO(['x86_64', 'arm64'], { ...options, alignment: 4096 }).subarray(0, 4096))?.kind,
    ).toBe('shared-library');
  });

  it('takes a fat static archive for an object', () => {
    const firstSlice = new TextEncoder().encode('!<arch>\n');
    expect(readMachO(fatMachO(['x86_64', 'arm64'], { alignment: 512, firstSlice }))?.kind).toBe('object');
  });

  it.each([45, 52, 69])('does not take a Java class of version %i for one', (major) => {
    expect(readMachO(javaClass(major))).toBeUndefined();
  });

  it('refuses no slices, too many, unknown processors and a cut list', () => {
    expect(readMachO(fatMachO([]))).toBeUndefined();
    expect(readMachO(fatMachO(Array<MachOCpu>(31).fill('arm64')))).toBeUndefined();
    expect(readMachO(fatMachO(Array<MachOCpu>(30).fill('arm64')))).toBeDefined();
    expect(readMachO(fatMachO(['arm64', 'x86_64']).subarray(0, 8 + 20 + 3))).toBeUndefined();
    const unknown = fatMachO(['arm64', 'x86_64']);
    unknown[8] = 0x7f;
    expect(readMachO(unknown)).toBeUndefined();
  });
});
