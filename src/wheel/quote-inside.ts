import { quote } from '../packaging/quote.ts';

/**
 * Somebody else's text as a part of a clause that a message puts in single quotes: in double quotes, and with a
 * typographic apostrophe where it has a plain one.
 */
export function quoteInside(text: string): string {
  return `"${quote(text).slice(1, -1).replaceAll("'", '’')}"`;
}
