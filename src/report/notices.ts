import type { LintResult } from '../engine/finding.ts';
import { ignoreNoticeText } from './ignore-notice.ts';
import { notRunText } from './not-run.ts';
import { suppressionNoticeTexts } from './suppression-notice.ts';
import { groupUnchecked, uncheckedText } from './unchecked.ts';

/** What a report for people says besides findings and numbers: sentences without a full stop, not yet escaped. */
export function uncheckedLines({ unchecked }: LintResult): string[] {
  return groupUnchecked(unchecked).map((group) => uncheckedText(group));
}

export function noticeLines({ notRun, doubts, suppressionNotices, ignoreNotices }: LintResult): string[] {
  return [
    ...(notRun.length > 0 ? [notRunText(notRun)] : []),
    ...doubts,
    ...suppressionNoticeTexts(suppressionNotices),
    ...ignoreNotices.map(ignoreNoticeText),
  ];
}
