import type { Finding } from '../../engine/finding.ts';
import { escapeTerminal } from '../escape.ts';
import { ruleText } from '../place.ts';
import { roomBehind, wrapWithin } from '../wrap.ts';
import { detailLines } from './details.ts';
import type { LinkRule } from './link.ts';
import { type Paint, severityStyle } from './paint.ts';

/** How the lines of a wheel are written. */
export interface BlockStyle {
  readonly paint: Paint;
  readonly link: LinkRule;
  /** Columns; `undefined` where lines may be as long as they are. */
  readonly width: number | undefined;
}

const severityWidth = 'warning'.length;
const indent = ' '.repeat(severityWidth + 4);

/** Longer messages do not push the rule names of their neighbours out of a terminal of 100 columns. */
const widestColumn = 60;

/** One wheel with its findings: its path, then a line for each finding, and dim lines below for what it points to. */
export function wheelBlock(wheel: string, findings: readonly Finding[], style: BlockStyle): string {
  const { paint, link } = style;
  const room = roomBehind(indent.length, style.width);
  const messages = findings.map(({ message }) => wrapWithin(withoutFullStop(message), room));
  const column = messages
    .map(([line = '', below]) => (below === undefined && line.length <= widestColumn ? line.length : 0))
    .reduce((a, b) => Math.max(a, b), 0);
  const rows = findings.map((finding, index) => {
    const severity = paint(severityStyle[finding.severity], finding.severity.padEnd(severityWidth));
    const rule = `${escapeTerminal(ruleText(finding))}${finding.fixable ? ' [*]' : ''}`;
    const lines = withRule(messages[index] ?? [], rule, column, room);
    const painted = paint('dim', link(finding.rule, rule));
    const shown = lines.map(({ text, hasRule }) => (hasRule ? `${text}${painted}` : text));
    const details = detailLines(finding).flatMap((line) => wrapWithin(line, room));
    return `  ${severity}  ${shown.join(`\n${indent}`)}\n${details.map((line) => `${indent}${paint('dim', line)}\n`).join('')}`;
  });
  return `${paint('underline', escapeTerminal(wheel))}\n${rows.join('')}\n`;
}

/** Lines of a message, the rule behind the last one where there is room, else below. */
function withRule(
  lines: readonly string[],
  rule: string,
  column: number,
  room = Number.POSITIVE_INFINITY,
): { readonly text: string; readonly hasRule: boolean }[] {
  const last = lines.at(-1) ?? '';
  const before = lines.slice(0, -1).map((text) => ({ text, hasRule: false }));
  const fits = (width: number): boolean => width + 2 + rule.length <= room;
  if (lines.length === 1 && fits(Math.max(column, last.length)))
    return [{ text: `${last.padEnd(column)}  `, hasRule: true }];
  if (fits(last.length)) return [...before, { text: `${last}  `, hasRule: true }];
  return [...before, { text: last, hasRule: false }, { text: '', hasRule: true }];
}

/** As ESLint's stylish formatter has it. */
function withoutFullStop(message: string): string {
  return message.replace(/(?<=[^ .])\.$/u, '');
}
