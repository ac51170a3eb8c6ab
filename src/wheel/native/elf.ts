import { type ByteReader, byteReader } from './byte-reader.ts';
import { elfTargetOf } from './elf-machine.ts';
import type { NativeHeader, NativeKind, NativeSystem } from './native-member.ts';

/** Byte offsets in `Elf32_Ehdr` and `Elf64_Ehdr`, and the sizes of the two headers (elf.h). */
const layouts = {
  32: { headerSize: 52, phoff: 28, flags: 36, phentsize: 42, phnum: 44, programHeaderSize: 32 },
  64: { headerSize: 64, phoff: 32, flags: 48, phentsize: 54, phnum: 56, programHeaderSize: 56 },
} as const;

const ELF_MAGIC = 0x7f454c46;
const ET_EXEC = 2;
const ET_DYN = 3;
const EM_BPF = 247;
const PT_INTERP = 3;

/** Whether a PT_INTERP header lies in the head; it is among the first where a linker writes one. */
function hasInterpreter(reader: ByteReader, bits: 32 | 64): boolean {
  const { phoff, phentsize, phnum, programHeaderSize } = layouts[bits];
  if (reader.u16(phentsize) !== programHeaderSize) return false;
  const start = (bits === 64 ? reader.u64(phoff) : reader.u32(phoff)) ?? 0;
  const count = reader.u16(phnum) ?? 0;
  for (let index = 0; index < count; index++) {
    const type = reader.u32(start + index * programHeaderSize);
    if (type === undefined) return false;
    if (type === PT_INTERP) return true;
  }
  return false;
}

function kindOf(reader: ByteReader, bits: 32 | 64, system: NativeSystem, machine: number): NativeKind {
  if (system === 'gpu') return 'gpu-object';
  if (machine === EM_BPF) return 'object';
  const type = reader.u16(16);
  if (type === ET_EXEC) return 'executable';
  if (type === ET_DYN) return hasInterpreter(reader, bits) ? 'executable' : 'shared-library';
  return 'object';
}

/**
 * Reads an ELF header (gABI chapter 4); `undefined` unless the whole of it is there.
 * A position-independent executable is told from a shared library by PT_INTERP alone, so that a static one reads as
 * a shared library, and a library that can be run (`libc.so.6`) as an executable: see `nativeMember`.
 */
export function readElf(head: Uint8Array): NativeHeader | undefined {
  const ident = byteReader(head, false);
  if (ident.u32(0) !== ELF_MAGIC || ident.u8(6) !== 1) return undefined;
  const fileClass = ident.u8(4);
  const encoding = ident.u8(5);
  if ((fileClass !== 1 && fileClass !== 2) || (encoding !== 1 && encoding !== 2)) return undefined;
  const bits = fileClass === 1 ? 32 : 64;
  if (head.length < layouts[bits].headerSize) return undefined;
  const littleEndian = encoding === 1;
  const reader = byteReader(head, littleEndian);
  const machine = reader.u16(18) ?? 0;
  const flags = reader.u32(layouts[bits].flags) ?? 0;
  const osAbi = reader.u8(7) ?? 0;
  const { system, architecture } = elfTargetOf({ bits, littleEndian, osAbi, machine, flags });
  return {
    format: 'ELF',
    system,
    architectures: [architecture],
    kind: kindOf(reader, bits, system, machine),
  };
}
