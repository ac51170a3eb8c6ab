import { ignoreNoticeText } from './ignore-notice.ts';
import { listedFindings } from './listed.ts';
import { notRunText } from './not-run.ts';
import { uncheckedLines } from './notices.ts';
import type { Reporter } from './reporter.ts';
import { statisticsLines } from './statistics-lines.ts';
import { ruleLinker } from './stylish/link.ts';
import { painter } from './stylish/paint.ts';
import { headline, numbers } from './stylish/summary.ts';
import { wheelBlock } from './stylish/wheel-block.ts';
import { suppressionNoticeTexts } from './suppression-notice.ts';
import { uncheckedHeading } from './unchecked.ts';
import { roomBehind, wrapWithin } from './wrap.ts';

/** The report for people, laid out as ESLint's `stylish` has it. */
export const stylish: Reporter = (result, context) => {
  const { width } = context;
  const paint = painter(context.color);
  const link = ruleLinker(context);
  const findings = listedFindings(result, context);
  const below = (indent: number, lines: readonly string[], paintLine = (line: string) => line): string =>
    lines
      .flatMap((line) => wrapWithin(line, roomBehind(indent, width)))
      .map((line) => `${' '.repeat(indent)}${paintLine(line)}\n`)
      .join('');
  const yellow = (line: string): string => paint('yellow', line);
  const unchecked = uncheckedLines(result);
  return [
    context.statistics ? statistics() : blocks(),
    `${headline(result, paint)}\n`,
    below(2, numbers(result, context)),
    unchecked.length > 0 ? below(2, [`${uncheckedHeading(result.unchecked)}:`], yellow) : '',
    below(4, unchecked),
    below(2, result.notRun.length > 0 ? [notRunText(result.notRun)] : []),
    below(2, result.doubts, yellow),
    below(2, suppressionNoticeTexts(result.suppressionNotices)),
    below(2, result.ignoreNotices.map(ignoreNoticeText)),
  ].join('');

  function blocks(): string {
    const wheels = Map.groupBy(findings, ({ wheel }) => wheel);
    return Array.from(wheels, ([wheel, found]) => wheelBlock(wheel, found, { paint, link, width })).join('');
  }

  function statistics(): string {
    const lines = statisticsLines(findings, paint, link).map((line) => `  ${line}\n`);
    return lines.length > 0 ? `${lines.join('')}\n` : '';
  }
};
