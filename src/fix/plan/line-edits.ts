import type { ByteText } from '../byte-text.ts';

/** One change to a text: lines, each with its end, in place of others. */
export interface LineEdit {
  /** 1-based place in the old text of the first removed line, or of the line that the added ones come before. */
  readonly line: number;
  readonly removed: readonly ByteText[];
  readonly added: readonly ByteText[];
}

/** Lines with their ends: joined they are the text again. */
export function splitLines(text: ByteText): ByteText[] {
  const lines: ByteText[] = [];
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed + 1;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}

/** @param edits about different lines, in any order */
export function applyEdits(lines: readonly ByteText[], edits: readonly LineEdit[]): ByteText {
  const parts: ByteText[] = [];
  let next = 0;
  for (const { line, removed, added } of sortEdits(edits)) {
    for (; next < line - 1; next += 1) parts.push(lines[next] ?? '');
    for (const text of added) parts.push(text);
    next += removed.length;
  }
  for (; next < lines.length; next += 1) parts.push(lines[next] ?? '');
  return parts.join('');
}

/** By place; what is only added comes before what is replaced. */
export function sortEdits(edits: readonly LineEdit[]): LineEdit[] {
  return edits.toSorted((a, b) => a.line - b.line || a.removed.length - b.removed.length);
}

/** The characters that end a line: `\r\n`, `\n`, or none. */
export function lineEnd(line: ByteText): string {
  return /\r?\n$/.exec(line)?.[0] ?? '';
}
