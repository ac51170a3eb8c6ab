import type { Dispatcher } from 'undici';
import type { RawAnswer } from '../raw-answers.ts';
import { Unanswered } from '../unanswered.ts';
import { retryAfter } from './back-off.ts';
import { behindRedirects, type Caching, cachingOf } from './caching.ts';
import { documentName } from './document-name.ts';
import type { Fetched, Known } from './fetched.ts';
import { headerOf } from './header.ts';
import type { Network } from './network.ts';
import { networkFailure } from './network-failure.ts';
import { readBody } from './read-body.ts';
import { Redirects } from './redirects.ts';

const REPEATED = new Set([408, 425, 429, 500, 502, 503, 504]);
/** The others may be one project's trouble: a server can stumble over one project and serve the next. */
const OVERLOADED = new Set([429, 502, 503, 504]);

/** An `Authorization` header and the only origin that gets it. */
export interface Credentials {
  readonly origin: string;
  readonly authorization: string;
}

export interface TryOptions {
  readonly agent: Dispatcher;
  /** Says which proxy the agent uses. */
  readonly network: Network;
  readonly userAgent: string;
  readonly accept: string;
  readonly credentials: Credentials | undefined;
  readonly maxBody: number;
  readonly signal: AbortSignal;
  /** Makes the request a conditional one. */
  readonly known: Known | undefined;
}

/**
 * One GET, redirects included.
 * @throws {Unanswered}
 */
export async function oneTry(start: URL, options: TryOptions): Promise<Fetched> {
  const redirects = new Redirects(start);
  const passed: Caching[] = [];
  for (;;) {
    const { url } = redirects;
    const condition = conditionOf(options.known, url);
    const response = await request(url, options, condition);
    const { statusCode: status, headers, body } = response;
    const caching = cachingOf(headers, Date.now());
    if (status === 200) {
      const raw = { body: await readBody(response, options), url: url.href, ...contentType(headers) };
      return { status: 'found', raw, caching: behindRedirects(passed, caching) };
    }

    // Read on, so that the connection can serve the next request; but the status says all, so not for long.
    await body.dump({ limit: 64 * 1024, signal: AbortSignal.timeout(1000) }).catch(() => undefined);
    if (status === 404 || status === 410) {
      return { status: 'not found', caching: behindRedirects(passed, caching) };
    }
    if (status === 304 && condition !== undefined) {
      return { status: 'not modified', caching: behindRedirects(passed, caching) };
    }
    passed.push(caching);
    if (!redirects.follow(status, headerOf(headers, 'location'))) {
      const isKnown = options.credentials?.origin === url.origin;
      throw refusal(status === 401 ? unauthorized(isKnown) : `HTTP ${status}`, status, headers);
    }
  }
}

type Condition = Readonly<Record<'if-none-match' | 'if-modified-since', string>>;

/** The ETag alone where there is one: it tells more (RFC 9110, 13.1.3). */
function conditionOf(known: Known | undefined, url: URL): Partial<Condition> | undefined {
  if (known === undefined || known.source !== documentName(url)) return undefined;
  if (known.etag !== undefined) return { 'if-none-match': known.etag };
  return known.lastModified === undefined ? undefined : { 'if-modified-since': known.lastModified };
}

async function request(
  url: URL,
  options: TryOptions,
  condition: Partial<Condition> | undefined,
): Promise<Dispatcher.ResponseData> {
  const { agent, network, credentials, userAgent, accept, signal } = options;
  const headers = {
    accept,
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': userAgent,
    ...(credentials?.origin === url.origin && { authorization: credentials.authorization }),
    ...condition,
  };
  try {
    return await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers,
      signal,
    });
  } catch (error) {
    throw networkFailure(error, 'before headers', network.proxyOf(url));
  }
}

function unauthorized(isKnown: boolean): string {
  return isKnown
    ? 'HTTP 401, the user name and password are refused'
    : 'HTTP 401, a user name and password are needed';
}

function refusal(reason: string, status: number, headers: Dispatcher.ResponseData['headers']): Unanswered {
  return new Unanswered(reason, {
    status,
    transient: REPEATED.has(status),
    hostDown: OVERLOADED.has(status),
    retryAfter: retryAfter(headerOf(headers, 'retry-after'), headerOf(headers, 'date')),
  });
}

function contentType(headers: Dispatcher.ResponseData['headers']): Pick<RawAnswer, 'type' | 'charset'> {
  const [type, ...parameters] = (headerOf(headers, 'content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => /^\s*charset="?([^"\s]+)/.exec(parameter)?.[1]);
  return { type: type?.trim() || undefined, charset: charset.find((label) => label !== undefined) };
}
