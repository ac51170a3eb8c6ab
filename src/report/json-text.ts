/** What `JSON.stringify` leaves raw although a terminal obeys or hides it: DEL, C1, separators, formats. */
const RAW = /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A value as pretty-printed JSON with a final line feed, safe to print: what terminals would obey is written as
 * `\u…`, which every parser reads as the same text. Lone surrogates become U+FFFD, because strict parsers refuse them.
 * @see RFC 8259, sections 7 and 8.2
 */
export function jsonText(value: unknown): string {
  return write(value, 2);
}

/** The same on one line, for lines of JSON. */
export function jsonLine(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, indent: number): string {
  return `${JSON.stringify(value, wellFormed, indent).replace(RAW, escaped)}\n`;
}

function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
