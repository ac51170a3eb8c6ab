import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

/** A server on this machine that speaks PEP 503. */
export interface SimpleIndex {
  /** What pip takes as `--index-url`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts an index on a free port of 127.0.0.1 with files by project, sha256 in the fragments of their links. */
export async function startSimpleIndex(
  projects: ReadonlyMap<string, ReadonlyMap<string, Buffer>>,
): Promise<SimpleIndex> {
  const server = createServer((request, response) => {
    const [, place, project = '', filename = ''] = decodeURIComponent(request.url ?? '').split('/');
    const files = projects.get(project);
    const bytes = files?.get(filename);
    if (place === 'files' && bytes !== undefined) {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes);
    } else if (place === 'simple' && files !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(project, files));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/simple/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pageOf(project: string, files: ReadonlyMap<string, Buffer>): string {
  const links = Array.from(files, ([filename, bytes]) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const url = `/files/${project}/${encodeURIComponent(filename)}#sha256=${sha256}`;
    return `<a href="${url}">${filename}</a><br>`;
  });
  return `<!DOCTYPE html><html><body>${links.join('\n')}</body></html>`;
}
