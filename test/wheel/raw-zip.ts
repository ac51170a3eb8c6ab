import { crc32, deflateRawSync } from 'node:zlib';

/** A member of an archive that may lie. What is not given is as it should be. */
export interface RawMember {
  readonly name: string | Buffer;
  readonly content?: string | Uint8Array;
  /** 8 deflates and is the default, 0 stores; what others hold is stored bytes. */
  readonly method?: number;
  /** Stands in the archive in place of the compressed content. */
  readonly data?: Buffer;
  readonly flags?: number;
  /** The numbers that are stated. */
  readonly size?: number;
  readonly compressedSize?: number;
  readonly crc?: number;
  /** Extra field of the local header, which the directory does not have. */
  readonly localExtra?: Buffer;
  /** Zeros in the local header and the numbers behind the data, as for output that cannot seek. */
  readonly descriptor?: boolean;
  /** Numbers in the zip64 field of the directory. */
  readonly zip64?: boolean;
  /** Offset of the local header that the directory states. */
  readonly offset?: number;
}

export interface RawArchive {
  readonly comment?: string;
  /** Zip64 end record with its locator. */
  readonly zip64?: boolean;
  /** Stated number of entries. */
  readonly count?: number;
  /** Stated offset of the directory. */
  readonly directoryOffset?: number;
  /** Number of this disk. */
  readonly disk?: number;
}

/** A zip, byte by byte: for what no library writes. */
export function rawZip(members: readonly RawMember[], archive: RawArchive = {}): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const { local, entry } = written(member, offset);
    locals.push(local);
    entries.push(entry);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  return Buffer.concat([...locals, directory, endOf(archive, members.length, directory.length, offset)]);
}

function written(member: RawMember, offset: number): { readonly local: Buffer; readonly entry: Buffer } {
  const name = Buffer.from(member.name);
  const content = Buffer.from(member.content ?? '');
  const method = member.method ?? 8;
  const data = member.data ?? (method === 8 ? deflateRawSync(content) : content);
  const crc = member.crc ?? crc32(content);
  const compressed = member.compressedSize ?? data.length;
  const size = member.size ?? content.length;
  const flags = (member.flags ?? 0) | (member.descriptor ? 8 : 0);
  const localExtra = member.localExtra ?? Buffer.alloc(0);
  const stated = member.descriptor ? [0, 0, 0] : [crc, compressed, size];
  const common = (numbers: readonly number[]) => [u16(20, flags, method, 0, 0x5c21), u32(...numbers)];
  const local = [u32(0x04034b50), ...common(stated), u16(name.length, localExtra.length), name, localExtra];
  const descriptor = member.descriptor ? u32(0x08074b50, crc, compressed, size) : Buffer.alloc(0);

  const place = member.offset ?? offset;
  const wide = [u16(1, 24), u64(size, compressed, place)];
  const extra = Buffer.concat(member.zip64 ? wide : []);
  const numbers = member.zip64 ? [crc, full, full] : [crc, compressed, size];
  const entry = [
    ...[u32(0x02014b50), u16(20), ...common(numbers), u16(name.length, extra.length, 0, 0, 0)],
    ...[u32(0o100644 * 65536, member.zip64 ? full : place), name, extra],
  ];
  return { local: Buffer.concat([...local, data, descriptor]), entry: Buffer.concat(entry) };
}

function endOf(archive: RawArchive, members: number, length: number, offset: number): Buffer {
  const { comment = '', disk = 0, zip64 = false } = archive;
  const count = archive.count ?? members;
  const start = archive.directoryOffset ?? offset;
  const wide = [
    ...[u32(0x06064b50), u64(44), u16(45, 45), u32(disk, disk), u64(count, count, length, start)],
    ...[u32(0x07064b50, 0), u64(offset + length), u32(1)],
  ];
  const few = zip64 ? 0xffff : count & 0xffff;
  const record = [
    ...[u32(0x06054b50), u16(disk, disk, few, few), u32(length, zip64 ? full : start)],
    ...[u16(Buffer.byteLength(comment)), Buffer.from(comment)],
  ];
  return Buffer.concat(zip64 ? [...wide, ...record] : record);
}

const full = 0xffffffff;

function u16(...values: readonly number[]): Buffer {
  return Buffer.from(values.flatMap((value) => [value & 0xff, (value >>> 8) & 0xff]));
}

function u32(...values: readonly number[]): Buffer {
  return Buffer.concat(values.map((value) => u16(value & 0xffff, value >>> 16)));
}

function u64(...values: readonly number[]): Buffer {
  return Buffer.concat(values.map((value) => u32(value >>> 0, Math.floor(value / 2 ** 32))));
}
