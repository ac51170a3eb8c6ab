import { createHash, hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { remember } from '../../packaging/remember.ts';
import type { Member } from '../archive/directory.ts';
import type { Extents } from '../archive/extents.ts';
import { readContent } from '../archive/member-content.ts';
import { ArchiveError, isRefusedRead } from '../archive/problem.ts';
import { Window } from '../archive/window.ts';
import { type FaultTally, maxPlaces, Tally } from './faults.ts';
import type { RecordReview, StatedDigest } from './review.ts';

/** What reading every byte of every member gave. */
export interface DigestReview {
  /** Members whose digest was compared with the one in RECORD. */
  readonly compared: number;
  /** Members whose digest is not the one in RECORD; those whose size differs already are left out. */
  readonly mismatched: FaultTally;
  /** Members that no installer can unpack. */
  readonly damaged: FaultTally;
  /** The members take more of the file than it has, so that none of them was read: the work would have no bound. */
  readonly isOverlapping: boolean;
}

/** Bytes after which others have their turn: the progress bar, an index, another wheel. */
const turn = 8 * 1024 * 1024;
/** What a member costs whatever its size, as bytes. */
const perMember = 8 * 1024;

/** @throws nothing for bad input */
export async function reviewDigests(
  extents: Extents,
  members: readonly Member[],
  record: RecordReview | undefined,
): Promise<DigestReview> {
  const mismatched = new Tally();
  const damaged = new Tally();
  const total = members.reduce((sum, { compressedSize }) => sum + compressedSize, 0);
  if (total > extents.size) return { compared: 0, mismatched, damaged, isOverlapping: true };
  const window = new Window(extents);
  let compared = 0;
  let sinceTurn = 0;
  for (const position of inOrderOfFile(members)) {
    const member = members[position];
    if (member === undefined || !isReadable(member)) continue;
    const stated = computable(record?.digestOf(position));
    try {
      const digest = await digestMember(window, member, stated);
      if (stated === undefined) continue;
      compared += 1;
      if (digest !== stated.digest) {
        // Lines are counted from the start of RECORD: not for places that are not kept.
        const line = mismatched.count < maxPlaces ? record?.lineOf(position) : undefined;
        mismatched.add({ line, path: member.name, detail: stated.algorithm });
      }
    } catch (error) {
      if (!(error instanceof ArchiveError) || isRefusedRead(error)) throw error;
      damaged.add({ line: undefined, path: member.name, detail: error.problem.detail });
    }
    sinceTurn += member.size + perMember;
    if (sinceTurn > turn) {
      await new Promise((resolve) => setImmediate(resolve));
      sinceTurn = 0;
    }
  }
  return { compared, mismatched, damaged, isOverlapping: false };
}

const isComputable = remember(100, (algorithm: string): boolean => {
  try {
    createHash(algorithm);
    return true;
  } catch {
    return false;
  }
});

/** A Node.js that was built for FIPS has neither md5 nor blake2. */
function computable(stated: StatedDigest | undefined): StatedDigest | undefined {
  return stated !== undefined && isComputable(stated.algorithm) ? stated : undefined;
}

/** Folders have nothing to read; of encrypted members and odd compressions others tell. */
function isReadable({ name, method, encrypted }: Member): boolean {
  return !name.endsWith('/') && !encrypted && (method === 0 || method === 8);
}

/** The positions of the members, by where they stand in the file. */
function inOrderOfFile(members: readonly Member[]): number[] {
  const offsetOf = (position: number): number => members[position]?.offset ?? 0;
  return members.map((_, position) => position).sort((a, b) => offsetOf(a) - offsetOf(b));
}

/** @returns the digest, where one is asked for @throws {ArchiveError} where the content is not what the directory states */
async function digestMember(
  window: Window,
  member: Member,
  stated: StatedDigest | undefined,
): Promise<string | undefined> {
  let checksum = 0;
  let hashing: ReturnType<typeof createHash> | undefined;
  let digest: string | undefined;
  await readContent(window, member, (part) => {
    checksum = crc32(part, checksum);
    if (stated === undefined) return;
    if (part.length === member.size) digest = hash(stated.algorithm, part, 'base64url');
    else {
      hashing ??= createHash(stated.algorithm);
      hashing.update(part);
    }
  });
  if (checksum !== member.crc32) {
    throw new ArchiveError('damaged', 'its checksum is wrong', member.name);
  }
  if (member.size === 0 && stated !== undefined) return hash(stated.algorithm, '', 'base64url');
  return digest ?? hashing?.digest('base64url');
}
