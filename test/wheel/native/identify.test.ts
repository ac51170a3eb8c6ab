import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elf, fatMachO, javaClass, machO, pe } from '../../../fixtures/binaries.ts';
import { headLength, identifyNative } from '../../../src/wheel/native/identify.ts';

const heads: [string, Uint8Array][] = [
  ['ELF 64', elf({ interp: true })],
  ['ELF 32', elf({ machine: 'armv7l', interp: true })],
  ['ELF big-endian', elf({ machine: 's390x', interp: true })],
  ['PE32+', pe()],
  ['PE32', pe({ machine: 'x86', managed: true })],
  ['Mach-O', machO()],
  ['Mach-O PowerPC', machO({ cpu: 'ppc' })],
  ['fat Mach-O', fatMachO(['x86_64', 'arm64'], { alignment: 256 })],
  ['fat Mach-O 64', fatMachO(['x86_64', 'arm64'], { alignment: 256, wide: true })],
];

const kinds = ['shared-library', 'executable', 'object', 'gpu-object'];

function expectSane(head: Uint8Array): void {
  const header = identifyNative(head);
  if (header === undefined) return;
  expect(kinds).toContain(header.kind);
  expect(header.architectures.length).toBeGreaterThan(0);
}

describe('identifyNative', () => {
  it.each(heads)('knows %s by its first bytes', (name, head) => {
    expect(name).toContain(identifyNative(head)?.format.slice(0, 2));
  });

  const others: [string, Uint8Array][] = [
    ['nothing', new Uint8Array()],
    ['zeros', new Uint8Array(headLength)],
    ['text', new TextEncoder().encode('#!/bin/sh\necho "this is a script, not a program"\n')],
    ['a static archive', new TextEncoder().encode(`!<arch>\n${' '.repeat(80)}`)],
    ['a Java class', javaClass()],
    ['WebAssembly', Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...new Uint8Array(64))],
  ];
  it.each(others)('does not take %s for native code', (_name, head) => {
    expect(identifyNative(head)).toBeUndefined();
  });

  it.each(heads)('survives %s cut anywhere', (_name, head) => {
    for (let length = 0; length <= head.length; length++) expectSane(head.subarray(0, length));
  });

  it('reads a head that is a part of a larger buffer', () => {
    const buffer = new Uint8Array(1000);
    buffer.set(elf({ machine: 'aarch64' }), 333);
    expect(identifyNative(buffer.subarray(333))?.architectures).toEqual(['aarch64']);
  });

  it('survives random bytes behind each magic', () => {
    const magics = heads.map(([, head]) => head.slice(0, 8));
    const input = fc.tuple(fc.constantFrom(new Uint8Array(), ...magics), fc.uint8Array({ maxLength: 300 }));
    fc.assert(
      fc.property(input, ([magic, rest]) => expectSane(Uint8Array.of(...magic, ...rest))),
      { numRuns: 2000 },
    );
  });

  it('survives valid heads with bytes changed', () => {
    const input = fc.tuple(
      fc.constantFrom(...heads.map(([, head]) => head)),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff)), { maxLength: 12 }),
    );
    const mutated = ([head, changes]: [Uint8Array, [number, number][]]): void => {
      const copy = head.slice();
      for (const [position, value] of changes) copy[position % copy.length] = value;
      expectSane(copy);
    };
    fc.assert(fc.property(input, mutated), { numRuns: 5000 });
  });
});
