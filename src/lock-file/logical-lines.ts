/** A line of a requirements file, with those that it goes on in. */
export interface LogicalLine {
  readonly text: string;
  /** 1-based, of the first. */
  readonly line: number;
}

/**
 * The lines of a requirements file as pip joins them: a backslash at the end goes on in the next line, a comment ends
 * that; comments and empty lines are left out.
 */
export function logicalLines(content: string): LogicalLine[] {
  const lines: LogicalLine[] = [];
  let begun: { parts: string[]; line: number } | undefined;
  const end = (text: string, line: number): void => {
    // Not `\s+`: a run of millions of blanks would take hours.
    const comment = text.search(/(?<!\S)#/);
    const bare = (comment === -1 ? text : text.slice(0, comment)).trim();
    if (bare !== '') lines.push({ text: bare, line });
  };
  for (const [index, text] of content
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .entries()) {
    const isComment = /^\s*#/.test(text);
    if (text.endsWith('\\') && !isComment) {
      begun ??= { parts: [], line: index + 1 };
      begun.parts.push(withoutBackslashes(text));
      continue;
    }
    end([...(begun?.parts ?? []), isComment ? ` ${text}` : text].join(''), begun?.line ?? index + 1);
    begun = undefined;
  }
  if (begun !== undefined) end(begun.parts.join(''), begun.line);
  return lines;
}

/** At both ends, as in pip. */
function withoutBackslashes(text: string): string {
  let [start, end] = [0, text.length];
  while (text[start] === '\\') start += 1;
  while (end > start && text[end - 1] === '\\') end -= 1;
  return text.slice(start, end);
}
