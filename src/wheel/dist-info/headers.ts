/** A header field of METADATA or WHEEL. */
export interface HeaderField {
  /** Lower case. */
  readonly name: string;
  /** Unfolded, without surrounding blanks. */
  readonly value: string;
  /** 1-based. */
  readonly line: number;
}

/**
 * Reads RFC 822 style headers up to the first blank line; a line that is no header is passed over.
 * @see https://packaging.python.org/en/latest/specifications/core-metadata/
 */
export function readHeaders(text: string): HeaderField[] {
  const fields: { name: string; value: string; line: number }[] = [];
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  for (let line = 1; position < text.length; line += 1) {
    const feed = text.indexOf('\n', position);
    const end = feed === -1 ? text.length : feed;
    const content = text.slice(position, text[end - 1] === '\r' ? end - 1 : end);
    position = end + 1;
    if (content === '') break;
    const last = fields.at(-1);
    if (/^[ \t]/.test(content)) {
      if (last !== undefined) last.value += `\n${content.trim()}`;
      continue;
    }
    const colon = content.indexOf(':');
    if (colon > 0) {
      fields.push({
        name: content.slice(0, colon).trimEnd().toLowerCase(),
        value: content.slice(colon + 1).trim(),
        line,
      });
    }
  }
  return fields;
}
