import { oneLine } from '../one-line.ts';
import { basicAuthorization } from './http/basic-authorization.ts';
import type { Credentials } from './http/one-try.ts';

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

/** What goes to the origin of an index, and nowhere else. @param given in place of what the URL has */
export function credentialsOf(
  { url, authorization: own }: IndexUrl,
  given: string | undefined,
): Credentials | undefined {
  const authorization = given ?? own;
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
  if (url.protocol !== 'file:' && `${url.pathname}${url.search}${url.hash}`.includes('@')) {
    throw new IndexUrlError(
      `The path of "${shown}" has an "@" before it: write "/" in a password as "%2F", and "@" in a path as "%40".`,
    );
  }
  const authorization = authorizationOf(url, shown);
  url.username = '';
  url.password = '';
  return { url, authorization };
}

function authorizationOf(url: URL, shown: string): string | undefined {
  if (url.username === '' && url.password === '') return undefined;
  try {
    return basicAuthorization(decodeURIComponent(url.username), decodeURIComponent(url.password));
  } catch {
    throw new IndexUrlError(
      `The user name or password of "${shown}" is not percent-encoded; write "%" as "%25".`,
    );
  }
}
