import { Unanswered } from '../unanswered.ts';

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
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'HPE_INVALID_EOF_STATE',
  'Z_BUF_ERROR',
]);

const TLS = /^(?:CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
const DECOMPRESSION = /^(?:Z_|ERR_BROTLI|ERR_?_ERROR_FORMAT|ERR_PADDING)/;

/** Puts an error of the network, of undici or of zlib into words. */
export function networkFailure(error: unknown, when: 'before headers' | 'in body'): Unanswered {
  if (error instanceof Unanswered) return error;
  const code = codeOf(error);
  const noConnection = NO_CONNECTION.get(code);
  if (noConnection !== undefined) return new Unanswered(noConnection, { transient: true, hostDown: true });
  if (code === 'ENOTFOUND') return new Unanswered('host not found', { hostDown: true });
  if (TLS.test(code)) return new Unanswered(`TLS connection failed (${code})`, { hostDown: true });
  if (BROKEN.has(code)) {
    return when === 'in body'
      ? new Unanswered('answer ended early', { transient: true })
      : new Unanswered('connection closed without an answer', { transient: true, hostDown: true });
  }
  if (DECOMPRESSION.test(code)) return new Unanswered('answer cannot be decompressed');
  if (code.startsWith('HPE_') || code === 'HTTPParserError') return new Unanswered('answer is not HTTP');
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return new Unanswered('headers of the answer are too long');
  return new Unanswered(`request failed (${code})`, { transient: true });
}

/** Trying several addresses of a host at once gives an error whose own code may be missing. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error.cause === undefined ? error.name : codeOf(error.cause);
}
