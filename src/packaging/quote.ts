const maxQuoted = 60;

/** Somebody else's text as a part of one line for people. */
export function quote(text: string): string {
  const line = text.slice(0, maxQuoted + 1).replace(/\s+/g, ' ');
  return text.length > maxQuoted ? `'${line.slice(0, maxQuoted)}…'` : `'${line}'`;
}

const mostListed = 4;

/** A list inside the quotes of a message: the first few, and how many more there are. */
export function listInside(items: readonly string[]): string {
  const shown = items.slice(0, mostListed);
  const rest = items.length - shown.length;
  return (rest > 0 ? [...shown, `${rest} more`] : shown).join("', '");
}
