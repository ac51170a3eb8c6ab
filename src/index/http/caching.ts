import { httpDate } from './back-off.ts';
import { headerOf } from './header.ts';

/** Milliseconds. What an index lists changes: a server's slip of the pen must not count for years. */
export const LONGEST_LIFETIME = 24 * 60 * 60 * 1000;

/** What a server says about keeping an answer. Times are milliseconds. @see RFC 9111 */
export interface Caching {
  /** Whether an answer like this may be kept at all. */
  readonly storable: boolean;
  /** Since 1970. */
  readonly received: number;
  /** How old it was then. */
  readonly age: number;
  /** How old it may get without being asked for again; `undefined` where the server does not say. */
  readonly lifetime: number | undefined;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

/** Of an answer that is not to be kept. */
export const unstorable: Caching = {
  storable: false,
  received: 0,
  age: 0,
  lifetime: undefined,
  etag: undefined,
  lastModified: undefined,
};

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** To compare `Authorization` with that of a later request, it would have to be kept. Cookies are never sent. */
const INCOMPARABLE = new Set(['*', 'authorization']);
const ETAG = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]{1,500}"$/;

/**
 * Reads the headers of one answer. The cache is one person's, so `private` is no matter. An answer that varies by the
 * `User-Agent` is kept: ours tells our version, and no index is known to list other files for that.
 * @param received milliseconds since 1970
 */
export function cachingOf(headers: Headers, received: number): Caching {
  const directives = directivesOf(listOf(headers, 'cache-control'));
  const vary = listOf(headers, 'vary').split(',');
  const date = httpDate(headerOf(headers, 'date') ?? '');
  const etag = headerOf(headers, 'etag');
  const lastModified = headerOf(headers, 'last-modified');
  return {
    storable: !directives.has('no-store') && !vary.some((name) => INCOMPARABLE.has(name.trim())),
    received,
    age: Math.max(0, received - (date ?? received), secondsOf(headerOf(headers, 'age')) ?? 0),
    lifetime: lifetimeOf(directives, headers, date ?? received),
    etag: etag !== undefined && ETAG.test(etag) ? etag : undefined,
    lastModified: httpDate(lastModified ?? '') === undefined ? undefined : lastModified,
  };
}

/** An answer that came over redirects holds no longer than they do; one that says nothing has to be followed anew. */
export function behindRedirects(redirects: readonly Caching[], last: Caching): Caching {
  if (redirects.length === 0) return last;
  const lifetimes = redirects.map(({ lifetime = 0 }) => lifetime);
  return {
    ...last,
    storable: last.storable && redirects.every(({ storable }) => storable),
    age: Math.max(last.age, ...redirects.map(({ age }) => age)),
    lifetime: last.lifetime === undefined ? undefined : Math.min(last.lifetime, ...lifetimes),
  };
}

/** RFC 9111, 4.2.1: where `max-age` or `Expires` make no sense, the answer counts as stale. */
function lifetimeOf(directives: Directives, headers: Headers, date: number): number | undefined {
  if (directives.has('no-cache')) return 0;
  const ages = directives.get('max-age');
  const expires = headerOf(headers, 'expires');
  if (ages === undefined && expires === undefined) return undefined;
  const lifetime =
    ages === undefined
      ? (httpDate(expires ?? '') ?? date) - date
      : Math.min(...ages.map((seconds) => secondsOf(seconds) ?? 0));
  return Math.min(Math.max(lifetime, 0), LONGEST_LIFETIME);
}

type Directives = ReadonlyMap<string, readonly string[]>;

const DIRECTIVE = /([^\s,="]+)(?:=("(?:[^"\\]|\\.)*"|[^\s,]*))?/g;

/** Values by name: what stands twice has two. */
function directivesOf(text: string): Directives {
  const directives = new Map<string, string[]>();
  for (const [, name = '', value = ''] of text.matchAll(DIRECTIVE)) {
    directives.set(name, [...(directives.get(name) ?? []), value.replaceAll('"', '')]);
  }
  return directives;
}

function listOf(headers: Headers, name: string): string {
  return [headers[name] ?? []].flat().join(',').toLowerCase();
}

function secondsOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text.trim()) ? Number(text) * 1000 : undefined;
}
