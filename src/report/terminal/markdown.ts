import type { Paint } from '../stylish/paint.ts';
import { layOut, words } from './inline.ts';

/** How a page is written to a terminal. */
export interface TerminalStyle {
  readonly paint: Paint;
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
}

/** The Markdown of rules' documentation for a terminal: paragraphs wrapped, lists indented, code as it stands. */
export function terminalMarkdown(markdown: string, style: TerminalStyle): string {
  return markdown
    .trim()
    .split(/^```.*$\n?/m)
    .map((part, index) => (index % 2 === 0 ? prose(part, style) : codeBlock(part, style)))
    .filter((part) => part !== '')
    .join('\n');
}

/** Code as it stands, indented: it can be copied. */
export function codeBlock(code: string, { paint }: TerminalStyle): string {
  return code
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '\n' : `    ${paint('cyan', line)}\n`))
    .join('');
}

function prose(markdown: string, style: TerminalStyle): string {
  return markdown
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '')
    .map((block) => blockLines(block, style))
    .join('\n');
}

function blockLines(block: string, style: TerminalStyle): string {
  const items = block.trim().split(/^(?=[-*] )/m);
  return items.map((item) => itemLines(item, style)).join('');
}

function itemLines(item: string, { paint, color, width }: TerminalStyle): string {
  const bullet = /^[-*] /.test(item) ? '- ' : '';
  const text = bullet === '' ? item : item.slice(2);
  const lines = layOut(words(text, color), width - bullet.length, paint);
  return lines.map((line, index) => `${index === 0 ? bullet : ' '.repeat(bullet.length)}${line}\n`).join('');
}
