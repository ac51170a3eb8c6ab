import { detach } from '../../detach.ts';

/**
 * What can be wrong with a RECORD.
 * - `encoding`, `byte-order-mark`, `empty`: the file as a whole
 * - `blank-row`, `fields`, `quote`, `field-length`, `empty-path`, `size`: rows that cannot be read
 * - `missing`: a row without a member; `unlisted`, `unlisted-itself`: a member without a row
 * - `size-mismatch`: the archive's directory states another size
 * - `repeated`, `conflicting`: a second row for a member, which says the same or something else
 * - `absolute`, `outside`, `backslash`, `unnormalized`: paths that are written as no member is
 * - `directory`: a row for a folder
 * - `weak-algorithm`, `unknown-algorithm`: of a digest
 * - `no-algorithm`, `padded`, `hex`, `alphabet`, `unreadable-digest`: digests that are not written as they must be
 * - `no-hash`, `no-size`: rows that leave them out
 * - `own-hash`: the row of RECORD itself has what it cannot have
 * - `signature-listed`, `signature-present`: `RECORD.jws` or `RECORD.p7s`, as a row or only as a member
 */
export type RecordFault =
  | 'encoding'
  | 'byte-order-mark'
  | 'empty'
  | 'blank-row'
  | 'fields'
  | 'quote'
  | 'field-length'
  | 'empty-path'
  | 'size'
  | 'missing'
  | 'unlisted'
  | 'unlisted-itself'
  | 'size-mismatch'
  | 'repeated'
  | 'conflicting'
  | 'absolute'
  | 'outside'
  | 'backslash'
  | 'unnormalized'
  | 'directory'
  | 'weak-algorithm'
  | 'unknown-algorithm'
  | DigestFault
  | 'no-hash'
  | 'no-size'
  | 'own-hash'
  | 'signature-listed'
  | 'signature-present';

export type DigestFault = 'no-algorithm' | 'padded' | 'hex' | 'alphabet' | 'unreadable-digest';

/** One place with a fault. */
export interface FaultPlace {
  /** 1-based line in RECORD; `undefined` for what has no row. */
  readonly line: number | undefined;
  /** What the row or the member is called, cut where it is long. */
  readonly path: string;
  /** What was seen there, where that differs from row to row. */
  readonly detail: string;
}

/** A fault that may be repeated over thousands of rows. */
export interface FaultTally {
  readonly count: number;
  /** The first places, at most {@link maxPlaces}. */
  readonly places: readonly FaultPlace[];
}

export const maxPlaces = 5;
const maxText = 200;

/** The faults of one RECORD. */
export class FaultList {
  readonly tallies = new Map<RecordFault, Tally>();
  /** Of all kinds. */
  count = 0;

  add(fault: RecordFault, line: number | undefined, path: string, detail = ''): void {
    this.count += 1;
    let tally = this.tallies.get(fault);
    if (tally === undefined) {
      tally = new Tally();
      this.tallies.set(fault, tally);
    }
    tally.add({ line, path, detail });
  }
}

/** Counts places, and keeps a few of them. */
export class Tally implements FaultTally {
  count = 0;
  readonly places: FaultPlace[] = [];

  add({ line, path, detail }: FaultPlace): void {
    this.count += 1;
    if (this.places.length < maxPlaces) this.places.push({ line, path: short(path), detail: short(detail) });
  }
}

/** A copy: a slice would keep the whole RECORD in memory. */
function short(text: string): string {
  return detach(text.length > maxText ? `${text.slice(0, maxText)}…` : text);
}
