import type { ByteSource } from './archive/byte-source.ts';
import { headRange, readHead } from './archive/content.ts';
import { diagnose } from './archive/diagnose.ts';
import { type Directory, type Member, readDirectory } from './archive/directory.ts';
import { Extents } from './archive/extents.ts';
import { openFileSource } from './archive/file-source.ts';
import { inspectMembers, refuseShared } from './archive/inspect.ts';
import { ArchiveError, type ArchiveProblem, isRefusedRead } from './archive/problem.ts';
import type { DistInfoBytes, DistInfoHeaders, WheelPart, WheelVisitor } from './contents.ts';
import { findDistInfo } from './dist-info/find-dist-info.ts';
import { distInfoRanges, readDistInfo } from './dist-info/read-dist-info.ts';
import type { DistInfoFacts, WheelFacts, WheelLocation } from './facts.ts';
import { parseWheelFilename } from './filename.ts';
import { mayBeNative } from './native/candidate.ts';
import { nativeMember } from './native/describe-member.ts';
import type { NativeMember } from './native/native-member.ts';
import type { Heads } from './native/read-doubtful.ts';
import { showContents } from './show-contents.ts';

/** What is read out of the archive and kept. */
interface ReadFacts {
  readonly memberCount: number;
  readonly distInfo: DistInfoFacts | undefined;
  readonly nativeMembers: readonly NativeMember[];
  readonly problems: readonly ArchiveProblem[];
}

/** What is read and goes when the wheel is closed. */
interface Read {
  readonly facts: ReadFacts;
  readonly directory: Directory;
  readonly bytes: DistInfoBytes;
  readonly headers: DistInfoHeaders;
  readonly heads: Heads;
}

/**
 * Reads one wheel. Whatever is wrong with it is part of the facts: this does not throw for bad input. Where the system
 * refuses a read, that is all there is to say, and nobody looks into the wheel.
 * A wheel of usual size takes one read of the disk, a large one three, more only where native members lie far apart.
 * @param open how to reach the bytes; by default the file at the location
 * @param visitor looks into the wheel while it is open
 */
export async function readWheel(
  location: WheelLocation,
  open: () => Promise<ByteSource> = () => openFileSource(location.path),
  visitor?: WheelVisitor,
): Promise<WheelFacts> {
  const parsed = parseWheelFilename(location.filename);
  const name = parsed.ok ? parsed.name : undefined;
  const nameProblem = parsed.ok ? undefined : parsed.reason;
  let size = 0;
  let mode: number | undefined;
  const factsOf = (read: ReadFacts): WheelFacts => ({ location, size, mode, name, nameProblem, ...read });
  try {
    const source = await open();
    ({ size, mode } = source);
    try {
      const extents = new Extents(source);
      const { facts, ...read } = await readContents(extents, visitor?.parts ?? noParts);
      const wheel = factsOf(facts);
      if (visitor !== undefined) await showContents(visitor, wheel, read, extents);
      return wheel;
    } finally {
      await source.close();
    }
  } catch (error) {
    const problems = [problemOf(error)];
    return factsOf({ memberCount: 0, distInfo: undefined, nativeMembers: [], problems });
  }
}

const noParts: ReadonlySet<WheelPart> = new Set();

async function readContents(extents: Extents, parts: ReadonlySet<WheelPart>): Promise<Read> {
  if (extents.size === 0) throw new ArchiveError('empty', 'the file is empty');
  const directory = await readDirectory(extents, parts.has('framing')).catch(async (error: unknown) => {
    throw error instanceof ArchiveError && error.problem.kind === 'not-a-zip'
      ? await diagnose(extents)
      : error;
  });
  const { members } = directory;
  refuseShared(members);
  const files = members.filter(({ name }) => !name.endsWith('/'));
  const candidates = files.filter(({ name, size }) => mayBeNative(name, size));
  const found = attempt(() => findDistInfo(members));
  // One load for all that a usual wheel needs, so that close parts are one read of the disk.
  await extents.load([
    ...(found.ok ? distInfoRanges(found.value, parts) : []),
    ...candidates.slice(0, headBatch).map(headRange),
  ]);
  const { distInfo, bytes, headers, problems } = found.ok
    ? await readDistInfo(extents, found.value, parts)
    : { distInfo: undefined, bytes: {}, headers: {}, problems: [found.problem] };
  const native = await readNativeMembers(extents, candidates);
  const facts = {
    memberCount: files.length,
    distInfo,
    nativeMembers: native.members,
    problems: [
      ...inspectMembers(files),
      // The directory has told that something is encrypted.
      ...problems.filter(({ kind }) => kind !== 'encrypted'),
      ...native.problems,
    ],
  };
  return { facts, directory, bytes, headers, heads: native.heads };
}

/** Members whose first bytes are held in memory at one time. */
const headBatch = 256;
/** Members whose first bytes are kept while the wheel is open, and how many bytes: of code, they make 4 KB. */
const mostHeads = 64;
const longestHead = 16 * 1024;

async function readNativeMembers(extents: Extents, candidates: readonly Member[]) {
  const members: NativeMember[] = [];
  const heads = new Map<Member, Buffer>();
  const problems: ArchiveProblem[] = [];
  for (let start = 0; start < candidates.length; start += headBatch) {
    const batch = candidates.slice(start, start + headBatch);
    const held = extents.fork();
    await held.load(batch.map(headRange));
    for (const member of batch) {
      try {
        const head = await readHead(held, member);
        const native = head && nativeMember(member.name, member.size, head);
        if (native === undefined || head === undefined) continue;
        members.push(native);
        if (head.length <= longestHead && heads.size < mostHeads) heads.set(member, head);
      } catch (error) {
        if (isRefusedRead(error)) throw error;
        problems.push(problemOf(error));
      }
    }
  }
  // One damaged member says it all; a thousand of them would bury the rest.
  return { members, heads, problems: problems.slice(0, 1) };
}

type Attempt<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: ArchiveProblem };

function attempt<Value>(work: () => Value): Attempt<Value> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** @throws the error itself where it is a fault of this program */
function problemOf(error: unknown): ArchiveProblem {
  if (error instanceof ArchiveError) return error.problem;
  throw error;
}
