import type { FaultTally, RecordFault } from '../../src/wheel/record/faults.ts';
import type { RecordReview } from '../../src/wheel/record/review.ts';

/** What the rules about RECORD say of a fault, whatever it is. */
export interface FoundFault {
  readonly member: string;
  /** Of the first place. */
  readonly line: number | undefined;
  readonly data: { readonly files: string; readonly lines: string; readonly detail: string };
}

/** @returns `undefined` where RECORD has no such fault, or cannot be read */
export function findFault(record: RecordReview | undefined, fault: RecordFault): FoundFault | undefined {
  const tally = record?.faults.get(fault);
  return record && tally && describeFault(record.member, tally);
}

/** @param member name of the RECORD member */
export function describeFault(member: string, { count, places }: FaultTally): FoundFault {
  const listed = (words: readonly string[]): string => list(words, count - words.length);
  return {
    member,
    line: places[0]?.line,
    data: {
      files: listed(places.map(({ path }) => path)),
      lines: listed(places.map(({ line }) => String(line))),
      detail: places[0]?.detail ?? '',
    },
  };
}

function list(words: readonly string[], more: number): string {
  const all = more > 0 ? [...words, `${more} more`] : words;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

/** Whether so few members differ that RECORD was right before these were changed. */
export function isStale(wrong: number, compared: number): boolean {
  return wrong * 2 <= compared;
}
