import { isaLevelOf, mayHoldProperties } from './elf-notes.ts';
import { type ProgramHeaders, PT_DYNAMIC, PT_NOTE, readProgramHeaders } from './elf-program-headers.ts';
import { findVersions } from './find-versions.ts';
import { isPromised } from './manylinux-policy.ts';
import { SparseBytes } from './sparse-bytes.ts';
import type { SymbolVersion } from './symbol-version.ts';
import type { TagPromise } from './tag-promise.ts';

export type LinuxPromise = Exclude<TagPromise, { kind: 'macos' }>;
export type GlibcPromise = Extract<TagPromise, { kind: 'glibc' }>;

/**
 * What the first bytes of a member tell of a promise: that it is kept, that more than their like is needed to say, or
 * all versions that it needs of a newer glibc.
 */
export type Verdict = 'kept' | 'doubtful' | { readonly broken: readonly SymbolVersion[] };

/** @param size of the whole member @returns `undefined` where more of its first bytes may tell */
export function judge(start: Buffer, size: number, promise: LinuxPromise): Verdict | undefined {
  const { bytes, headers } = headersIn(start, size);
  if (headers === undefined) return undefined;
  const { entries, littleEndian } = headers;
  if (entries.some((header) => header.type === PT_NOTE && isaLevelOf(bytes, header, headers) !== undefined)) {
    return 'doubtful';
  }
  // A static program needs nothing.
  if (entries.length > 0 && !entries.some(({ type }) => type === PT_DYNAMIC)) return 'kept';
  const versions = findVersions(start, littleEndian);
  if (promise.kind === 'musl') {
    if (versions?.some(({ family }) => family === 'GLIBC') ?? start.includes('libc.so.6')) return 'doubtful';
    return start.includes('libc.musl-') ? 'kept' : undefined;
  }
  return versions && judgeVersions(versions, promise, areNotesIn(headers, start.length));
}

/**
 * @param versions all that a member needs of the known families
 * @param isShown whether its notes, which may name a level of processors, have been seen
 */
export function judgeVersions(
  versions: readonly SymbolVersion[],
  { minor, architecture }: GlibcPromise,
  isShown: boolean,
): Verdict {
  // C++ libraries have versions on musl too.
  if (!versions.some(({ family }) => family === 'GLIBC')) return 'doubtful';
  if (versions.every((version) => isPromised(version, minor, architecture))) return 'kept';
  return isShown ? { broken: versions } : 'doubtful';
}

/** Whether all notes that could name a level of processors are among the first bytes of a member. */
export function showsNotes(start: Buffer, size: number): boolean {
  const { headers } = headersIn(start, size);
  return headers !== undefined && areNotesIn(headers, start.length);
}

function areNotesIn(headers: ProgramHeaders, length: number): boolean {
  return headers.entries.every(
    (header) =>
      header.type !== PT_NOTE ||
      header.offset + header.fileSize <= length ||
      !mayHoldProperties(header, headers),
  );
}

/** The program headers that stand among the first bytes of a member. */
function headersIn(start: Buffer, size: number) {
  const bytes = new SparseBytes(size);
  bytes.add(0, start.subarray(0, size));
  return { bytes, headers: readProgramHeaders(bytes) };
}
