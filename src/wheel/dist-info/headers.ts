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
 * Reads RFC 822 style headers as Python's e-mail parser does, which installers use: up to the first blank line or the
 * first line that is no header, for that one begins the body.
 * @see https://packaging.python.org/en/latest/specifications/core-metadata/
 */
export function readHeaders(text: string): HeaderField[] {
  const fields: HeaderField[] = [];
  /** What a folded line belongs to. */
  let last: { name: string; value: string; line: number } | undefined;
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  for (let line = 1; position < text.length; line += 1) {
    const feed = text.indexOf('\n', position);
    const end = feed === -1 ? text.length : feed;
    const content = text.slice(position, text[end - 1] === '\r' ? end - 1 : end);
    position = end + 1;
    if (content === '') break;
    if (/^[ \t]/.test(content)) {
      if (last !== undefined) last.value += `\n${content.trim()}`;
      continue;
    }
    last = undefined;
    if (content.startsWith('From ')) continue;
    const name = /^[!-9;-~]*(?=:)/.exec(content)?.[0];
    if (name === undefined) break;
    if (name === '') continue;
    last = { name: name.toLowerCase(), value: content.slice(name.length + 1).trim(), line };
    fields.push(last);
  }
  return fields;
}
