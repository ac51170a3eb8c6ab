const PRINTABLE_ASCII = /^[ -~]*$/;

/** Controls, separators, formats (bidi, zero-width, tags), lone surrogates, noncharacters, and what is not to be drawn. */
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/** What the logs of GitHub Actions and Azure Pipelines obey: `::error::` at the start of a line, `##[group]` anywhere. */
const LOG_COMMAND = /(?<=^\s*):(?=:)|(?<=#)#(?=\[|vso\[)/g;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Text of wheels and indexes made safe for a terminal: one line, nothing that moves the cursor, changes the
 * direction of reading or cannot be seen; such characters become visible escapes (`\x1b`, `\u202e`, `\n`).
 * The commands that a CI system reads from its log are broken in the same way, since reports are printed there.
 * A backslash stays as it is: the result is for reading, not for parsing.
 * @see https://www.unicode.org/reports/tr36/
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function escapeTerminal(text: string): string {
  const shown = showHidden(text);
  return shown.includes('::') || shown.includes('##') ? shown.replace(LOG_COMMAND, visible) : shown;
}

/** The same without the commands, for pages: what cannot be seen, or changes the direction of reading, becomes visible. */
export function showHidden(text: string): string {
  return PRINTABLE_ASCII.test(text) ? text : text.replace(HIDDEN, visible);
}

function visible(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  if (hex.length > 4) return `\\u{${hex}}`;
  return SHORT[character] ?? (hex.length > 2 ? `\\u${hex.padStart(4, '0')}` : `\\x${hex.padStart(2, '0')}`);
}
