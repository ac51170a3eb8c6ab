import { byteReader } from './byte-reader.ts';
import type { NativeHeader, NativeKind } from './native-member.ts';

/** `cpu_type_t` (mach/machine.h) to the words of the platform tags; ABI64 is 0x01000000, ABI64_32 0x02000000. */
export const cpuTypes = new Map([
  [7, 'i386'],
  [0x01000007, 'x86_64'],
  [12, 'arm'],
  [0x0100000c, 'arm64'],
  [0x0200000c, 'arm64_32'],
  [18, 'ppc'],
  [0x01000012, 'ppc64'],
]);

/** File types (mach-o/loader.h) that are loaded: MH_EXECUTE, MH_DYLIB, MH_DYLINKER, and MH_BUNDLE, as which extension modules are linked. */
const loadedKinds = new Map<number | undefined, NativeKind>([
  [2, 'executable'],
  [6, 'shared-library'],
  [7, 'shared-library'],
  [8, 'shared-library'],
]);

/** `fat_header.magic` to the size of an entry: `struct fat_arch`, `struct fat_arch_64` (mach-o/fat.h). */
const fatEntrySizes = new Map<number | undefined, 20 | 32>([
  [0xcafebabe, 20],
  [0xcafebabf, 32],
]);

/** `mach_header.magic` read as big-endian: its byte order is that of the file. */
const thinHeaders = new Map<number | undefined, { littleEndian: boolean; size: number }>([
  [0xfeedface, { littleEndian: false, size: 28 }],
  [0xcefaedfe, { littleEndian: true, size: 28 }],
  [0xfeedfacf, { littleEndian: false, size: 32 }],
  [0xcffaedfe, { littleEndian: true, size: 32 }],
]);

/** A Java class has its version, 45 or more, where a fat file has the number of slices. */
const MOST_SLICES = 30;

/** Start of a static archive, `!<ar`. */
const ARCHIVE_MAGIC = 0x213c6172;

function readThin(head: Uint8Array): NativeHeader | undefined {
  const header = thinHeaders.get(byteReader(head, false).u32(0));
  if (header === undefined || head.length < header.size) return undefined;
  const reader = byteReader(head, header.littleEndian);
  const cpu = reader.u32(4) ?? 0;
  const kind = loadedKinds.get(reader.u32(12)) ?? 'object';
  return { format: 'Mach-O', system: 'macos', architectures: [cpuTypes.get(cpu) ?? `machine-${cpu}`], kind };
}

/** The kind of a slice, if it begins within the head; slices are aligned to 4 or 16 KiB, so mostly it does not. */
function sliceKind(head: Uint8Array, offset: number | undefined): NativeKind | undefined {
  if (offset === undefined || offset >= head.length) return undefined;
  const slice = head.subarray(offset);
  if (byteReader(slice, false).u32(0) === ARCHIVE_MAGIC) return 'object';
  return readThin(slice)?.kind;
}

function readFat(head: Uint8Array): NativeHeader | undefined {
  const reader = byteReader(head, false);
  const entrySize = fatEntrySizes.get(reader.u32(0));
  const count = reader.u32(4) ?? 0;
  if (entrySize === undefined || count < 1 || count > MOST_SLICES) return undefined;
  const architectures = new Set<string>();
  let kind: NativeKind | undefined;
  for (let entry = 8; entry < 8 + count * entrySize; entry += entrySize) {
    const architecture = cpuTypes.get(reader.u32(entry) ?? 0);
    if (architecture === undefined) return undefined;
    architectures.add(architecture);
    kind ??= sliceKind(head, entrySize === 32 ? reader.u64(entry + 8) : reader.u32(entry + 8));
  }
  return {
    format: 'Mach-O',
    system: 'macos',
    architectures: [...architectures],
    kind: kind ?? 'shared-library',
  };
}

/**
 * Reads a Mach-O header, thin or fat; the architectures of a fat file come in its order, each once.
 * A fat file whose slices begin beyond the head is called a shared library, which most in wheels are.
 */
export function readMachO(head: Uint8Array): NativeHeader | undefined {
  return readThin(head) ?? readFat(head);
}
