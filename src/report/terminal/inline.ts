import type { Paint } from '../stylish/paint.ts';

type Style = Parameters<Paint>[0];

/** A part of a word with its style. */
interface Part {
  readonly text: string;
  readonly style: Style | undefined;
}

/** Parts with no blank between them, which stay on one line. */
export interface Word {
  readonly parts: readonly Part[];
  readonly length: number;
}

const MARKUP = /`([^`]+)`|\*\*(.+?)\*\*|\*([^*\s][^*]*)\*|\[([^\]]*)\]\(([^)]*)\)|<(https?:[^>]*)>/g;

/**
 * The words of a paragraph of the rules' own Markdown: code, emphasis and links become styles. Without colours code
 * keeps its backticks, because what is to be typed has to be told from the prose.
 */
export function words(markdown: string, hasColor: boolean): Word[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of markdown.matchAll(MARKUP)) {
    parts.push({ text: markdown.slice(end, match.index), style: undefined }, styled(match, hasColor));
    end = match.index + match[0].length;
  }
  parts.push({ text: markdown.slice(end), style: undefined });
  return joined(parts);
}

function styled(match: RegExpMatchArray, hasColor: boolean): Part {
  const [, code, strong, emphasis, label, target = '', url] = match;
  if (code !== undefined) return { text: hasColor ? code : `\`${code}\``, style: 'cyan' };
  if (strong !== undefined) return { text: strong, style: 'bold' };
  if (emphasis !== undefined) return { text: emphasis, style: 'italic' };
  if (url !== undefined) return { text: url, style: 'underline' };
  // A page of another rule: its name is all that `rules` needs.
  const isFar = /^https?:/.test(target);
  return { text: isFar ? `${label} (${target})` : (label ?? ''), style: isFar ? undefined : 'underline' };
}

/** Parts as words: blanks part them, the border of a style does not. */
function joined(parts: readonly Part[]): Word[] {
  const found: Part[][] = [[]];
  for (const { text, style } of parts) {
    const [first = '', ...others] = text.split(/\s+/);
    if (first !== '') found.at(-1)?.push({ text: first, style });
    for (const word of others) found.push(word === '' ? [] : [{ text: word, style }]);
  }
  return found
    .filter((word) => word.length > 0)
    .map((word) => ({ parts: word, length: word.reduce((sum, { text }) => sum + text.length, 0) }));
}

/** Words as lines that are no wider than a terminal, as far as words allow. */
export function layOut(paragraph: readonly Word[], width: number, paint: Paint): string[] {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const word of paragraph) {
    const text = word.parts.map((part) => (part.style ? paint(part.style, part.text) : part.text)).join('');
    if (length > 0 && length + 1 + word.length > width) {
      lines.push(line);
      line = '';
      length = 0;
    }
    line = length === 0 ? text : `${line} ${text}`;
    length += (length === 0 ? 0 : 1) + word.length;
  }
  return length === 0 ? lines : [...lines, line];
}
