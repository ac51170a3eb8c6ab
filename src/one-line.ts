const LONGEST = 200;

/** What a terminal or a line-based report could take as more than text: controls, separators, direction marks. */
const NOT_PRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** A text from outside as one printable line of at most 200 characters. */
export function oneLine(text: string): string {
  const line = text.replace(NOT_PRINTABLE, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

/** Whether a text has a character that cannot stand in a printed line. */
export function hasControls(text: string): boolean {
  return text.search(NOT_PRINTABLE) !== -1;
}
