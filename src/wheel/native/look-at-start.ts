import { readStart } from '../archive/content.ts';
import type { Member } from '../archive/directory.ts';
import type { Extents } from '../archive/extents.ts';
import { ArchiveError, isRefusedRead } from '../archive/problem.ts';
import {
  type GlibcPromise,
  judge,
  judgeVersions,
  type LinuxPromise,
  showsNotes,
  type Verdict,
} from './promise-verdict.ts';
import { seekVersions } from './seek-versions.ts';

/**
 * Compressed bytes that are looked at, one after the other, until they tell: most libraries tell at once. Each look
 * inflates from the start, so that wider steps inflate too much in the end and narrower ones too often.
 */
const looks = [6, 24, 96, 384, 1536].map((kibibytes) => kibibytes * 1024);

/** What the start of a member tells of a promise. @throws {ArchiveError} where the system refuses a read */
export async function lookAtStart(extents: Extents, member: Member, promise: LinuxPromise): Promise<Verdict> {
  for (const length of looks) {
    const start = await readStart(extents, member, length).catch(ignoreDamage);
    if (start === undefined) break;
    const verdict = judge(start, member.size, promise);
    if (verdict !== undefined) return verdict;
    if (length >= member.compressedSize) return 'doubtful';
  }
  // What is stored can be read anywhere.
  return promise.kind === 'glibc' && member.method === 8
    ? lookFurtherOn(extents, member, promise)
    : 'doubtful';
}

/** The same for libraries with so many symbols that their version needs stand far behind the start. */
async function lookFurtherOn(extents: Extents, member: Member, promise: GlibcPromise): Promise<Verdict> {
  // Tables that are nearly empty make of a short start more than is held in memory: nobody has looked at its notes.
  const isWorthIt = (start: Buffer): boolean => {
    const verdict = judge(start, member.size, promise);
    return showsNotes(start, member.size) && (verdict === undefined || verdict === 'kept');
  };
  const sought = await seekVersions(extents, member, isWorthIt);
  if (sought === undefined) return 'doubtful';
  // Nothing in the whole of it asks for a glibc, or for a musl.
  if (sought.versions === undefined) return sought.isWhole && !sought.mayBeMusl ? 'kept' : 'doubtful';
  return judgeVersions(sought.versions, promise, true);
}

/** Damaged data are said where archives are judged. */
function ignoreDamage(error: unknown): undefined {
  if (!(error instanceof ArchiveError) || isRefusedRead(error)) throw error;
}
