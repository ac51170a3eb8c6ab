import { createHash } from 'node:crypto';

/** A URL as the cache keeps it. A query may hold a token, so that only its hash is kept. */
export function documentName(url: URL): string {
  const { origin, pathname, search } = url;
  const query = search === '' ? '' : `?sha256=${createHash('sha256').update(search).digest('hex')}`;
  return `${origin}${pathname}${query}`;
}
