import { signatures } from '../../wheel/archive/framing/signatures.ts';
import { type ByteText, fromBytes } from '../byte-text.ts';
import { Refused } from '../refused.ts';
import { readEnd } from './end-record.ts';
import { type Archive, type Entry, flag } from './entry.ts';
import { extraId, fromZip64, onlyField, readExtra, without, writeExtra } from './extra-fields.ts';
import { placeEntries } from './place-entries.ts';
import { quoteMember } from './quote-member.ts';
import type { SourceFile } from './source-file.ts';

/** A directory past this is not a wheel's: that of the largest known one takes 1.8 MB. */
const longestDirectory = 32 * 1024 * 1024;
const headerLength = 46;

/**
 * Reads an archive that is to be copied. Whatever two readers could understand in two ways is refused: what stands in
 * local headers and directory must agree, and the members must fill the file without gaps.
 * @throws {Refused}
 */
export async function readArchive(source: SourceFile): Promise<Archive> {
  if (source.size === 0) throw new Refused('the file is empty');
  const { start, end, count, comment } = await readEnd(source);
  if (end - start > longestDirectory) throw new Refused(`its directory would be ${end - start} bytes long`);
  const directory = await source.read(start, end - start);
  const entries: Entry[] = [];
  let position = 0;
  while (position < directory.length) {
    const [entry, next] = readEntry(directory, position);
    entries.push(entry);
    position = next;
  }
  if (entries.length !== count) {
    throw new Refused(`its end record speaks of ${count} members, its directory of ${entries.length}`);
  }
  refuseDoubtfulNames(entries);
  return { entries: await placeEntries(source, entries, start), comment };
}

function readEntry(directory: Buffer, start: number): [entry: Entry, next: number] {
  if (
    start + headerLength > directory.length ||
    directory.readUInt32LE(start) !== signatures.directoryEntry
  ) {
    throw new Refused('an entry of its directory cannot be read');
  }
  const u16 = (at: number): number => directory.readUInt16LE(start + at);
  const u32 = (at: number): number => directory.readUInt32LE(start + at);
  const nameEnd = start + headerLength + u16(28);
  const extraEnd = nameEnd + u16(30);
  const next = extraEnd + u16(32);
  if (next > directory.length) throw new Refused('an entry of its directory cannot be read');
  const name = fromBytes(directory.subarray(start + headerLength, nameEnd));
  const fields = readExtra(directory.subarray(nameEnd, extraEnd), name);
  const zip64 = onlyField(fields, extraId.zip64, name);
  const [size = 0, compressedSize = 0, offset = 0] = fromZip64([u32(24), u32(20), u32(42)], zip64, name);
  const entry = {
    name,
    madeBy: u16(4),
    versionNeeded: u16(6),
    flags: u16(8),
    method: u16(10),
    modified: u32(12),
    crc32: u32(16),
    compressedSize,
    size,
    internalAttributes: u16(36),
    externalAttributes: u32(38),
    extra: writeExtra(without(fields, extraId.zip64)),
    hasComment: next > extraEnd,
    offset,
  };
  if (u16(34) !== 0) throw new Refused('it is one part of an archive that was split over several files');
  refuseUnreadable(entry, onlyField(fields, extraId.unicodePath, name));
  return [entry, next];
}

function refuseUnreadable({ name, flags, method }: Entry, unicodePath: Buffer | undefined): void {
  if ((flags & (flag.encrypted | flag.strongEncryption | flag.hiddenHeader)) !== 0) {
    throw new Refused(`${quoteMember(name)} is encrypted`);
  }
  if ((flags & flag.patch) !== 0 || (method !== 0 && method !== 8)) {
    throw new Refused(`${quoteMember(name)} is compressed with method ${method}, not stored or deflated`);
  }
  if (unicodePath !== undefined && fromBytes(unicodePath.subarray(5)) !== name) {
    throw new Refused(`${quoteMember(name)} has a second name in its extra field`);
  }
}

function refuseDoubtfulNames(entries: readonly Entry[]): void {
  const seen = new Set<ByteText>();
  for (const { name } of entries) {
    if (seen.has(name)) throw new Refused(`two of its members are called ${quoteMember(name)}`);
    seen.add(name);
    // Separators, roots and steps up are read in several ways; control characters are refused by indexes.
    if (name === '' || /[\0-\x1f\x7f\\]|^\/|^[a-z]:|(?:^|\/)\.\.?(?:\/|$)|\/\//i.test(name)) {
      throw new Refused(`the name ${quoteMember(name)} of a member is not safe`);
    }
  }
}
