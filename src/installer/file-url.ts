/** Characters that Python's `urllib.parse.quote` leaves as they are. */
const PLAIN = /[A-Za-z0-9_.\-~/]/;

/**
 * The `file:` URL that pip makes of an absolute path: the text by which it orders folders. Node.js leaves more
 * characters alone, `+` among them.
 * @see https://github.com/pypa/pip/blob/26.2/src/pip/_internal/utils/urls.py `path_to_url`
 */
export function pipFileUrl(path: string): string {
  const quoted = Array.from(new TextEncoder().encode(path), (byte) => {
    const character = String.fromCharCode(byte);
    return PLAIN.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return `file://${quoted.join('')}`;
}
