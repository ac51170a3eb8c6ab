import { quoteInside } from '../../quote-inside.ts';
import type { Directory } from '../directory.ts';
import type { Extents } from '../extents.ts';
import { findDescriptor } from './descriptor.ts';
import { FaultList, type FramingFault, type HeaderFaultKind, type UploadFaultKind } from './fault.ts';
import { readLocalSizes } from './local-sizes.ts';
import { isPlain } from './plain.ts';
import { signatures } from './signatures.ts';
import { type Placed, walkMembers } from './walk.ts';

type Kind = HeaderFaultKind | UploadFaultKind;
type Faults = FaultList<Kind>;

const streamed = 8;
/** Encrypted, and name in UTF-8: the other flags are about how well it was compressed. */
const comparedFlags = 1 | streamed | 0x800;

/**
 * Reads what stands in front of and between the members, and compares it with the directory: a program that unpacks
 * while it downloads believes the one, all others the other.
 * @throws {ArchiveError} where the file cannot be read
 */
export async function readFraming(extents: Extents, directory: Directory): Promise<FramingFault<Kind>[]> {
  if (await isPlain(extents, directory)) return [];
  const faults: Faults = new FaultList();
  const begin = directory.members.reduce((least, { offset }) => Math.min(least, offset), directory.start);
  if (begin > 0) await checkFront(extents, begin, faults);
  for await (const batch of walkMembers(extents, directory)) {
    for (const placed of batch) checkMember(placed, faults);
  }
  return faults.all();
}

async function checkFront(extents: Extents, length: number, faults: Faults): Promise<void> {
  await extents.load([{ start: 0, end: Math.min(length, 4) }]);
  addHidden(extents.get(0, Math.min(length, 4)), length, 'at the beginning of the file', faults);
}

function addHidden(bytes: Buffer | undefined, length: number, place: string, faults: Faults): void {
  const isMember =
    bytes !== undefined && bytes.length >= 4 && bytes.readUInt32LE(0) === signatures.localHeader;
  faults.add(
    isMember ? 'unlisted-member' : 'hidden-bytes',
    undefined,
    () => `${length} bytes stand ${place}`,
  );
}

function checkMember(placed: Placed, faults: Faults): void {
  const { member, header, name, dataStart, next } = placed;
  if (member.commentLength > 0) {
    faults.add('member-comment', member.name, () => `its comment has ${member.commentLength} bytes`);
  }
  if (header === undefined) {
    faults.add('missing-header', member.name, () => `nothing begins at offset ${member.offset}`);
    return;
  }
  const dataEnd = dataStart + member.compressedSize;
  if (dataEnd > next) {
    faults.add('overlap', member.name, () => `it reaches ${dataEnd - next} bytes too far`);
  }
  if (dataStart > next) return;
  if (name !== member.name)
    faults.add('other-name', member.name, () => `its header says ${quoteInside(name)}`);
  if (header.method !== member.method) {
    faults.add('other-method', member.name, () => `${header.method} and ${member.method}`);
  }
  if (((header.flags ^ member.flags) & comparedFlags) !== 0) {
    faults.add('other-flags', member.name, () => `${header.flags} and ${member.flags}`);
  }
  const isStreamed = (header.flags & streamed) !== 0;
  checkSizes(placed, isStreamed, faults);
  if (dataEnd <= next) checkBehind(placed, isStreamed, next - dataEnd, faults);
}

function checkBehind({ member, behind }: Placed, isStreamed: boolean, room: number, faults: Faults): void {
  let descriptor = 0;
  if (isStreamed) {
    faults.add('streamed-member', member.name, () => 'its sizes stand behind its data');
    const found = findDescriptor(behind, member, room);
    if (found === undefined) {
      faults.add('data-descriptor', member.name, () => 'the sizes behind its data are missing or wrong');
      return;
    }
    descriptor = found;
  }
  const hidden = room - descriptor;
  if (hidden > 0) {
    const place = `behind ${quoteInside(member.name)}`;
    addHidden(behind.subarray(descriptor), hidden, place, faults);
  }
}

function checkSizes({ member, header, extra }: Placed, isStreamed: boolean, faults: Faults): void {
  if (header === undefined) return;
  // With the numbers behind the data, those in front of it may be left out.
  const isLeftOut = isStreamed && header.crc32 === 0 && header.compressedSize === 0 && header.size === 0;
  if (isLeftOut && extra.length === 0) return;
  if (!isLeftOut && header.crc32 !== member.crc32) {
    faults.add('other-checksum', member.name, () => `${header.crc32} and ${member.crc32}`);
  }
  const { strict, pypi } = readLocalSizes(header, extra);
  if (typeof strict === 'string') faults.add('header-extra', member.name, () => strict);
  else if (!isLeftOut && !isSame(strict, member)) {
    faults.add('other-size', member.name, () => `${sizesOf(strict)} and ${sizesOf(member)}`);
    return;
  }
  if (typeof pypi === 'string') faults.add('pypi-extra', member.name, () => pypi);
  else if (!isStreamed && !isSame(pypi, member)) {
    faults.add(
      'pypi-extra',
      member.name,
      () => `PyPI reads ${sizesOf(pypi)} where the directory says ${sizesOf(member)}`,
    );
  }
}

interface BothSizes {
  readonly size: number;
  readonly compressedSize: number;
}

function isSame(a: BothSizes, b: BothSizes): boolean {
  return a.size === b.size && a.compressedSize === b.compressedSize;
}

function sizesOf({ size, compressedSize }: BothSizes): string {
  return `${compressedSize} bytes for ${size}`;
}
