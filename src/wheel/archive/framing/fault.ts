/**
 * What readers of one archive can disagree on, or refuse.
 *
 * In the directory and the records at the end:
 * - `directory-size`: the end record states another size than the directory has
 * - `directory-gap`: bytes stand between the directory and its end record
 * - `entry-count`: the two counts of entries in an end record differ
 * - `zip64-record`: the zip64 end record and its locator do not fit together
 * - `zip64-conflict`: the zip64 end record and the usual one say different things
 * - `extensible-data`: the zip64 end record is longer than the format knows
 * - `archive-comment`: the comment can hold another archive
 * - `trailing-bytes`: bytes stand behind the end record; `trailing-zeros`: all of them are 0
 * - `disk-number`: parts of the archive are said to be on other disks
 *
 * In front of the members, local headers against the directory:
 * - `missing-header`: no local header where the directory says
 * - `other-name`, `other-size`, `other-checksum`, `other-method`, `other-flags`: it says something else
 * - `header-extra`: its extra field cannot be read
 * - `unlisted-member`: a member that the directory does not list
 * - `hidden-bytes`: bytes that belong to nothing
 * - `overlap`: a member reaches into the next one or into the directory
 * - `data-descriptor`: the sizes behind the data are missing or wrong
 *
 * What PyPI alone refuses:
 * - `streamed-member`: its sizes stand behind the data
 * - `member-comment`: a comment on a member
 * - `pypi-extra`: an extra field of a local header that PyPI reads in its own way
 */
export type FramingFaultKind = EndFaultKind | HeaderFaultKind | UploadFaultKind;

export type EndFaultKind =
  | 'directory-size'
  | 'directory-gap'
  | 'entry-count'
  | 'zip64-record'
  | 'zip64-conflict'
  | 'extensible-data'
  | 'archive-comment'
  | 'trailing-bytes'
  | 'trailing-zeros'
  | 'disk-number';

export type HeaderFaultKind =
  | 'missing-header'
  | 'other-name'
  | 'other-size'
  | 'other-checksum'
  | 'other-method'
  | 'other-flags'
  | 'header-extra'
  | 'unlisted-member'
  | 'hidden-bytes'
  | 'overlap'
  | 'data-descriptor';

export type UploadFaultKind = 'streamed-member' | 'member-comment' | 'pypi-extra';

/** One kind of fault in one archive. */
export interface FramingFault<Kind extends FramingFaultKind = FramingFaultKind> {
  readonly kind: Kind;
  /** The first member that has it, where it is about members. */
  readonly member: string | undefined;
  /** How often it occurs. */
  readonly count: number;
  /** What was seen the first time, as a clause without single quotes. */
  readonly detail: string;
}

/** Collects faults, one of each kind: an archive can have a hundred thousand. */
export class FaultList<Kind extends FramingFaultKind> {
  readonly #faults = new Map<Kind, FramingFault<Kind>>();

  /** @param detail is asked for the first fault of a kind only */
  add(kind: Kind, member: string | undefined, detail: () => string): void {
    const known = this.#faults.get(kind);
    this.#faults.set(
      kind,
      known === undefined
        ? { kind, member, count: 1, detail: detail() }
        : { ...known, count: known.count + 1 },
    );
  }

  all(): FramingFault<Kind>[] {
    return [...this.#faults.values()];
  }
}
