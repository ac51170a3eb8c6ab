import { byteReader } from './byte-reader.ts';
import { cpuTypes } from './mach-o.ts';
import type { SparseBytes } from './sparse-bytes.ts';

/** `fat_header.magic` to the size of `fat_arch` and `fat_arch_64`. */
const fatEntries = new Map<number | undefined, 20 | 32>([
  [0xcafebabe, 20],
  [0xcafebabf, 32],
]);

/** Size of `mach_header` and `mach_header_64` and byte order, by the magic read as big-endian. */
const thinHeaders = new Map<number | undefined, { size: number; littleEndian: boolean }>([
  [0xfeedface, { size: 28, littleEndian: false }],
  [0xcefaedfe, { size: 28, littleEndian: true }],
  [0xfeedfacf, { size: 32, littleEndian: false }],
  [0xcffaedfe, { size: 32, littleEndian: true }],
]);

/** Past these nothing real goes. */
const mostSlices = 30;
const mostCommands = 500;
const mostCommandBytes = 256 * 1024;

/** One architecture of a Mach-O file: a thin one has one. */
export interface MachOSlice {
  readonly architecture: string;
  /** Where it begins in the file: offsets in its commands count from there. */
  readonly offset: number;
  readonly littleEndian: boolean;
  readonly commands: Buffer;
  /** How many there are said to be. */
  readonly count: number;
}

/** A load command: its type, and where in the commands it begins; its size is at least 8 bytes. */
export interface LoadCommand {
  readonly type: number;
  readonly at: number;
  readonly size: number;
}

/** The slices of a thin or fat file; `undefined` for one that is malformed or not there yet. */
export function readSlices(bytes: SparseBytes): (MachOSlice | undefined)[] {
  return sliceOffsets(bytes).map((offset) => readSlice(bytes, offset));
}

function sliceOffsets(bytes: SparseBytes): number[] {
  const header = bytes.get(0, 8, 4096);
  if (header === undefined) return [];
  const reader = byteReader(header, false);
  const entrySize = fatEntries.get(reader.u32(0));
  if (entrySize === undefined) return [0];
  const count = Math.min(reader.u32(4) ?? 0, mostSlices);
  const table = bytes.get(8, count * entrySize);
  if (table === undefined) return [];
  const entries = byteReader(table, false);
  return Array.from({ length: count }, (_, index) => {
    const at = index * entrySize + 8;
    return (entrySize === 32 ? entries.u64(at) : entries.u32(at)) ?? 0;
  });
}

function readSlice(bytes: SparseBytes, offset: number): MachOSlice | undefined {
  const magic = bytes.get(offset, 32, 8192);
  if (magic === undefined) return undefined;
  const header = thinHeaders.get(byteReader(magic, false).u32(0));
  if (header === undefined) return undefined;
  const { littleEndian } = header;
  const { u32 } = byteReader(magic, littleEndian);
  const size = u32(20) ?? 0;
  if (size > mostCommandBytes) return undefined;
  const commands = bytes.get(offset + header.size, size);
  if (commands === undefined) return undefined;
  const architecture = cpuTypes.get(u32(4) ?? 0) ?? 'unknown';
  return { architecture, offset, littleEndian, commands, count: u32(16) ?? 0 };
}

export function* loadCommands({ commands, count, littleEndian }: MachOSlice): Generator<LoadCommand> {
  const { u32 } = byteReader(commands, littleEndian);
  let at = 0;
  for (let index = 0; index < Math.min(count, mostCommands); index++) {
    const type = u32(at);
    const size = u32(at + 4);
    if (type === undefined || size === undefined || size < 8) return;
    yield { type, at, size };
    at += size;
  }
}
