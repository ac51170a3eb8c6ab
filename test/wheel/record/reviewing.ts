import type { RecordFault } from '../../../src/wheel/record/faults.ts';
import { type RecordReview, reviewRecord } from '../../../src/wheel/record/review.ts';
import { member } from '../../support/member.ts';

export const own = 'demo-1.0.dist-info/RECORD';
export const digest = '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU';

/** A row as it should be. */
export function row(name: string, size = 0): string {
  return `${name},sha256=${digest},${size}\n`;
}

/** The review of a RECORD beside empty files; RECORD itself is one of them. */
export function review(text: string, names: readonly string[]): RecordReview {
  return reviewRecord(
    own,
    Buffer.from(text),
    [...names, own].map((name) => member(name)),
  );
}

/** How often each fault was found. */
export function counts({ faults }: RecordReview): Partial<Record<RecordFault, number>> {
  return Object.fromEntries(Array.from(faults, ([fault, { count }]) => [fault, count]));
}
