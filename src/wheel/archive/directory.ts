import yauzl from 'yauzl';
import { outOfBounds } from './byte-source.ts';
import type { Extents } from './extents.ts';
import { signatures } from './framing/signatures.ts';
import { ArchiveError } from './problem.ts';
import { memoryLength } from './read-memory.ts';

/** One entry of the central directory. */
export interface Member {
  readonly name: string;
  /** Bytes in the archive, as stated. */
  readonly compressedSize: number;
  /** Bytes when inflated, as stated. */
  readonly size: number;
  readonly crc32: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** Version of the format that it takes to unpack it, times ten. */
  readonly versionNeeded: number;
  /** General purpose bits: 0 encrypted, 3 sizes behind the data, 11 name in UTF-8. */
  readonly flags: number;
  readonly encrypted: boolean;
  /** Mode bits of Unix, type of the file among them; 0 where the archive comes from another system. */
  readonly mode: number;
  /** Offset of the local header. */
  readonly offset: number;
  /** Bytes of name and extra field in the directory; the local header's are about as long. */
  readonly headerLength: number;
  /** Extra field of the directory, where there is one: it goes with the wheel. */
  readonly extra: Buffer | undefined;
  /** Bytes of comment on this member. */
  readonly commentLength: number;
}

/** The central directory and where it stands. */
export interface Directory {
  readonly members: readonly Member[];
  /** The entries of all of them as they stand in the file; they go with the wheel. */
  readonly entries: Buffer;
  /** Offset of the first entry. */
  readonly start: number;
  /** Offset behind the last entry. */
  readonly end: number;
  /** Offset of the end record. */
  readonly endRecord: number;
  /** Bytes behind the end record and its comment, where there should be none. */
  readonly trailing: number;
}

/** Files up to this size are read whole, at once. */
const smallFile = 96 * 1024;
/** Otherwise the first read is this much of the end: all that yauzl searches, and the directory of 92 % of real wheels. */
const tailLength = 66 * 1024;
/** A directory past this is not a wheel's: the largest known wheel has 16,235 members in 1.8 MB. */
const maxDirectory = 64 * 1024 * 1024;

/**
 * Reads the central directory with one read of the disk, two where it is longer than the tail.
 * @param isAllAskedFor whether most of the file will be read later, so that larger ones are read whole
 */
export async function readDirectory(extents: Extents, isAllAskedFor = false): Promise<Directory> {
  const { size } = extents;
  const isWhole = size <= (isAllAskedFor ? memoryLength : smallFile);
  await extents.load([{ start: isWhole ? 0 : size - tailLength, end: size }]);
  const { zip, trailing } = openZip(extents);
  const start = cursorOf(zip);
  if (size - start > maxDirectory) {
    throw new ArchiveError('too-large', `its directory would be ${size - start} bytes long`);
  }
  if (start >= size) throw new ArchiveError('directory', 'its directory begins past the end of the file');
  await extents.load([{ start, end: size }]);
  const endRecord = size - trailing - endRecordLength - zip.comment.length;
  const members = readEntries(zip, () => explainEntries(extents, start, endRecord));
  const end = cursorOf(zip);
  const entries = extents.get(start, end - start);
  if (entries === undefined) throw outOfBounds();
  return { members, entries, start, end, endRecord, trailing };
}

/** Without its comment. */
const endRecordLength = 22;
const locatorLength = 20;

/** It is a number at run time; the published types say boolean. */
function cursorOf(zip: yauzl.ZipFile): number {
  return Number(zip.readEntryCursor);
}

/** Where the end record almost always is: no wheel is known to have a comment, which can be 64 KiB long. */
const usualEnd = 1024;

interface OpenZip {
  readonly zip: yauzl.ZipFile;
  readonly trailing: number;
}

/**
 * yauzl's callbacks run at once, because the bytes are in memory.
 * @param trailing bytes at the end of the file that do not belong to the archive
 * @param window bytes in front of them in which yauzl looks for the end record, all of which it copies first
 */
function openZip(extents: Extents, trailing = 0, window = usualEnd): OpenZip {
  let opened: yauzl.ZipFile | undefined;
  let failure: Error | undefined;
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false, validateEntrySizes: false };
  const whole = extents.size - trailing;
  const length = Math.min(window, whole);
  yauzl.fromRandomAccessReader(new MemoryReader(extents, whole - length), length, options, (error, zip) => {
    failure = error ?? undefined;
    opened = zip;
  });
  if (failure !== undefined) {
    if (length < whole && isMissing(failure)) return openZip(extents, trailing, whole);
    const unstated = trailing === 0 ? bytesBehind(failure) : 0;
    if (unstated > 0) return openZip(extents, unstated);
    throw explain(failure, extents);
  }
  if (opened === undefined)
    throw new ArchiveError('directory', 'its end record points at bytes that are not there');
  // The locator of zip64 stands in front of the end record, and yauzl must see it.
  const isCut = length < whole && opened.comment.length > length - endRecordLength - locatorLength;
  return isCut ? openZip(extents, trailing, whole) : { zip: opened, trailing };
}

/** How many bytes yauzl found behind an end record that states fewer. */
function bytesBehind({ message }: Error): number {
  const found = /^Invalid comment length\. Expected: (\d+)\. Found: (\d+)\./.exec(message);
  return found === null ? 0 : Number(found[1]) - Number(found[2]);
}

/** @param explainFirst why not even the first entry is there */
function readEntries(zip: yauzl.ZipFile, explainFirst: () => string | undefined): Member[] {
  const members: Member[] = [];
  let failure: Error | undefined;
  zip.on('error', (error: Error) => {
    failure = error;
  });
  zip.on('entry', (entry: yauzl.Entry) => {
    members.push({
      name: decodeName(entry.fileNameRaw),
      compressedSize: entry.compressedSize,
      size: entry.uncompressedSize,
      crc32: entry.crc32,
      method: entry.compressionMethod,
      versionNeeded: entry.versionNeededToExtract & 0xff,
      flags: entry.generalPurposeBitFlag,
      encrypted: entry.isEncrypted(),
      mode: entry.externalFileAttributes >>> 16,
      offset: entry.relativeOffsetOfLocalHeader,
      headerLength: entry.fileNameLength + entry.extraFieldLength,
      extra: entry.extraFieldLength > 0 ? entry.extraFieldRaw : undefined,
      commentLength: entry.fileCommentLength,
    });
  });
  while (zip.entriesRead < zip.entryCount && failure === undefined) {
    const before = zip.entriesRead;
    zip.readEntry();
    if (zip.entriesRead === before && failure === undefined)
      failure = new Error('entry past the end of the file');
  }
  if (failure === undefined) return members;
  if (failure.message.includes('strong encryption')) throw new ArchiveError('encrypted', 'it is encrypted');
  const reason = members.length === 0 ? explainFirst() : undefined;
  throw new ArchiveError(
    'directory',
    reason ?? `entry ${members.length + 1} of its directory cannot be read`,
  );
}

/** Programs that look for the directory in front of its end record pass over what was put in front of the archive. */
function explainEntries(extents: Extents, start: number, endRecord: number): string | undefined {
  const numberAt = (offset: number): number | undefined => extents.get(offset, 4)?.readUInt32LE(0);
  const shift = endRecord - (numberAt(endRecord + 12) ?? endRecord) - start;
  if (shift <= 0 || numberAt(start + shift) !== signatures.directoryEntry) return undefined;
  const first = numberAt(start + shift + 42) ?? 0;
  return numberAt(first + shift) === signatures.localHeader
    ? `${shift} bytes stand in front of the archive: pip passes over them, PyPI and uv refuse the wheel`
    : undefined;
}

/** UTF-8 whatever the flag says: every tool that makes wheels writes UTF-8, some forget the flag. */
function decodeName(raw: Buffer): string {
  return raw.toString();
}

function isMissing(error: Error): boolean {
  return error.message.startsWith('End of central directory record signature not found');
}

function explain(error: Error, extents: Extents): ArchiveError {
  if (isMissing(error)) {
    return new ArchiveError('not-a-zip', 'it has no zip directory at its end');
  }
  if (error.message.startsWith('Invalid comment length')) {
    return new ArchiveError('directory', 'its end record states a longer comment than there is');
  }
  if (error.message.startsWith('multi-disk')) {
    return new ArchiveError('directory', 'it is one part of an archive that was split over several files');
  }
  return new ArchiveError('directory', `its end record cannot be read (file of ${extents.size} bytes)`);
}

/** Serves yauzl from memory: its own reading takes two small reads of the disk for each entry. */
class MemoryReader extends yauzl.RandomAccessReader {
  readonly #extents: Extents;
  #shift: number;

  /** @param shift is added to the position of the first read, which is that of the end of the file */
  constructor(extents: Extents, shift: number) {
    super();
    this.#extents = extents;
    this.#shift = shift;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    const isHeld = this.#extents.copy(position + this.#shift, length, buffer, offset);
    this.#shift = 0;
    callback(isHeld ? null : new Error(`bytes ${position}+${length} are not there`));
  }
}
