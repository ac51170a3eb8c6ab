/** What Python takes for white space: unlike JavaScript's `\s` with U+001C to U+001F and U+0085, without U+FEFF. */
const blank = '[\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';

const leading = new RegExp(`^${blank}+`);
const separating = new RegExp(`${blank}+`);
const single = new RegExp(blank);

/** Python's `str.rstrip()`. */
export function stripEnd(text: string): string {
  let end = text.length;
  // A pattern with `+$` would look at every blank of a long run as a possible beginning.
  while (end > 0 && single.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Python's `str.strip()`. */
export function strip(text: string): string {
  return stripEnd(text.slice(indentation(text)));
}

/** How many blanks a line begins with. */
export function indentation(line: string): number {
  return leading.exec(line)?.[0].length ?? 0;
}

/** Python's `str.split()`: the words between blanks. */
export function words(text: string): string[] {
  return text.split(separating).filter((word) => word !== '');
}

/** Whether a text has a blank somewhere. */
export function hasBlank(text: string): boolean {
  return single.test(text);
}
