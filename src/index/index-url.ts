import type { Credentials } from './http/one-try.ts';
import { oneLine } from './one-line.ts';

/** The URL given for an index cannot be used; the message is one line that says what to do. */
export class IndexUrlError extends RangeError {
  override readonly name = 'IndexUrlError';
}

export interface IndexUrl {
  /** Without credentials; that of an index has no slash at the end. */
  readonly url: URL;
  /** Value of an `Authorization` header from the URL's user name and password (RFC 7617). */
  readonly authorization: string | undefined;
}

/**
 * Takes an index URL apart.
 * @throws {IndexUrlError}
 */
export function parseIndexUrl(text: string): IndexUrl {
  const shown = shownUrl(text);
  const place = parsePlace(text, shown, 'index URL');
  if (place.url.search !== '' || place.url.hash !== '') {
    throw new IndexUrlError(`Index URL "${shown}" has a query or a fragment; give it without "?" and "#".`);
  }
  place.url.pathname = place.url.pathname.replace(/\/+$/, '');
  return place;
}

/**
 * Takes the URL of a find-links page apart. It keeps its query, and its slash at the end: links are relative to it.
 * @throws {IndexUrlError}
 */
export function parsePageUrl(text: string): IndexUrl {
  const place = parsePlace(text, shownUrl(text), 'find-links URL');
  place.url.hash = '';
  return place;
}

/** What goes to the origin of an index, and nowhere else. */
export function credentialsOf({ url, authorization }: IndexUrl): Credentials | undefined {
  return authorization === undefined ? undefined : { origin: url.origin, authorization };
}

/** Before parsing, and up to the last "@": a password with "/" or "#" in it makes the URL malformed. */
function shownUrl(text: string): string {
  return oneLine(text.replace(/\/\/.*@/s, '//').replace(/[?#].*$/s, ''));
}

function parsePlace(text: string, shown: string, kind: 'index URL' | 'find-links URL'): IndexUrl {
  const url = URL.parse(text);
  if (url === null) {
    throw new IndexUrlError(
      `"${shown}" is not a URL; give the whole ${kind}, starting with https:, http: or file:.`,
    );
  }
  if (!['https:', 'http:', 'file:'].includes(url.protocol)) {
    throw new IndexUrlError(`Every ${kind} starts with https:, http: or file:, not with "${url.protocol}".`);
  }
  const authorization = basicAuthorization(url, shown);
  url.username = '';
  url.password = '';
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
