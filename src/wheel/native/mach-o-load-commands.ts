import { type ByteReader, byteReader } from './byte-reader.ts';
import { loadCommands, type MachOSlice, readSlices } from './mach-o-slices.ts';
import type { SparseBytes } from './sparse-bytes.ts';
import type { MinimumMacos, ReadSymbols } from './symbols.ts';

const LC_LOAD_DYLIB = 0xc;
const LC_ID_DYLIB = 0xd;
const LC_LOAD_WEAK_DYLIB = 0x80000018;
const LC_RPATH = 0x8000001c;
const LC_REEXPORT_DYLIB = 0x8000001f;
const LC_VERSION_MIN_MACOSX = 0x24;
const LC_BUILD_VERSION = 0x32;
const PLATFORM_MACOS = 1;

interface Told {
  readonly needed: readonly string[];
  readonly soname: string | undefined;
  readonly rpath: readonly string[];
  readonly minimum: MinimumMacos | undefined;
}

/** Reads the load commands of a thin or fat Mach-O (mach-o/loader.h). Never throws; what is malformed is left out. */
export function readLoadCommands(bytes: SparseBytes): ReadSymbols {
  const slices = readSlices(bytes).flatMap((slice) => (slice === undefined ? [] : readCommands(slice)));
  const unique = (values: readonly string[]): string[] => [...new Set(values)];
  return {
    needed: unique(slices.flatMap(({ needed }) => needed)),
    soname: slices.find(({ soname }) => soname !== undefined)?.soname,
    rpath: unique(slices.flatMap(({ rpath }) => rpath)),
    minimumMacos: slices.flatMap(({ minimum }) => minimum ?? []),
  };
}

function readCommands(slice: MachOSlice): Told {
  const { commands, littleEndian, architecture } = slice;
  const reader = byteReader(commands, littleEndian);
  const needed: string[] = [];
  const rpath: string[] = [];
  let soname: string | undefined;
  let minimum: MinimumMacos | undefined;
  for (const { type, at, size } of loadCommands(slice)) {
    const text = (): string[] => stringOf(commands, reader, at, size);
    switch (type) {
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
