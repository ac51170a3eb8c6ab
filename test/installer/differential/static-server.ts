import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';

/** A server on this machine that serves a folder; with each `index.html` may come an `index.json` for those who ask. */
export interface StaticServer {
  /** Without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

const simpleJson = 'application/vnd.pypi.simple.v1+json';

export async function startStaticServer(root: string): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = join(root, normalize(decodeURIComponent(request.url ?? '/')));
    const json = join(path, 'index.json');
    const asJson = request.headers.accept?.includes(simpleJson) === true && existsSync(json);
    const file = asJson ? json : path.endsWith('/') ? join(path, 'index.html') : path;
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = asJson ? simpleJson : file.endsWith('.html') ? 'text/html' : 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-length': statSync(file).size });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
