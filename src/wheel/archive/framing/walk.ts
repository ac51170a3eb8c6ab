import { outOfBounds } from '../byte-source.ts';
import type { Directory, Member } from '../directory.ts';
import type { Extents, Range } from '../extents.ts';
import { type LocalHeader, localHeaderLength, parseLocalHeader } from './local-header.ts';

/** Members whose headers are held in memory at one time. */
const batchLength = 512;
/** Local extra fields may be longer than the directory's; the rest is read where they are. */
const slack = 64;
/** The longest data descriptor, and the signature of what may follow it. */
const behindLength = 24 + 4;

/** A member as it stands in the file. */
export interface Placed {
  readonly member: Member;
  /** `undefined` where there is no header at its offset. */
  readonly header: LocalHeader | undefined;
  /** Empty, as {@link extra}, where the header reaches past {@link next}. */
  readonly name: string;
  readonly extra: Buffer;
  /** Offset of its data. */
  readonly dataStart: number;
  /** Where the next member, or the directory, begins. */
  readonly next: number;
  /** The first bytes behind its data, as many as {@link behindLength} and the next member leave. */
  readonly behind: Buffer;
}

const nothing = Buffer.alloc(0);

/**
 * Every member in the order of the file, with the bytes that surround its data, so many at a time: a few reads for
 * each {@link batchLength} members, and none where the file is in memory.
 * @throws {ArchiveError} where the file cannot be read
 */
export async function* walkMembers(extents: Extents, directory: Directory): AsyncGenerator<Placed[]> {
  const members = inOrder(directory.members);
  const isWhole = extents.get(0, extents.size) !== undefined;
  for (let first = 0; first < members.length; first += batchLength) {
    const batch = members.slice(first, first + batchLength);
    const held = extents.fork();
    const nextOf = (index: number): number => members[first + index + 1]?.offset ?? directory.start;
    if (!isWhole) await held.load(batch.flatMap((member, index) => surroundings(member, nextOf(index))));
    const placed: Placed[] = [];
    for (const [index, member] of batch.entries()) {
      const next = nextOf(index);
      placed.push(placeHeld(held, member, next) ?? (await place(held, member, next)));
    }
    yield placed;
  }
}

function inOrder(members: readonly Member[]): readonly Member[] {
  const isSorted = members.every(
    ({ offset }, index) => index === 0 || offset > (members[index - 1]?.offset ?? 0),
  );
  return isSorted ? members : members.toSorted((a, b) => a.offset - b.offset);
}

function surroundings({ offset, headerLength, compressedSize }: Member, next: number): Range[] {
  const headerEnd = offset + localHeaderLength + headerLength + slack;
  // What is between the data and the next header is a data descriptor or should not be there.
  const from = Math.max(headerEnd, next - behindLength);
  const hasTail = next > offset + localHeaderLength + headerLength + compressedSize;
  return [{ start: offset, end: headerEnd }, ...(hasTail ? [{ start: from, end: next }] : [])];
}

/** @returns `undefined` where bytes of it are not in memory */
function placeHeld(held: Extents, member: Member, next: number): Placed | undefined {
  const { offset } = member;
  const fixed = bytesAt(held, offset, localHeaderLength);
  if (fixed === undefined) return undefined;
  const header = parseLocalHeader(fixed);
  const dataStart = dataStartOf(member, header);
  const bare = { member, header, name: '', extra: nothing, dataStart, next, behind: nothing };
  // A million headers in each other's names would be read a million times.
  if (header === undefined || dataStart > next) return bare;
  const { nameLength, extraLength } = header;
  const variable = bytesAt(held, offset + localHeaderLength, nameLength + extraLength);
  const dataEnd = dataStart + member.compressedSize;
  const behind = bytesAt(held, dataEnd, Math.min(next - dataEnd, behindLength));
  if (variable === undefined || behind === undefined) return undefined;
  return {
    ...bare,
    name: variable.toString('utf8', 0, nameLength),
    extra: extraLength === 0 ? nothing : variable.subarray(nameLength),
    behind,
  };
}

/** For a header that is longer than usual. */
async function place(held: Extents, member: Member, next: number): Promise<Placed> {
  const { offset, compressedSize } = member;
  await held.load([{ start: offset, end: offset + localHeaderLength }]);
  const header = parseLocalHeader(bytesAt(held, offset, localHeaderLength) ?? nothing);
  const dataStart = dataStartOf(member, header);
  const dataEnd = dataStart + compressedSize;
  await held.load([
    { start: offset, end: dataStart },
    { start: dataEnd, end: Math.min(next, dataEnd + behindLength) },
  ]);
  const placed = placeHeld(held, member, next);
  if (placed === undefined) throw outOfBounds();
  return placed;
}

function dataStartOf({ offset }: Member, header: LocalHeader | undefined): number {
  return header === undefined ? offset : offset + localHeaderLength + header.nameLength + header.extraLength;
}

/** As many of the bytes as the file has; `undefined` where they are not in memory. */
function bytesAt(held: Extents, start: number, length: number): Buffer | undefined {
  const end = Math.min(start + length, held.size);
  return end <= start ? nothing : held.get(start, end - start);
}
