import { type ByteReader, byteReader } from './byte-reader.ts';
import { cpuTypes } from './mach-o.ts';
import type { SparseBytes } from './sparse-bytes.ts';
import type { MinimumMacos, ReadSymbols } from './symbols.ts';

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

const LC_LOAD_DYLIB = 0xc;
const LC_ID_DYLIB = 0xd;
const LC_LOAD_WEAK_DYLIB = 0x80000018;
const LC_RPATH = 0x8000001c;
const LC_REEXPORT_DYLIB = 0x8000001f;
const LC_VERSION_MIN_MACOSX = 0x24;
const LC_BUILD_VERSION = 0x32;
const PLATFORM_MACOS = 1;

/** Past these nothing real goes. */
const mostSlices = 30;
const mostCommands = 500;
const mostCommandBytes = 256 * 1024;

interface Slice {
  readonly needed: readonly string[];
  readonly soname: string | undefined;
  readonly rpath: readonly string[];
  readonly minimum: MinimumMacos | undefined;
}

/** Reads the load commands of a thin or fat Mach-O (mach-o/loader.h). Never throws; what is malformed is left out. */
export function readLoadCommands(bytes: SparseBytes): ReadSymbols {
  const slices = sliceOffsets(bytes).flatMap((offset) => readSlice(bytes, offset) ?? []);
  const unique = (values: readonly string[]): string[] => [...new Set(values)];
  return {
    needed: unique(slices.flatMap(({ needed }) => needed)),
    soname: slices.find(({ soname }) => soname !== undefined)?.soname,
    rpath: unique(slices.flatMap(({ rpath }) => rpath)),
    minimumMacos: slices.flatMap(({ minimum }) => minimum ?? []),
  };
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

function readSlice(bytes: SparseBytes, offset: number): Slice | undefined {
  const magic = bytes.get(offset, 32, 8192);
  if (magic === undefined) return undefined;
  const header = thinHeaders.get(byteReader(magic, false).u32(0));
  if (header === undefined) return undefined;
  const { u32 } = byteReader(magic, header.littleEndian);
  const size = u32(20) ?? 0;
  if (size > mostCommandBytes) return undefined;
  const commands = bytes.get(offset + header.size, size);
  if (commands === undefined) return undefined;
  const architecture = cpuTypes.get(u32(4) ?? 0) ?? 'unknown';
  return readCommands(commands, u32(16) ?? 0, header.littleEndian, architecture);
}

function readCommands(commands: Buffer, count: number, littleEndian: boolean, architecture: string): Slice {
  const reader = byteReader(commands, littleEndian);
  const needed: string[] = [];
  const rpath: string[] = [];
  let soname: string | undefined;
  let minimum: MinimumMacos | undefined;
  let at = 0;
  for (let index = 0; index < Math.min(count, mostCommands); index++) {
    const size = reader.u32(at + 4);
    if (size === undefined || size < 8) break;
    const text = (): string[] => stringOf(commands, reader, at, size);
    switch (reader.u32(at)) {
      case LC_LOAD_DYLIB:
      case LC_LOAD_WEAK_DYLIB:
      case LC_REEXPORT_DYLIB:
        needed.push(...text());
        break;
      case LC_ID_DYLIB:
        [soname] = text();
        break;
      case LC_RPATH:
        rpath.push(...text());
        break;
      case LC_VERSION_MIN_MACOSX:
        minimum = release(reader.u32(at + 8), architecture);
        break;
      case LC_BUILD_VERSION:
        if (reader.u32(at + 8) === PLATFORM_MACOS) minimum = release(reader.u32(at + 12), architecture);
        break;
    }
    at += size;
  }
  return { needed, soname, rpath, minimum };
}

/** The `lc_str` of a command, whose offset follows the command's size. */
function stringOf(commands: Buffer, reader: ByteReader, at: number, size: number): string[] {
  const start = reader.u32(at + 8) ?? 0;
  if (start >= size || at + size > commands.length) return [];
  return [commands.toString('utf8', at + start, at + size).replace(/\0.*$/s, '')];
}

/** `xxxx.yy.zz` in the nibbles of a number. */
function release(version: number | undefined, architecture: string): MinimumMacos | undefined {
  if (version === undefined) return undefined;
  return { architecture, major: version >>> 16, minor: (version >>> 8) & 0xff };
}
