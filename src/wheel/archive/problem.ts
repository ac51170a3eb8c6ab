/**
 * Why an archive, or a part of it, cannot be read.
 * - `empty`: the file has no bytes
 * - `unreadable`: the operating system refused to open or read it
 * - `not-a-file`: a directory, device or pipe under a wheel's name
 * - `git-lfs-pointer`, `html-page`: what stands there in place of the wheel
 * - `not-a-zip`: no zip signature where one must be
 * - `truncated`: begins as a zip, its end is missing
 * - `directory`: the central directory contradicts itself or the file
 * - `encrypted`, `compression`, `damaged`: the named member cannot be read
 * - `lying-size`: the named member inflates to another size than it states
 * - `too-large`: the named member is past the bound that this program reads
 * - `no-dist-info`, `many-dist-infos`, `missing-member`: what makes a zip a wheel is not there
 */
export type ArchiveProblemKind =
  | 'empty'
  | 'unreadable'
  | 'not-a-file'
  | 'git-lfs-pointer'
  | 'html-page'
  | 'not-a-zip'
  | 'truncated'
  | 'directory'
  | 'encrypted'
  | 'compression'
  | 'damaged'
  | 'lying-size'
  | 'too-large'
  | 'no-dist-info'
  | 'many-dist-infos'
  | 'missing-member';

export interface ArchiveProblem {
  readonly kind: ArchiveProblemKind;
  /** The member that it is about, where it is about one. */
  readonly member: string | undefined;
  /** What was seen, as a clause without single quotes: `it states 10 bytes and inflates to more`. */
  readonly detail: string;
}

/** Carries a problem out of nested reading code; never leaves `src/wheel/`. */
export class ArchiveError extends Error {
  readonly problem: ArchiveProblem;

  constructor(kind: ArchiveProblemKind, detail: string, member?: string) {
    super(detail);
    this.problem = { kind, member, detail };
  }
}

/** Whether the system refused a read: that says nothing about the file, and may be over the next moment. */
export function isRefusedRead(error: unknown): boolean {
  return error instanceof ArchiveError && error.problem.kind === 'unreadable';
}
