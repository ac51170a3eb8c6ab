import { describe, expect, it } from 'vitest';
import { type PeOptions, pe } from '../../../fixtures/binaries.ts';
import { readPe } from '../../../src/wheel/native/pe.ts';

describe('PE headers', () => {
  const cases: [PeOptions, string, string, string][] = [
    [{}, 'windows', 'amd64', 'shared-library'],
    [{ dll: false }, 'windows', 'amd64', 'executable'],
    [{ machine: 'x86' }, 'windows', 'x86', 'shared-library'],
    [{ machine: 'arm64' }, 'windows', 'arm64', 'shared-library'],
    [{ machine: 'arm32', dll: false }, 'windows', 'arm32', 'executable'],
    [{ machine: 'x86', managed: true }, 'other', 'cil', 'shared-library'],
    [{ machine: 'x86', managed: true, dll: false }, 'other', 'cil', 'executable'],
    [{ machine: 'amd64', managed: true }, 'windows', 'amd64', 'shared-library'],
    [{ machine: 'arm32', managed: true }, 'windows', 'arm32', 'shared-library'],
    [{ subsystem: 10, dll: false }, 'other', 'amd64', 'executable'],
    [{ subsystem: 13, dll: false }, 'other', 'amd64', 'executable'],
    [{ subsystem: 14, dll: false }, 'windows', 'amd64', 'executable'],
    [{ machineNumber: 0xfd1d }, 'other', 'machine-64797', 'shared-library'],
    [{ lfanew: 0x40 }, 'windows', 'amd64', 'shared-library'],
    [{ lfanew: 0x108, machine: 'x86' }, 'windows', 'x86', 'shared-library'],
  ];
  it.each(cases)('reads %j', (options, system, architecture, kind) => {
    expect(readPe(pe(options))).toEqual({ format: 'PE', system, architectures: [architecture], kind });
  });

  it('claims nothing for a signature beyond the head', () => {
    expect(readPe(pe({ lfanew: 0x2000 }).subarray(0, 4096))).toBeUndefined();
  });

  it('claims nothing for a DOS program or for text', () => {
    const dos = pe();
    dos.set([0x4e, 0x45], 0x80);
    expect(readPe(dos)).toBeUndefined();
    expect(readPe(new TextEncoder().encode(`MZ ${'is how this text begins '.repeat(20)}`))).toBeUndefined();
  });

  it('wants the COFF header, and no more', () => {
    expect(readPe(pe({ lfanew: 0x40 }).subarray(0, 0x40 + 23))).toBeUndefined();
    expect(readPe(pe({ lfanew: 0x40 }).subarray(0, 0x40 + 24))).toBeDefined();
  });
});
