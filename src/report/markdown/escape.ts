import { escapeTerminal } from '../escape.ts';

/**
 * Words that mean nothing in Markdown; all else becomes a character reference, which Markdown never takes for markup:
 * a pipe that ends no cell, a backtick that closes nothing, no HTML. Mentions and bare links are looked for in the text
 * that comes out of it, so names of others belong into {@link code}.
 * @see https://github.github.com/gfm/#entity-and-numeric-character-references
 */
export function markdownText(text: string): string {
  return escapeTerminal(text).replace(/[^\p{L}\p{M}\p{N} ,;./()'"=?+-]|(?<=www)\./giu, reference);
}

/** Text of wheels and indexes: set as code, in which GitHub makes no mention, link or emoji either. */
export function code(text: string): string {
  return text === '' ? '' : `<code>${markdownText(text)}</code>`;
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
