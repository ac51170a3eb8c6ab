/** A setting as one line for people, without the credentials and queries of URLs in it. */
export function shown(value: string): string {
  return value
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(withoutSecrets)
    .join(' ');
}

/** Up to the last "@": a password may have a "/" or "#" in it. */
function withoutSecrets(word: string): string {
  if (!word.includes('://')) return word;
  return word.replace(/:\/\/.*@/s, '://****@').replace(/\?.*$/s, '?****');
}
