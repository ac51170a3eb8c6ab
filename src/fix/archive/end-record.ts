import { signatures } from '../../wheel/archive/framing/signatures.ts';
import { Refused } from '../refused.ts';
import type { SourceFile } from './source-file.ts';

/** Where the central directory is. */
export interface DirectoryPlace {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly comment: Buffer;
}

const endLength = 22;
const locatorLength = 20;
const wideLength = 56;
const longestComment = 0xffff;

/** Finds the end of a zip, and holds everything from the directory on to account. @throws {Refused} */
export async function readEnd(source: SourceFile): Promise<DirectoryPlace> {
  const tailStart = Math.max(0, source.size - endLength - longestComment);
  const tail = await source.read(tailStart, source.size - tailStart);
  const place = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (place === -1) throw new Refused('it has no zip directory at its end');
  if (place + endLength > tail.length || place + endLength + tail.readUInt16LE(place + 20) !== tail.length) {
    throw new Refused('there are bytes behind its end record, or its end is cut off');
  }
  const record = tail.subarray(place);
  const [disk = 0, directoryDisk = 0, here = 0, count = 0] = [4, 6, 8, 10].map((at) =>
    record.readUInt16LE(at),
  );
  const [length = 0, start = 0] = [12, 16].map((at) => record.readUInt32LE(at));
  const end = tailStart + place;
  const comment = Buffer.from(record.subarray(endLength));
  const wide = await readWideEnd(source, end);
  if (wide !== undefined) {
    const says = (narrow: number, limit: number, number: number) => narrow === limit || narrow === number;
    if (
      !says(count, 0xffff, wide.count) ||
      !says(start, 0xffffffff, wide.start) ||
      !says(length, 0xffffffff, wide.end - wide.start)
    ) {
      throw new Refused('its two end records contradict each other');
    }
    return { ...wide, comment };
  }
  if (disk !== 0 || directoryDisk !== 0 || here !== count) {
    throw new Refused('it is one part of an archive that was split over several files');
  }
  if (start + length !== end) throw new Refused('its directory does not end where its end record begins');
  return { start, end: start + length, count, comment };
}

/** The zip64 end record, where the file has one. @param end offset of the usual end record */
async function readWideEnd(
  source: SourceFile,
  end: number,
): Promise<Omit<DirectoryPlace, 'comment'> | undefined> {
  if (end < locatorLength + wideLength) return undefined;
  const locator = await source.read(end - locatorLength, locatorLength);
  if (locator.readUInt32LE(0) !== signatures.zip64Locator) return undefined;
  const place = Number(locator.readBigUInt64LE(8));
  // An extensible part would stand between the two: PyPI refuses that as well.
  if (place !== end - locatorLength - wideLength)
    throw new Refused('its zip64 end record is not where it should be');
  const record = await source.read(place, wideLength);
  if (
    record.readUInt32LE(0) !== signatures.zip64End ||
    record.readBigUInt64LE(4) !== BigInt(wideLength - 12)
  ) {
    throw new Refused('its zip64 end record cannot be read');
  }
  const [here = 0, count = 0, length = 0, start = 0] = [24, 32, 40, 48].map((at) =>
    Number(record.readBigUInt64LE(at)),
  );
  if (here !== count || record.readUInt32LE(16) !== 0 || record.readUInt32LE(20) !== 0) {
    throw new Refused('it is one part of an archive that was split over several files');
  }
  if (start + length !== place) throw new Refused('its directory does not end where its end record begins');
  return { start, end: start + length, count };
}

/** The records behind a central directory. */
export function writeEnd({ start, end, count, comment }: DirectoryPlace): Buffer {
  const length = end - start;
  const isWide = count >= 0xffff || length >= 0xffffffff || start >= 0xffffffff;
  const record = Buffer.alloc(endLength);
  record.writeUInt32LE(signatures.end, 0);
  record.writeUInt16LE(Math.min(count, 0xffff), 8);
  record.writeUInt16LE(Math.min(count, 0xffff), 10);
  record.writeUInt32LE(Math.min(length, 0xffffffff), 12);
  record.writeUInt32LE(Math.min(start, 0xffffffff), 16);
  record.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...(isWide ? [writeWideEnd({ start, end, count })] : []), record, comment]);
}

function writeWideEnd({ start, end, count }: Omit<DirectoryPlace, 'comment'>): Buffer {
  const bytes = Buffer.alloc(wideLength + locatorLength);
  bytes.writeUInt32LE(signatures.zip64End, 0);
  bytes.writeBigUInt64LE(BigInt(wideLength - 12), 4);
  bytes.writeUInt16LE(45, 12);
  bytes.writeUInt16LE(45, 14);
  [count, count, end - start, start].forEach((number, index) => {
    bytes.writeBigUInt64LE(BigInt(number), 24 + index * 8);
  });
  bytes.writeUInt32LE(signatures.zip64Locator, wideLength);
  bytes.writeBigUInt64LE(BigInt(end), wideLength + 8);
  bytes.writeUInt32LE(1, wideLength + 16);
  return bytes;
}
