import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

/** A member's contents, ready to be written. */
export interface Packed {
  readonly size: number;
  readonly crc: number;
  readonly digest: string;
  readonly deflated: Buffer;
}

export type ZipEntry = readonly [name: string, content: Packed];

/** @param level of the compression; 0 wraps the bytes as they are */
export function pack(content: Uint8Array, level = 6): Packed {
  return {
    size: content.length,
    crc: crc32(content),
    digest: createHash('sha256').update(content).digest('base64url'),
    deflated: deflateRawSync(content, { level }),
  };
}

const localLength = 30;
const entryLength = 46;
const endLength = 22;
/** 1 January 2026, as DOS counts. */
const date = ((2026 - 1980) << 9) | (1 << 5) | 1;

/** A zip of members that are packed already: yazl would deflate each of them again. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const names = entries.map(([name]) => Buffer.byteLength(name));
  const nameBytes = names.reduce((sum, length) => sum + length, 0);
  const contentBytes = entries.reduce((sum, [, { deflated }]) => sum + deflated.length, 0);
  const directoryLength = entries.length * entryLength + nameBytes;
  const directoryStart = entries.length * localLength + nameBytes + contentBytes;
  const file = Buffer.alloc(directoryStart + directoryLength + endLength);
  let position = 0;
  let cursor = directoryStart;
  for (const [name, content] of entries) {
    const start = position;
    file.writeUInt32LE(0x04034b50, position);
    const nameLength = writeCommon(file, position + 4, name, content, localLength - 4);
    position += localLength + nameLength;
    position += content.deflated.copy(file, position);
    file.writeUInt32LE(0x02014b50, cursor);
    file.writeUInt16LE((3 << 8) | 20, cursor + 4);
    writeCommon(file, cursor + 6, name, content, entryLength - 6);
    file.writeUInt32LE(0o100644 * 0x10000, cursor + 38);
    file.writeUInt32LE(start, cursor + 42);
    cursor += entryLength + nameLength;
  }
  file.writeUInt32LE(0x06054b50, cursor);
  file.writeUInt16LE(entries.length, cursor + 8);
  file.writeUInt16LE(entries.length, cursor + 10);
  file.writeUInt32LE(directoryLength, cursor + 12);
  file.writeUInt32LE(directoryStart, cursor + 16);
  return file;
}

/** The fields that local header and directory share. @returns the length of the name */
function writeCommon(file: Buffer, at: number, name: string, content: Packed, nameAfter: number): number {
  const nameLength = file.write(name, at + nameAfter);
  file.writeUInt16LE(20, at);
  file.writeUInt16LE(0x800, at + 2);
  file.writeUInt16LE(8, at + 4);
  file.writeUInt16LE(date, at + 8);
  file.writeUInt32LE(content.crc, at + 10);
  file.writeUInt32LE(content.deflated.length, at + 14);
  file.writeUInt32LE(content.size, at + 18);
  file.writeUInt16LE(nameLength, at + 22);
  return nameLength;
}
