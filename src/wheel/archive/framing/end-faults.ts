import type { Directory } from '../directory.ts';
import type { Extents } from '../extents.ts';
import { type EndFaultKind, FaultList, type FramingFault } from './fault.ts';
import { elsewhere16, elsewhere32, readUInt64, signatures } from './signatures.ts';

/** Lengths of the records without what may follow them. */
const endLength = 22;
const locatorLength = 20;
const zip64EndLength = 56;
/** The stated size of a zip64 end record does not count its first bytes. */
const zip64Uncounted = 12;
const usualZip64Size = zip64EndLength - zip64Uncounted;

/** The numbers of an end record that both of its forms have. */
interface EndNumbers {
  readonly disk: number;
  readonly directoryDisk: number;
  readonly countOnDisk: number;
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

type Faults = FaultList<EndFaultKind>;

/**
 * What is wrong with the records at the end of an archive, which its reader has loaded: no byte is read for it.
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3.14 to 4.3.16
 */
export function findEndFaults(extents: Extents, directory: Directory): FramingFault<EndFaultKind>[] {
  const faults: Faults = new FaultList();
  const { endRecord } = directory;
  const bytes = extents.get(endRecord, extents.size - endRecord);
  if (bytes === undefined || bytes.length < endLength) return [];
  const numbers = endNumbers(bytes);
  const locator = extents.get(endRecord - locatorLength, locatorLength);
  if (locator?.readUInt32LE(0) === signatures.zip64Locator) {
    checkZip64(extents, directory, numbers, locator, faults);
  } else {
    checkDirectory(directory, numbers, endRecord, faults);
  }
  const end = bytes.length - directory.trailing;
  checkComment(bytes.subarray(endLength, end), faults);
  checkTrailing(bytes.subarray(end), faults);
  return faults.all();
}

function endNumbers(bytes: Buffer): EndNumbers {
  return {
    disk: bytes.readUInt16LE(4),
    directoryDisk: bytes.readUInt16LE(6),
    countOnDisk: bytes.readUInt16LE(8),
    count: bytes.readUInt16LE(10),
    size: bytes.readUInt32LE(12),
    offset: bytes.readUInt32LE(16),
  };
}

function zip64Numbers(bytes: Buffer): EndNumbers {
  return {
    disk: bytes.readUInt32LE(16),
    directoryDisk: bytes.readUInt32LE(20),
    countOnDisk: readUInt64(bytes, 24),
    count: readUInt64(bytes, 32),
    size: readUInt64(bytes, 40),
    offset: readUInt64(bytes, 48),
  };
}

/** @param record offset of the record that the directory must reach to */
function checkDirectory(
  { start, end }: Directory,
  { directoryDisk, size, ...counts }: EndNumbers,
  record: number,
  faults: Faults,
): void {
  checkCounts(counts, faults);
  if (directoryDisk !== 0) {
    faults.add('disk-number', undefined, () => `its directory would begin on disk ${directoryDisk}`);
  }
  if (end !== record) {
    const distance = Math.abs(record - end);
    faults.add('directory-gap', undefined, () =>
      end < record
        ? `${distance} bytes stand between the directory and its end record`
        : `the directory reaches ${distance} bytes past its end record`,
    );
  } else if (size !== end - start) {
    faults.add(
      'directory-size',
      undefined,
      () => `it states ${size} bytes for a directory of ${end - start}`,
    );
  }
}

function checkCounts(
  { countOnDisk, count }: Pick<EndNumbers, 'countOnDisk' | 'count'>,
  faults: Faults,
): void {
  if (countOnDisk === count) return;
  faults.add(
    'entry-count',
    undefined,
    () => `it counts ${count} entries, and ${countOnDisk} of them on its disk`,
  );
}

function checkZip64(
  extents: Extents,
  directory: Directory,
  legacy: EndNumbers,
  locator: Buffer,
  faults: Faults,
): void {
  const at = readUInt64(locator, 8);
  const bytes = extents.get(at, zip64EndLength);
  if (bytes?.readUInt32LE(0) !== signatures.zip64End) {
    faults.add(
      'zip64-record',
      undefined,
      () => 'the locator points at something else than the zip64 end record',
    );
    return;
  }
  const size = readUInt64(bytes, 4);
  const disks = locator.readUInt32LE(16);
  if (size !== usualZip64Size) {
    faults.add('extensible-data', undefined, () => `it states ${size} bytes, not ${usualZip64Size}`);
  } else if (at + zip64EndLength !== directory.endRecord - locatorLength) {
    faults.add(
      'zip64-record',
      undefined,
      () => 'the zip64 end record does not stand in front of its locator',
    );
  }
  if (locator.readUInt32LE(4) !== 0 || disks > 1) {
    faults.add('zip64-record', undefined, () => `its locator counts ${disks} disks`);
  }
  checkCounts(legacy, faults);
  const numbers = zip64Numbers(bytes);
  const differing = (['directoryDisk', 'countOnDisk', 'count', 'size', 'offset'] as const).find(
    (field) => legacy[field] !== numbers[field] && legacy[field] !== elsewhere(field),
  );
  if (differing !== undefined) {
    faults.add(
      'zip64-conflict',
      undefined,
      () => `the end records say ${legacy[differing]} and ${numbers[differing]} for ${words[differing]}`,
    );
  }
  checkDirectory(directory, numbers, at, faults);
}

const words = {
  directoryDisk: 'the disk of the directory',
  countOnDisk: 'the entries on this disk',
  count: 'the number of entries',
  size: 'the size of the directory',
  offset: 'the offset of the directory',
} as const satisfies Readonly<Partial<Record<keyof EndNumbers, string>>>;

function elsewhere(field: keyof EndNumbers): number {
  return field === 'size' || field === 'offset' ? elsewhere32 : elsewhere16;
}

/** uv's bounds: the records of an archive inside the comment have such bytes, and no text has. */
function checkComment(comment: Buffer, faults: Faults): void {
  const at = comment.findIndex((byte) => byte >= 1 && byte <= 8);
  if (at !== -1) {
    faults.add('archive-comment', undefined, () => `byte ${at + 1} of its comment is ${comment[at]}`);
  }
}

function checkTrailing(bytes: Buffer, faults: Faults): void {
  if (bytes.length === 0) return;
  faults.add(
    bytes.some((byte) => byte !== 0) ? 'trailing-bytes' : 'trailing-zeros',
    undefined,
    () => `${bytes.length} bytes`,
  );
}
