import {
  type LocalHeader,
  localHeaderLength,
  parseLocalHeader,
} from '../../wheel/archive/framing/local-header.ts';
import { signatures } from '../../wheel/archive/framing/signatures.ts';
import { type ByteText, fromBytes } from '../byte-text.ts';
import { Refused } from '../refused.ts';
import { type Entry, flag, hasDescriptor, inZip64, type PlacedEntry } from './entry.ts';
import { extraId, onlyField, readExtra, without, writeExtra } from './extra-fields.ts';
import { quoteMember } from './quote-member.ts';
import type { SourceFile } from './source-file.ts';

/** Bits that say how a member is read: the header and the directory must agree on them. */
const telling = flag.encrypted | flag.descriptor | flag.utf8;

/**
 * Finds the local header of each entry, and compares it with the directory's.
 * @param directoryStart where the last member must end
 * @returns the entries in the given order
 * @throws {Refused} for contradictions, gaps and overlaps
 */
export async function placeEntries(
  source: SourceFile,
  entries: readonly Entry[],
  directoryStart: number,
): Promise<PlacedEntry[]> {
  const inFile = entries.toSorted((a, b) => a.offset - b.offset);
  const placed = new Map<Entry, PlacedEntry>();
  let position = 0;
  for (const [index, entry] of inFile.entries()) {
    if (entry.offset !== position) {
      throw new Refused(`the bytes before ${quoteMember(entry.name)} belong to no member, or to two`);
    }
    const end = inFile[index + 1]?.offset ?? directoryStart;
    placed.set(entry, await placeEntry(source, entry, end));
    position = end;
  }
  if (position !== directoryStart) throw new Refused('the bytes before its directory belong to no member');
  return entries.flatMap((entry) => placed.get(entry) ?? []);
}

async function placeEntry(source: SourceFile, entry: Entry, end: number): Promise<PlacedEntry> {
  const { name, offset, compressedSize } = entry;
  const header = readHeader(await source.peek(offset, localHeaderLength), name);
  const rest = await source.peek(offset + localHeaderLength, header.nameLength + header.extraLength);
  const fields = readExtra(rest.subarray(header.nameLength), name);
  const wide = onlyField(fields, extraId.zip64, name);
  onlyField(fields, extraId.unicodePath, name);
  const isSame =
    fromBytes(rest.subarray(0, header.nameLength)) === name &&
    (header.flags & telling) === (entry.flags & telling) &&
    header.method === entry.method &&
    hasSameNumbers(header, wide, entry);
  if (!isSame) throw new Refused(`the local header of ${quoteMember(name)} contradicts the directory`);
  const localExtra = writeExtra(without(fields, extraId.zip64));
  const dataStart = offset + localHeaderLength + rest.length;
  if (!(await endsAt(source, entry, dataStart + compressedSize, end))) {
    throw new Refused(`the bytes behind ${quoteMember(name)} belong to no member, or to two`);
  }
  return { ...entry, localExtra, dataStart, end };
}

function readHeader(bytes: Buffer, name: ByteText): LocalHeader {
  const header = parseLocalHeader(bytes);
  if (header !== undefined) return header;
  throw new Refused(`the local header of ${quoteMember(name)} is not where the directory says`);
}

/** CRC-32 and sizes; zeros where a descriptor states them. */
function hasSameNumbers(header: LocalHeader, wide: Buffer | undefined, entry: Entry): boolean {
  let { compressedSize, size } = header;
  if (compressedSize === inZip64 || size === inZip64) {
    if (wide?.length !== 16) return false;
    size = Number(wide.readBigUInt64LE(0));
    compressedSize = Number(wide.readBigUInt64LE(8));
  }
  if (hasDescriptor(entry) && header.crc32 === 0 && compressedSize === 0 && size === 0) return true;
  return header.crc32 === entry.crc32 && compressedSize === entry.compressedSize && size === entry.size;
}

/** Whether a member's data, and its descriptor if it has one, reach exactly to the next member. */
async function endsAt(source: SourceFile, entry: Entry, dataEnd: number, end: number): Promise<boolean> {
  if (!hasDescriptor(entry)) return dataEnd === end;
  const length = end - dataEnd;
  if (![12, 16, 20, 24].includes(length)) return false;
  const descriptor = await source.peek(dataEnd, length);
  const isSigned = length === 16 || length === 24;
  if (isSigned && descriptor.readUInt32LE(0) !== signatures.descriptor) return false;
  const numbers = descriptor.subarray(isSigned ? 4 : 0);
  const isWide = numbers.length === 20;
  const number = (at: number): number =>
    isWide ? Number(numbers.readBigUInt64LE(4 + at * 8)) : numbers.readUInt32LE(4 + at * 4);
  return (
    numbers.readUInt32LE(0) === entry.crc32 && number(0) === entry.compressedSize && number(1) === entry.size
  );
}
