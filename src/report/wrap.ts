import { escapeTerminal } from './escape.ts';

/**
 * A text as lines that are safe for a terminal, broken between words, so that none is wider than it; a word that is too
 * long stays whole.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of escapeTerminal(text).split(/(?<=\S) +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  // What was harmless inside a line may be a command to a CI system at the start of one.
  return [...lines, line].map(escapeTerminal);
}

/** In fewer columns nothing is readable, wrapped or not. */
const narrowest = 20;

/** What a terminal of a width has left of it behind an indent; `undefined` where lines may as well be of any length. */
export function roomBehind(indent: number, width: number | undefined): number | undefined {
  return width === undefined || width - indent < narrowest ? undefined : width - indent;
}

/** {@link wrap}, or one line where there is no room that is known. */
export function wrapWithin(text: string, room: number | undefined): string[] {
  return room === undefined ? [escapeTerminal(text)] : wrap(text, room);
}
