import { oneLine } from './one-line.ts';

/** The URL given for an index cannot be used; the message is one line that says what to do. */
export class IndexUrlError extends RangeError {
  override readonly name = 'IndexUrlError';
}

export interface IndexUrl {
  /** Without credentials and without a slash at the end. */
  readonly url: URL;
  /** Value of an `Authorization` header from the URL's user name and password (RFC 7617). */
  readonly authorization: string | undefined;
}

/**
 * Takes an index URL apart.
 * @throws {IndexUrlError}
 */
export function parseIndexUrl(text: string): IndexUrl {
  // Before parsing, and up to the last "@": a password with "/" or "#" in it makes the URL malformed.
  const shown = oneLine(text.replace(/\/\/.*@/s, '//').replace(/[?#].*$/s, ''));
  const url = URL.parse(text);
  if (url === null) {
    throw new IndexUrlError(
      `"${shown}" is not a URL; give the whole index URL, starting with https:, http: or file:.`,
    );
  }
  if (!['https:', 'http:', 'file:'].includes(url.protocol)) {
    throw new IndexUrlError(`An index URL starts with https:, http: or file:, not with "${url.protocol}".`);
  }
  if (url.search !== '' || url.hash !== '') {
    throw new IndexUrlError(`Index URL "${shown}" has a query or a fragment; give it without "?" and "#".`);
  }
  const authorization = basicAuthorization(url, shown);
  url.username = '';
  url.password = '';
  url.pathname = url.pathname.replace(/\/+$/, '');
  return { url, authorization };
}

function basicAuthorization(url: URL, shown: string): string | undefined {
  if (url.username === '' && url.password === '') return undefined;
  try {
    const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    return `Basic ${Buffer.from(pair).toString('base64')}`;
  } catch {
    throw new IndexUrlError(
      `The user name or password of "${shown}" is not percent-encoded; write "%" as "%25".`,
    );
  }
}
