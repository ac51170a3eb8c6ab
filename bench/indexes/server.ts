/** An index that takes its time, in a process of its own: `fork`ed with the latency in milliseconds. */
import { createServer } from 'node:http';
import { answerFor, projectNames } from './projects.ts';

const latency = Number(process.argv[2]);
const answers = new Map(projectNames.map((name) => [`/pypi/${name}/json`, Buffer.from(answerFor(name))]));
const counts = { requests: 0, conditional: 0, connections: 0 };

const server = createServer((request, response) => {
  counts.requests += 1;
  const isKnown = request.headers['if-none-match'] !== undefined;
  if (isKnown) counts.conditional += 1;
  const body = answers.get(request.url ?? '');
  setTimeout(() => {
    const headers = { 'cache-control': 'max-age=900', etag: '"1"', 'content-type': 'application/json' };
    if (isKnown) response.writeHead(304, headers).end();
    else response.writeHead(body === undefined ? 404 : 200, headers).end(body);
  }, latency);
});
server.on('connection', () => {
  counts.connections += 1;
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
});
process.on('message', () => {
  process.send?.({ ...counts });
  Object.assign(counts, { requests: 0, conditional: 0, connections: 0 });
});
process.on('disconnect', () => process.exit());
