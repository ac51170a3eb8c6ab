const maxNamed = 3;
const maxLength = 60;

/**
 * A list of any length as a part of a line: the first few, and how many more there are. Of a long path the end is
 * kept, which tells files apart. An apostrophe becomes a typographic one: messages put the list in single quotes.
 */
export function few(names: readonly string[]): string {
  const first = names.slice(0, maxNamed).map(shorten);
  const more = names.length - first.length;
  return more > 0 ? `${first.join(', ')} and ${more} more` : first.join(', ');
}

function shorten(name: string): string {
  const end = name.length > maxLength ? `…${name.slice(1 - maxLength)}` : name;
  return /['\s]/.test(end) ? end.replaceAll("'", '’').replaceAll(/\s+/g, ' ') : end;
}
