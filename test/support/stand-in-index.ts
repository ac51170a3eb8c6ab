import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

/** One way for an answer to go wrong. Times are milliseconds. */
export type Fault =
  /** Another status, for example `{ status: 503, headers: { 'retry-after': '1' } }`. */
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  /** Status 200 with this body: HTML, broken JSON, deep nesting. */
  | { readonly body: string | Uint8Array; readonly headers?: Record<string, string> }
  /** A redirect; a path is relative to the server. */
  | { readonly redirect: string; readonly permanent?: boolean }
  /** The right answer, late. */
  | { readonly delay: number }
  /** The right answer, a byte at a time with this wait between. */
  | { readonly drip: number }
  /** No headers, ever. */
  | 'hang'
  /** The connection is reset before the headers, or in the middle of the body. */
  | 'reset'
  | 'reset in the middle'
  /** Half of the body under a `Content-Length` for all of it, then an orderly end. */
  | 'half'
  /** 2 GB of spaces, streamed without `Content-Length`; as small gzip members that grow to it. */
  | 'endless'
  | 'gzip bomb';

export interface StandInProject {
  /** The project route's answer, made by `projectAnswer`; without it the route answers 404. */
  readonly answer?: unknown;
  /** The version route's answers, made by `versionAnswer`. */
  readonly versions?: Readonly<Record<string, unknown>>;
  /** Faults of the first requests for this project, one each; afterwards all is well. */
  readonly first?: readonly Fault[];
  /** The fault of every further request. */
  readonly always?: Fault;
  /** Further headers of the answer, and of one that is cut off or comes slowly. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends the answer compressed, if the client takes that. */
  readonly encoding?: 'gzip' | 'br' | 'deflate';
}

export interface StandInRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** A server on this machine that speaks PyPI's JSON API, or fails to. */
export interface StandInIndex {
  /** Base URL to give to the program under test: `http://127.0.0.1:{port}/pypi`. */
  readonly url: string;
  readonly origin: string;
  readonly requests: readonly StandInRequest[];
  /** Most requests that were under way at one time. */
  readonly maxInFlight: number;
  /** Connections taken so far. */
  readonly sockets: number;
  /** Bytes sent as bodies of `endless` and `gzip bomb`, before the client had enough. */
  readonly flood: number;
  /** Ends every connection. */
  close(): Promise<void>;
}

const FLOOD = 2 * 1024 ** 3;
const MEBIBYTE = 1024 ** 2;

/** Starts a stand-in index on a free port of 127.0.0.1. Projects that are not in the map answer 404. */
export async function startStandIn(
  projects: Readonly<Record<string, StandInProject>>,
): Promise<StandInIndex> {
  const requests: StandInRequest[] = [];
  const asked = new Map<string, number>();
  const connections = new Set<Socket>();
  const seen = { inFlight: 0, maxInFlight: 0, sockets: 0, flood: 0 };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { name, version, found } = lookUp(request.url ?? '', projects);
    if (name !== name.toLowerCase()) {
      sendFault(response, { redirect: (request.url ?? '').replace(name, name.toLowerCase()) });
      return;
    }
    const project = projects[name];
    const turn = asked.get(name) ?? 0;
    asked.set(name, turn + 1);
    const fault = project?.first?.[turn] ?? project?.always;
    for (const [header, value] of Object.entries(project?.headers ?? {})) response.setHeader(header, value);
    const content = found === undefined ? undefined : Buffer.from(JSON.stringify(found));
    if (fault === undefined || (typeof fault === 'object' && 'delay' in fault)) {
      if (fault !== undefined) await sleep(fault.delay);
      sendAnswer(request, response, content, version === undefined ? project?.encoding : undefined);
    } else if (fault === 'endless' || fault === 'gzip bomb') {
      await sendFlood(response, fault, (bytes) => {
        seen.flood += bytes;
      });
    } else if (typeof fault === 'object' && 'drip' in fault) {
      await sendSlowly(response, content ?? Buffer.from('{}'), fault.drip);
    } else {
      sendFault(response, fault, content);
    }
  };

  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', headers: request.headers });
    seen.maxInFlight = Math.max(seen.maxInFlight, ++seen.inFlight);
    response.once('close', () => {
      seen.inFlight--;
    });
    answer(request, response).catch((error: unknown) =>
      response.destroy(new Error('stand-in', { cause: error })),
    );
  });
  server.on('connection', (socket) => {
    seen.sockets++;
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;

  return {
    url: `${origin}/pypi`,
    origin,
    requests,
    get maxInFlight() {
      return seen.maxInFlight;
    },
    get sockets() {
      return seen.sockets;
    },
    get flood() {
      return seen.flood;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of connections) socket.destroy();
      }),
  };
}

interface Found {
  readonly name: string;
  readonly version: string | undefined;
  readonly found: unknown;
}

function lookUp(path: string, projects: Readonly<Record<string, StandInProject>>): Found {
  const route = /^\/pypi\/([^/]+)(?:\/([^/]+))?\/json$/.exec(path);
  const name = decodeURIComponent(route?.[1] ?? '');
  const version = route?.[2] === undefined ? undefined : decodeURIComponent(route[2]);
  const project = projects[name];
  return { name, version, found: version === undefined ? project?.answer : project?.versions?.[version] };
}

function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  content: Buffer | undefined,
  encoding: StandInProject['encoding'],
): void {
  if (content === undefined) {
    sendFault(response, { status: 404, body: '{"message": "Not Found"}' });
    return;
  }
  const accepted = String(request.headers['accept-encoding']).includes(encoding ?? 'identity');
  const body = encoding !== undefined && accepted ? COMPRESS[encoding](content) : content;
  if (body !== content) response.setHeader('content-encoding', encoding ?? '');
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}

const COMPRESS = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync } as const;

function sendFault(response: ServerResponse, fault: Fault, content = Buffer.from('{}')): void {
  if (fault === 'hang') return;
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
  } else if (fault === 'half' || fault === 'reset in the middle') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': content.length });
    response.write(content.subarray(0, content.length / 2), () => {
      if (fault === 'half') response.socket?.end();
      // Later, so that the client has the headers before the reset throws away what is unread.
      else setTimeout(() => response.socket?.resetAndDestroy(), 20);
    });
  } else if (typeof fault === 'object' && 'redirect' in fault) {
    response.writeHead(fault.permanent === false ? 302 : 301, { location: fault.redirect }).end();
  } else if (typeof fault === 'object' && 'body' in fault) {
    const status = 'status' in fault ? fault.status : 200;
    response
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...fault.headers })
      .end(fault.body);
  } else if (typeof fault === 'object' && 'status' in fault) {
    response.writeHead(fault.status, fault.headers).end();
  }
}

async function sendSlowly(response: ServerResponse, content: Buffer, wait: number): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': content.length });
  for (let at = 0; at < content.length && !response.destroyed; at++) {
    response.write(content.subarray(at, at + 1));
    await sleep(wait);
  }
  response.end();
}

async function sendFlood(
  response: ServerResponse,
  fault: 'endless' | 'gzip bomb',
  sent: (bytes: number) => void,
): Promise<void> {
  const spaces = Buffer.alloc(16 * MEBIBYTE, ' ');
  const chunk = fault === 'endless' ? spaces.subarray(0, MEBIBYTE) : gzipSync(spaces);
  const chunks = FLOOD / (fault === 'endless' ? MEBIBYTE : spaces.length);
  response.writeHead(200, {
    'content-type': 'application/json',
    ...(fault === 'gzip bomb' && { 'content-encoding': 'gzip' }),
  });
  const hungUp = new AbortController();
  response.once('close', () => hungUp.abort());
  for (let count = 0; count < chunks && !hungUp.signal.aborted; count++) {
    sent(chunk.length);
    if (response.write(chunk)) continue;
    await once(response, 'drain', { signal: hungUp.signal }).catch(() => undefined);
  }
  response.end();
}
