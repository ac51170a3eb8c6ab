import { signatures } from '../../wheel/archive/framing/signatures.ts';
import { type ByteText, toBytes } from '../byte-text.ts';
import { type Entry, flag, inZip64 } from './entry.ts';
import { type ExtraField, extraId, readExtra, without, writeExtra, zip64Field } from './extra-fields.ts';

/** An entry as it is to be written. */
export interface WrittenEntry extends Entry {
  readonly localExtra: Buffer;
}

/** Sizes stand in the header itself, and nothing behind the data. */
function flagsOf({ flags }: Entry): number {
  return flags & ~flag.descriptor;
}

function versionFor(entry: Entry, zip64: readonly ExtraField[]): number {
  return zip64.length > 0 ? Math.max(entry.versionNeeded, 45) : entry.versionNeeded;
}

/** A local header. */
export function localHeader(entry: WrittenEntry): Buffer {
  const name = toBytes(entry.name);
  const { size, compressedSize } = entry;
  // Here both numbers stand in the zip64 field if one of them does (APPNOTE 4.5.3).
  const isWide = size >= inZip64 || compressedSize >= inZip64;
  const zip64: readonly ExtraField[] = isWide
    ? [{ id: extraId.zip64, data: wideNumbers(size, compressedSize) }]
    : [];
  const extra = Buffer.concat([writeExtra(zip64), entry.localExtra]);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(signatures.localHeader, 0);
  header.writeUInt16LE(versionFor(entry, zip64), 4);
  header.writeUInt16LE(flagsOf(entry), 6);
  header.writeUInt16LE(entry.method, 8);
  header.writeUInt32LE(entry.modified, 10);
  header.writeUInt32LE(entry.crc32, 14);
  header.writeUInt32LE(isWide ? inZip64 : compressedSize, 18);
  header.writeUInt32LE(isWide ? inZip64 : size, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

/** The central directory; comments of members are left out, because PyPI refuses them. */
export function directory(entries: readonly WrittenEntry[]): Buffer {
  // One memory for all: there may be ten thousand.
  const longest = entries.reduce((sum, { name, extra }) => sum + 46 + name.length + extra.length + 28, 0);
  const bytes = Buffer.alloc(longest);
  let position = 0;
  for (const entry of entries) position += writeDirectoryEntry(entry, bytes.subarray(position));
  return bytes.subarray(0, position);
}

/** @returns bytes written */
function writeDirectoryEntry(entry: WrittenEntry, header: Buffer): number {
  const { name } = entry;
  const zip64 = zip64Field([entry.size, entry.compressedSize, entry.offset]);
  const wide = writeExtra(zip64);
  header.writeUInt32LE(signatures.directoryEntry, 0);
  header.writeUInt16LE(entry.madeBy, 4);
  header.writeUInt16LE(versionFor(entry, zip64), 6);
  header.writeUInt16LE(flagsOf(entry), 8);
  header.writeUInt16LE(entry.method, 10);
  header.writeUInt32LE(entry.modified, 12);
  header.writeUInt32LE(entry.crc32, 16);
  header.writeUInt32LE(Math.min(entry.compressedSize, inZip64), 20);
  header.writeUInt32LE(Math.min(entry.size, inZip64), 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(wide.length + entry.extra.length, 30);
  header.writeUInt16LE(entry.internalAttributes, 36);
  header.writeUInt32LE(entry.externalAttributes, 38);
  header.writeUInt32LE(Math.min(entry.offset, inZip64), 42);
  header.write(name, 46, 'latin1');
  wide.copy(header, 46 + name.length);
  entry.extra.copy(header, 46 + name.length + wide.length);
  return 46 + name.length + wide.length + entry.extra.length;
}

/** A second spelling of the name, with a checksum of the first, is wrong once the member is renamed. */
export function withoutUnicodePath(extra: Buffer, member: ByteText): Buffer {
  return writeExtra(without(readExtra(extra, member), extraId.unicodePath));
}

function wideNumbers(size: number, compressedSize: number): Buffer {
  const data = Buffer.alloc(16);
  data.writeBigUInt64LE(BigInt(size), 0);
  data.writeBigUInt64LE(BigInt(compressedSize), 8);
  return data;
}
