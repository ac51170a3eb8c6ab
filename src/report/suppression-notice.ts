import type { SuppressionNotice } from '../engine/finding.ts';
import { count } from './words.ts';

const most = 5;

/** What the baseline does not say rightly any more, one sentence each; past a few, how many more there are. */
export function suppressionNoticeTexts(notices: readonly SuppressionNotice[]): string[] {
  const exceeded = notices.filter(({ kind }) => kind === 'exceeded');
  const stale = notices.filter(({ kind }) => kind === 'stale');
  return [
    ...shortened(
      exceeded.map(
        ({ rule, project, accepted, found }) =>
          `More than the baseline accepts: '${rule}' in '${project}', ${found} instead of ${accepted}; all are listed`,
      ),
    ),
    ...shortened(
      stale.map(
        ({ rule, project, accepted, found }) =>
          `Stale in the baseline: '${rule}' in '${project}', ${found === 0 ? 'none' : found} instead of ${accepted}`,
      ),
    ),
    ...(stale.length > 0 ? ['`--prune-suppressions` takes out what is stale'] : []),
  ];
}

function shortened(texts: readonly string[]): string[] {
  // A lone "and 1 more" would take the place of what it hides.
  if (texts.length <= most + 1) return [...texts];
  return [...texts.slice(0, most), `and ${count(texts.length - most, 'more such count')}`];
}
