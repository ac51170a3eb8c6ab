import { type FaultTally, maxPlaces, type RecordFault } from '../../src/wheel/record/faults.ts';
import type { RecordReview } from '../../src/wheel/record/review.ts';

/** Names in a message where there are more than can be kept. */
const maxNamed = maxPlaces - 1;

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
  return {
    member,
    line: places[0]?.line,
    data: {
      files: list(
        places.map(({ path }) => path),
        count,
      ),
      lines: list(
        places.map(({ line }) => String(line)),
        count,
      ),
      detail: places[0]?.detail ?? '',
    },
  };
}

function list(words: readonly string[], count: number): string {
  // A lone "and 1 more" would take the place of the name that it hides.
  const all = count <= words.length ? words : [...words.slice(0, maxNamed), `${count - maxNamed} more`];
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

/** Whether so few members differ that RECORD was right before these were changed. */
export function isStale(wrong: number, compared: number): boolean {
  return wrong * 2 <= compared;
}
