import type { NotRun } from '../engine/finding.ts';
import { count, list } from './words.ts';

const reasons: Readonly<Record<NotRun['need'], string>> = {
  index: 'because no index was asked',
  deep: 'because only --deep reads every byte',
};

/** Which rules had no part in the result: none of their findings says nothing then. */
export function notRunText(lacking: readonly NotRun[]): string {
  return lacking
    .map(
      ({ need, codes }) => `${count(codes.length, 'rule')} did not run, ${reasons[need]} (${list(codes, 8)})`,
    )
    .join('; ');
}
