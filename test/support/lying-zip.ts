import { crc32, deflateRawSync } from 'node:zlib';

/** A deflated member, and what its headers say in place of the truth. */
export interface LyingMember {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly size?: number;
  readonly crc?: number;
}

/** Pairs of a width in bytes and a number. */
function little(...fields: readonly (readonly [width: number, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([width, value]) => {
      const bytes = Buffer.alloc(width);
      bytes.writeUIntLE(value, 0, width);
      return bytes;
    }),
  );
}

/**
 * A zip that no library writes.
 * @param skew bytes by which its end record misses the directory
 */
export function lyingZip(members: readonly LyingMember[], skew = 0): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, method = 8, flags = 0x800, size, crc } of members) {
    const data = deflateRawSync(content);
    const path = Buffer.from(name);
    const common = little(
      [2, 20],
      [2, flags],
      [2, method],
      [4, 0x5c210000],
      [4, crc ?? crc32(content)],
      [4, data.length],
      [4, size ?? Buffer.byteLength(content)],
      [2, path.length],
      [2, 0],
    );
    const local = Buffer.concat([little([4, 0x04034b50]), common, path, data]);
    const place = little([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    directory.push(Buffer.concat([little([4, 0x02014b50], [2, 20]), common, place, path]));
    locals.push(local);
    offset += local.length;
  }
  const { length } = Buffer.concat(directory);
  const counts = little([2, 0], [2, 0], [2, members.length], [2, members.length]);
  const end = [little([4, 0x06054b50]), counts, little([4, length], [4, offset + skew], [2, 0])];
  return Buffer.concat([...locals, ...directory, ...end]);
}
