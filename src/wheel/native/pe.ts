import { type ByteReader, byteReader } from './byte-reader.ts';
import type { NativeHeader } from './native-member.ts';

/** IMAGE_FILE_MACHINE_* (winnt.h) to the words of `win_amd64`, `win_arm64`, `win_arm32`; `x86` stands for `win32`. */
const machines = new Map([
  [0x8664, 'amd64'],
  [0x14c, 'x86'],
  [0xaa64, 'arm64'],
  [0x1c4, 'arm32'],
]);

const MZ = 0x5a4d;
const PE_SIGNATURE = 0x00004550;
const I386 = 0x14c;
const IMAGE_FILE_DLL = 0x2000;
const PE32 = 0x10b;
/** IMAGE_SUBSYSTEM_EFI_APPLICATION to IMAGE_SUBSYSTEM_EFI_ROM. */
const EFI = { first: 10, last: 13 };
const SIGNATURE_AND_FILE_HEADER = 24;

/**
 * Whether a 32-bit image has a CLR header (data directory 14): that is how .NET assemblies for any processor are
 * written, and those run on every system.
 */
function isManaged(reader: ByteReader, optionalHeader: number): boolean {
  if (reader.u16(optionalHeader) !== PE32) return false;
  const directories = reader.u32(optionalHeader + 92) ?? 0;
  return directories > 14 && (reader.u32(optionalHeader + 96 + 14 * 8) ?? 0) !== 0;
}

function isFirmware(reader: ByteReader, optionalHeader: number): boolean {
  const subsystem = reader.u16(optionalHeader + 68) ?? 0;
  return subsystem >= EFI.first && subsystem <= EFI.last;
}

/**
 * Reads a PE header (PE format, "Signature" and "COFF file header").
 * `undefined` where the signature is not in the head: an MZ stub alone may be a DOS program, and text can begin with `MZ`.
 */
export function readPe(head: Uint8Array): NativeHeader | undefined {
  const reader = byteReader(head, true);
  if (reader.u16(0) !== MZ) return undefined;
  const signature = reader.u32(0x3c); // e_lfanew
  if (signature === undefined || reader.u32(signature) !== PE_SIGNATURE) return undefined;
  const machine = reader.u16(signature + 4);
  const characteristics = reader.u16(signature + 22);
  if (machine === undefined || characteristics === undefined) return undefined;
  const kind = (characteristics & IMAGE_FILE_DLL) !== 0 ? 'shared-library' : 'executable';
  const optionalHeader = signature + SIGNATURE_AND_FILE_HEADER;
  if (machine === I386 && isManaged(reader, optionalHeader)) {
    return { format: 'PE', system: 'other', architectures: ['cil'], kind };
  }
  const word = machines.get(machine);
  const system = word !== undefined && !isFirmware(reader, optionalHeader) ? 'windows' : 'other';
  return { format: 'PE', system, architectures: [word ?? `machine-${machine}`], kind };
}
