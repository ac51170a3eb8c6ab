import { request as ask, createServer, type IncomingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';

/** A proxy on this machine. Whatever host it is asked for, it sends everything on to the same port of 127.0.0.1. */
export interface StandInProxy {
  /** `http://127.0.0.1:{port}` */
  readonly url: string;
  /** `GET http://host/path` and `CONNECT host:port`, in order. */
  readonly requests: readonly string[];
  /** Their headers, likewise. */
  readonly headers: readonly IncomingHttpHeaders[];
  close(): Promise<void>;
}

/** @param refusal status that every request is answered with, in place of being sent on */
export async function startStandInProxy(port: number, refusal?: number): Promise<StandInProxy> {
  const requests: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((incoming, response) => {
    requests.push(`${incoming.method} ${incoming.url}`);
    headers.push(incoming.headers);
    if (refusal !== undefined) {
      response.writeHead(refusal).end();
      return;
    }
    const { 'proxy-authorization': _, ...onward } = incoming.headers;
    const path = new URL(incoming.url ?? '').pathname;
    ask({ host: '127.0.0.1', port, path, method: incoming.method, headers: onward }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    }).end();
  });
  server.on('connect', (incoming, socket) => {
    requests.push(`CONNECT ${incoming.url}`);
    headers.push(incoming.headers);
    if (refusal !== undefined) {
      socket.end(`HTTP/1.1 ${refusal} No\r\n\r\n`);
      return;
    }
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    sockets.add(onward);
    for (const end of [onward, socket]) end.on('error', () => onward.destroy());
  });
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    requests,
    headers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
