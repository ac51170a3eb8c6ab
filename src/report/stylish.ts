import { escapeTerminal } from './escape.ts';
import { ignoreNoticeText } from './ignore-notice.ts';
import { listedFindings } from './listed.ts';
import { notRunText } from './not-run.ts';
import type { Reporter } from './reporter.ts';
import { painter } from './stylish/paint.ts';
import { headline, numbers } from './stylish/summary.ts';
import { wheelBlock } from './stylish/wheel-block.ts';
import { suppressionNoticeTexts } from './suppression-notice.ts';
import { groupUnchecked, uncheckedHeading, uncheckedText } from './unchecked.ts';

/** The report for people, laid out as ESLint's `stylish` has it. */
export const stylish: Reporter = (result, context) => {
  const paint = painter(context.color);
  const wheels = Map.groupBy(listedFindings(result, context), ({ wheel }) => wheel);
  const blocks = Array.from(wheels, ([wheel, findings]) => wheelBlock(wheel, findings, paint));
  const unchecked = groupUnchecked(result.unchecked).map((group) => escapeTerminal(uncheckedText(group)));
  const lines = [
    ...numbers(result, context.quiet),
    ...(unchecked.length > 0 ? [paint('yellow', `${uncheckedHeading(result.unchecked)}:`)] : []),
    ...unchecked.map((line) => `  ${line}`),
    ...(result.notRun.length > 0 ? [notRunText(result.notRun)] : []),
    ...result.doubts.map((doubt) => paint('yellow', escapeTerminal(doubt))),
    ...suppressionNoticeTexts(result.suppressionNotices).map(escapeTerminal),
    ...result.ignoreNotices.map((notice) => escapeTerminal(ignoreNoticeText(notice))),
  ];
  return `${blocks.join('')}${headline(result, paint)}\n${lines.map((line) => `  ${line}\n`).join('')}`;
};
