import { createServer, type Server, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { opened, outcomeOf } from './opened.ts';

/** A server that takes connections and says at most this, then hangs up if told to. */
async function mute(words = '', hangUp = false): Promise<string> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    socket.once('data', () => (hangUp ? socket.end(words) : socket.write(words)));
  });
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

test('another protocol', async () => {
  const index = opened(`http://${await mute('220 mail.example ready\r\n')}/pypi`);
  expect(outcomeOf(await index.ask('six', []))).toBe('answer is not HTTP');
});

test('a chunked body without its last chunk', async () => {
  const head = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n';
  const index = opened(`http://${await mute(`${head}c\r\n{"urls": []}\r\n`, true)}/pypi`);
  expect(outcomeOf(await index.ask('six', []))).toBe('answer ended early after 3 tries');
});

test('headers that stop', async () => {
  const index = opened(`http://${await mute('HTTP/1.1 200 OK\r\nContent-', true)}/pypi`);
  expect(outcomeOf(await index.ask('six', []))).toBe('connection closed without an answer after 3 tries');
});

test('no TLS where https: is asked', async () => {
  const index = opened(`https://${await mute('HTTP/1.1 400 Bad Request\r\n\r\n')}/pypi`);
  expect(outcomeOf(await index.ask('six', []))).toMatch(/^TLS connection failed \(\w+\)$/);
});

test('a connection that does not come about: the time of a try covers it', async () => {
  const index = opened(`https://${await mute()}/pypi`, { timeout: 100 });
  expect(outcomeOf(await index.ask('six', []))).toBe('no answer within 100 ms after 3 tries');
});

test('close does not wait for such a connection', async () => {
  const index = opened(`https://${await mute()}/pypi`, { timeout: 600_000 });
  const question = index.ask('six', []);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await index.close();
  expect(outcomeOf(await question)).toBe('the index was closed before it answered');
});
