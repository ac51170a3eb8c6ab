/** A URL as the cache keeps it. A query may hold a token, so that only its hash is kept. */
export function documentName({ origin, pathname, search }: URL): string {
  return `${origin}${pathname}${search === '' ? '' : `?sha256=${sha256(search)}`}`;
}

function sha256(text: string): string {
  // Here, not at the top: loading the cryptography takes a tenth of a small run, and queries are rare.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(text).digest('hex');
}
