import { readStart } from '../archive/content.ts';
import type { Member } from '../archive/directory.ts';
import type { Extents } from '../archive/extents.ts';
import { ArchiveError, isRefusedRead } from '../archive/problem.ts';
import { isaLevelOf, mayHoldProperties } from './elf-notes.ts';
import { PT_DYNAMIC, PT_NOTE, readProgramHeaders } from './elf-program-headers.ts';
import { findVersions } from './find-versions.ts';
import { libcOf } from './libc.ts';
import { isPromised } from './manylinux-policy.ts';
import type { NativeMember } from './native-member.ts';
import { loadedMembers, readSymbols } from './read-symbols.ts';
import { seekVersions } from './seek-versions.ts';
import { SparseBytes } from './sparse-bytes.ts';
import type { NativeSymbols } from './symbols.ts';
import { promisesOf, type TagPromise } from './tag-promise.ts';

/** The first bytes of native members, inflated, of as many as are kept. */
export type Heads = ReadonlyMap<Member, Buffer>;

type LinuxPromise = Exclude<TagPromise, { kind: 'macos' }>;

/** Compressed bytes that are looked at, one after the other, until they tell: most libraries tell at once. */
const looks = [6 * 1024, 48 * 1024, 384 * 1024, 3 * 1024 * 1024];

/**
 * Reads the symbols of those native members that do not show at their start that they keep the promises of the platform
 * tags. A twentieth of the work of reading them all: the dynamic section stands near the end of a member, and everything
 * before it has to be inflated.
 * @param heads what is known of their first bytes: enough for a third of all extension modules
 */
export async function readDoubtful(
  extents: Extents,
  members: readonly Member[],
  native: readonly NativeMember[],
  platforms: readonly string[],
  heads: Heads,
): Promise<NativeSymbols[]> {
  const promises = promisesOf(platforms).filter((promise) => promise.kind !== 'macos');
  const [first] = promises;
  // Mach-O says at its start what it needs, and a wheel for both C libraries may choose when it is imported.
  if (first === undefined || promises.some(({ kind }) => kind !== first.kind)) {
    return readSymbols(extents, members, native);
  }
  const doubtful: NativeMember[] = [];
  for (const [item, member] of loadedMembers(members, native)) {
    const promise = promises.find(({ architecture }) => item.architectures.includes(architecture));
    if (promise === undefined || item.system !== 'linux') continue;
    const head = heads.get(member);
    const verdict = head && judge(head, member.size, promise);
    if (!(verdict ?? (await keeps(extents, member, promise)))) doubtful.push(item);
  }
  const symbols = await readSymbols(extents, members, doubtful);
  // Whether another C library is a fault depends on the others.
  const isStrange = symbols.some((item) => (libcOf(item) ?? first.kind) !== first.kind);
  return isStrange ? readSymbols(extents, members, native) : symbols;
}

/** Whether the start of a member tells that it needs no more than is promised. */
async function keeps(extents: Extents, member: Member, promise: LinuxPromise): Promise<boolean> {
  for (const length of looks) {
    const start = await readStart(extents, member, length).catch(ignoreDamage);
    if (start === undefined) break;
    const verdict = judge(start, member.size, promise);
    if (verdict !== undefined) return verdict;
    if (length >= member.compressedSize) return false;
  }
  return promise.kind === 'glibc' && keepsFurtherOn(extents, member, promise);
}

/** The same for libraries with so many symbols that their version needs stand far behind the start. */
async function keepsFurtherOn(
  extents: Extents,
  member: Member,
  promise: LinuxPromise & { kind: 'glibc' },
): Promise<boolean> {
  // What is stored can be read anywhere.
  if (member.method !== 8) return false;
  // Tables that are nearly empty make of a short start more than is held in memory: nobody has looked at its notes.
  const mayKeep = (start: Buffer): boolean =>
    showsNotes(start, member.size) && judge(start, member.size, promise) !== false;
  const versions = (await seekVersions(extents, member, mayKeep)) ?? [];
  return (
    versions.some(({ family }) => family === 'GLIBC') &&
    versions.every((version) => isPromised(version, promise.minor, promise.architecture))
  );
}

/** Whether all notes that could name a level of processors are among the first bytes. */
function showsNotes(start: Buffer, size: number): boolean {
  const { headers } = headersIn(start, size);
  return (
    headers?.entries.every(
      (header) =>
        header.type !== PT_NOTE ||
        header.offset + header.fileSize <= start.length ||
        !mayHoldProperties(header, headers),
    ) === true
  );
}

/** Damaged data are said where archives are judged. */
function ignoreDamage(error: unknown): undefined {
  if (!(error instanceof ArchiveError) || isRefusedRead(error)) throw error;
}

/** The program headers that stand among the first bytes of a member. */
function headersIn(start: Buffer, size: number) {
  const bytes = new SparseBytes(size);
  bytes.add(0, start.subarray(0, size));
  return { bytes, headers: readProgramHeaders(bytes) };
}

function judge(start: Buffer, size: number, promise: LinuxPromise): boolean | undefined {
  const { bytes, headers } = headersIn(start, size);
  if (headers === undefined) return undefined;
  const { entries, littleEndian } = headers;
  if (entries.some((header) => header.type === PT_NOTE && isaLevelOf(bytes, header, headers) !== undefined)) {
    return false;
  }
  // A static program needs nothing.
  if (entries.length > 0 && !entries.some(({ type }) => type === PT_DYNAMIC)) return true;
  const versions = findVersions(start, littleEndian);
  const isGlibc = versions?.some(({ family }) => family === 'GLIBC') ?? start.includes('libc.so.6');
  if (promise.kind === 'musl') {
    if (isGlibc) return false;
    return start.includes('libc.musl-') ? true : undefined;
  }
  if (versions === undefined) return undefined;
  // C++ libraries have versions on musl too.
  return isGlibc && versions.every((version) => isPromised(version, promise.minor, promise.architecture));
}
