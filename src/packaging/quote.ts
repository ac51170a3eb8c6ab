const maxQuoted = 60;

/** Somebody else's text as a part of one line for people. */
export function quote(text: string): string {
  const line = text.slice(0, maxQuoted + 1).replace(/\s+/g, ' ');
  return text.length > maxQuoted ? `'${line.slice(0, maxQuoted)}…'` : `'${line}'`;
}
