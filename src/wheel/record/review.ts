import { isUtf8 } from 'node:buffer';
import type { Member } from '../archive/directory.ts';
import type { FaultTally, RecordFault } from './faults.ts';
import { RecordReader } from './record-reader.ts';

/** A digest that RECORD states. */
export interface StatedDigest {
  /** OpenSSL's name of the algorithm. */
  readonly algorithm: string;
  /** URL-safe base64 without padding. */
  readonly digest: string;
}

/** What RECORD says, held against the directory of the archive; no member is read for it. */
export interface RecordReview {
  /** Name of the member. */
  readonly member: string;
  /** Members that have a row. */
  readonly matched: number;
  readonly faults: ReadonlyMap<RecordFault, FaultTally>;
  /**
   * What a member has to be like, where one row says so in a way that can be read, and its size is that of the row.
   * @param position of the member in the directory
   */
  digestOf(position: number): StatedDigest | undefined;
  /** 1-based line of a member's row. */
  lineOf(position: number): number | undefined;
}

/**
 * @param own name of the RECORD member
 * @param members the directory of the archive
 * @see https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file
 */
export function reviewRecord(own: string, bytes: Buffer, members: readonly Member[]): RecordReview {
  const reader = new RecordReader(own, bytes, members);
  if (isUtf8(bytes)) reader.read();
  // Every installer stops at it, so that nothing else matters.
  else reader.refuse('encoding');
  return reader;
}
