/** `1 wheel`, `2 wheels`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b and c`; past `most`, `a, b and 12 more`. */
export function list(items: readonly string[], most: number): string {
  // A lone "and 1 more" would take the place of the name that it hides.
  const shown = items.length <= most + 1 ? items : [...items.slice(0, most), `${items.length - most} more`];
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
