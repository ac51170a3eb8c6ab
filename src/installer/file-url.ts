/** What Python's `urllib.parse.quote` does not leave as it is. */
const QUOTED = /[^A-Za-z0-9_.\-~/]+/g;

/**
 * The `file:` URL that pip makes of an absolute path: the text by which it orders folders. Node.js leaves more
 * characters alone, `+` among them.
 * @see https://github.com/pypa/pip/blob/26.2/src/pip/_internal/utils/urls.py `path_to_url`
 */
export function pipFileUrl(path: string): string {
  return `file://${path.replace(QUOTED, percentEncoded)}`;
}

function percentEncoded(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).toUpperCase());
  return bytes.map((digits) => `%${digits.padStart(2, '0')}`).join('');
}
