import { Unanswered } from '../unanswered.ts';
import type { ProxyServer } from './network.ts';

const NO_CONNECTION = new Map([
  ['ECONNREFUSED', 'connection refused'],
  ['EAI_AGAIN', 'host name cannot be looked up now'],
  ['ENETUNREACH', 'network not reachable'],
  ['ENETDOWN', 'network not reachable'],
  ['EHOSTUNREACH', 'host not reachable'],
  ['EHOSTDOWN', 'host not reachable'],
  ['ETIMEDOUT', 'connection timed out'],
  ['UND_ERR_CONNECT_TIMEOUT', 'connection timed out'],
]);

/** The other side, or something between, let the connection go. */
const BROKEN = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_PRX_CONN',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'HPE_INVALID_EOF_STATE',
  'Z_BUF_ERROR',
]);

const TLS = /^(?:UND_ERR_PRX_TLS$|CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
const DECOMPRESSION = /^(?:Z_|ERR_BROTLI|ERR_?_ERROR_FORMAT|ERR_PADDING)/;

/** What undici says where a proxy refuses: of a tunnel any status, of a forwarded request only 407. */
const PROXY_STATUS = /^Proxy (?:response|Authentication Required) \((\d{3})\)/;

/** Puts an error of the network, of undici or of zlib into words. @param proxy that the request went through */
export function networkFailure(
  error: unknown,
  when: 'before headers' | 'in body',
  proxy?: ProxyServer | undefined,
): Unanswered {
  if (error instanceof Unanswered) return error;
  const status = error instanceof Error ? PROXY_STATUS.exec(error.message)?.[1] : undefined;
  if (proxy !== undefined && status !== undefined) return refusedBy(proxy, status);
  return failure(codeOf(error), when, proxy);
}

function refusedBy({ url }: ProxyServer, status: string): Unanswered {
  const isLogin = status === '407';
  const what = isLogin ? 'asks for a user name and password' : 'refuses the connection';
  return new Unanswered(`the proxy ${url.origin} ${what} (HTTP ${status})`, {
    hostDown: true,
    transient: !isLogin,
  });
}

function failure(
  code: string,
  when: 'before headers' | 'in body',
  proxy: ProxyServer | undefined,
): Unanswered {
  const noConnection = NO_CONNECTION.get(code);
  if (noConnection !== undefined) return told(noConnection, proxy, true, true);
  if (code === 'ENOTFOUND') return told('host not found', proxy, true, false);
  if (TLS.test(code)) return told(`TLS connection failed (${code})`, proxy, true, false);
  if (BROKEN.has(code)) {
    return when === 'in body'
      ? told('answer ended early', undefined, false, true)
      : told('connection closed without an answer', proxy, true, true);
  }
  if (DECOMPRESSION.test(code)) return new Unanswered('answer cannot be decompressed');
  if (code.startsWith('HPE_') || code === 'HTTPParserError') return new Unanswered('answer is not HTTP');
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return new Unanswered('headers of the answer are too long');
  return told(`request failed (${code})`, proxy, false, true);
}

/** Names the proxy, where people would else look at the index for the fault. */
function told(
  reason: string,
  proxy: ProxyServer | undefined,
  hostDown: boolean,
  transient: boolean,
): Unanswered {
  const way = proxy === undefined ? '' : ` through the proxy ${proxy.url.origin}`;
  return new Unanswered(`${reason}${way}`, { hostDown, transient });
}

/** Trying several addresses of a host at once gives an error whose own code may be missing. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error.cause === undefined ? error.name : codeOf(error.cause);
}
