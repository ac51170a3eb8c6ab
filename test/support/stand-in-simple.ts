import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Certificates } from './certificates.ts';

/** An answer of {@link startStandInSimple}. */
export interface Served {
  /** Default 200. */
  readonly status?: number;
  /** The `Content-Type`; default `text/html`. `null` sends none. */
  readonly type?: string | null;
  /** What is not a text is sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A server on this machine with an answer for each path, such as `/simple/six/`; all other paths answer 404. Where an
 * answer has an `etag` or a `last-modified` that the request knows, it is 304 instead.
 */
export interface StandInSimple {
  /** `http://127.0.0.1:{port}`, or `https:`. */
  readonly origin: string;
  readonly port: number;
  /** Paths asked for so far, in order. */
  readonly paths: readonly string[];
  /** Headers of the requests, likewise. */
  readonly headers: readonly IncomingHttpHeaders[];
  close(): Promise<void>;
}

/** Starts a server with these answers on a free port of 127.0.0.1. @param secure speaks TLS with these */
export async function startStandInSimple(
  answers: Readonly<Record<string, Served>>,
  secure?: Certificates,
): Promise<StandInSimple> {
  const paths: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    paths.push(request.url ?? '');
    headers.push(request.headers);
    const {
      status = 200,
      type = 'text/html',
      body = '',
      ...more
    } = answers[request.url ?? ''] ?? { status: 404 };
    // Node.js does not look at the clock each time, and some tests set it.
    response.setHeader('date', new Date().toUTCString());
    const validators = [more.headers?.etag, more.headers?.['last-modified']];
    const known = [request.headers['if-none-match'], request.headers['if-modified-since']];
    if (known.some((validator) => validator !== undefined && validators.includes(validator))) {
      response.writeHead(304, more.headers).end();
      return;
    }
    if (type !== null) response.setHeader('content-type', type);
    response.writeHead(status, more.headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const server =
    secure === undefined
      ? createServer(answer)
      : createSecureServer({ key: secure.key, cert: secure.certificate }, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `${secure === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    paths,
    headers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
