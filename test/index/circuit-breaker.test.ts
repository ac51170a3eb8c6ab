import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { projectAnswer } from '../../fixtures/pypi-answer.ts';
import { CircuitBreaker } from '../../src/index/circuit-breaker.ts';
import { Unanswered } from '../../src/index/unanswered.ts';
import type { Fault } from '../support/stand-in-index.ts';
import { opened, outcomeOf, standIn } from './opened.ts';

const NAMES = Array.from({ length: 2000 }, (_, number) => `project-${number}`);

test('nobody listens: 2,000 projects are given up soon', async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  await new Promise((resolve) => server.close(resolve));

  const index = opened(`http://127.0.0.1:${port}/pypi`);
  const reasons = (await Promise.all(NAMES.map((name) => index.ask(name, [])))).map(outcomeOf);
  expect(reasons[0]).toBe('connection refused after 3 tries');
  expect(reasons.at(-1)).toBe('not asked, as 5 requests in a row failed (connection refused after 3 tries)');
});

test.each<[Fault, number]>([
  ['hang', 3],
  [{ status: 503 }, 3],
  [{ status: 429, headers: { 'retry-after': '60' } }, 1],
])('a host that is not working is left alone: %j', async (always, tries) => {
  const projects = Object.fromEntries(NAMES.map((name) => [name, { always }]));
  const { server, index } = await standIn(projects, { timeout: 100, concurrency: 1 });
  await Promise.all(NAMES.map((name) => index.ask(name, [])));
  expect(server.requests).toHaveLength(5 * tries);
});

test('other answers in between, 404 or a fault of the project, keep it going', async () => {
  const projects = Object.fromEntries(
    Array.from({ length: 24 }, (_, number) => {
      const name = `project-${number}`;
      return [name, number % 4 === 3 ? { answer: projectAnswer(name, []) } : { always: { status: 503 } }];
    }),
  );
  const { index } = await standIn(projects, { tries: 1, concurrency: 1 });
  const answers = await Promise.all(Object.keys(projects).map((name) => index.ask(name, [])));
  expect(answers.filter(({ status }) => status === 'listed')).toHaveLength(6);
});

test('a project route that answers 500 does not open it', async () => {
  const projects = Object.fromEntries(NAMES.slice(0, 20).map((name) => [name, { always: { status: 500 } }]));
  const { server, index } = await standIn(projects, { tries: 1 });
  await Promise.all(NAMES.slice(0, 20).map((name) => index.ask(name, [])));
  expect(server.requests).toHaveLength(20);
});

test('a host name that does not exist is not tried again', async () => {
  const index = opened('http://no-such-host.invalid/pypi');
  // The second where there is no name server.
  expect(['host not found', 'host name cannot be looked up now after 3 tries']).toContain(
    outcomeOf(await index.ask('six', [])),
  );
});

test('an answer that was still under way closes it again', async () => {
  const breaker = new CircuitBreaker();
  const slow = Promise.withResolvers<string>();
  const pending = breaker.run(() => slow.promise);
  const fail = (): Promise<never> => Promise.reject(new Unanswered('down', { hostDown: true }));
  for (let count = 0; count < 5; count++) await expect(breaker.run(fail)).rejects.toThrow('down');
  await expect(breaker.run(async () => 'fine')).rejects.toThrow(
    'not asked, as 5 requests in a row failed (down)',
  );
  slow.resolve('late');
  expect(await pending).toBe('late');
  expect(await breaker.run(async () => 'fine')).toBe('fine');
});
