import { describe, expect, onTestFinished, test } from 'vitest';
import { projectAnswer } from '../../fixtures/pypi-answer.ts';
import { type StandInProject, startStandIn } from '../support/stand-in-index.ts';
import { filesOf, OPTIONS, opened, outcomeOf, standIn } from './opened.ts';

function many(count: number, extra: Partial<StandInProject> = {}): Record<string, StandInProject> {
  const names = Array.from({ length: count }, (_, number) => `project-${number}`);
  return Object.fromEntries(names.map((name) => [name, { answer: projectAnswer(name, []), ...extra }]));
}

test.each([1, 4])('%d at once: so many requests and connections, and no more', async (concurrency) => {
  const projects = many(40, { always: { delay: 5 } });
  const { server, index } = await standIn(projects, { concurrency });
  await Promise.all(Object.keys(projects).map((name) => index.ask(name, [])));
  expect(server.requests).toHaveLength(40);
  expect(server.maxInFlight).toBe(concurrency);
  expect(server.sockets).toBe(concurrency);
});

test('404 answers and redirects keep their connection too', async () => {
  const { server, index } = await standIn(
    { moved: { always: { redirect: '/pypi/gone/json' } } },
    { concurrency: 1 },
  );
  for (const name of ['a', 'b', 'moved', 'c'])
    expect(outcomeOf(await index.ask(name, []))).toBe('not-listed');
  expect(server.requests).toHaveLength(5);
  expect(server.sockets).toBe(1);
});

test('headers of a request', async () => {
  const { server, index } = await standIn({});
  await index.ask('six', []);
  expect(server.requests[0]?.headers).toMatchObject({
    accept: 'application/json',
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': OPTIONS.userAgent,
  });
  expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
});

test.each(['gzip', 'deflate', 'br'] as const)('an answer may be compressed: %s', async (encoding) => {
  const answer = projectAnswer('six', [{ filename: 'six-1.17.0-py2.py3-none-any.whl' }]);
  const { index } = await standIn({ six: { answer, encoding } });
  expect(filesOf(await index.ask('six', []))).toHaveLength(1);
});

test('a base URL may end with a slash', async () => {
  const { server } = await standIn({});
  await opened(`${server.url}/`).ask('six', []);
  expect(server.requests[0]?.path).toBe('/pypi/six/json');
});

describe('redirects', () => {
  test('are followed, to another host too, without credentials there', async () => {
    const answer = projectAnswer('six', [{ filename: 'six-1.0.tar.gz', url: 'six-1.0.tar.gz' }]);
    const { server: other } = await standIn({ six: { answer } });
    const server = await startStandIn({ six: { always: { redirect: `${other.url}/six/json` } } });
    onTestFinished(() => server.close());
    const index = opened(server.url.replace('//', '//us%40er:pass%3Aword@'));
    const [file] = filesOf(await index.ask('six', []));
    expect(file?.url).toBe(`${other.url}/six/six-1.0.tar.gz`);
    expect(index.source.url).toBe(server.url);
    const basic = `Basic ${Buffer.from('us@er:pass:word').toString('base64')}`;
    expect(server.requests[0]?.headers.authorization).toBe(basic);
    expect(other.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  const chain = (length: number): Record<string, StandInProject> => ({
    ...Object.fromEntries(
      Array.from({ length }, (_, n) => [`hop-${n}`, { always: { redirect: `/pypi/hop-${n + 1}/json` } }]),
    ),
    [`hop-${length}`]: { answer: { urls: [] } },
  });

  test('five, not six', async () => {
    expect(outcomeOf(await (await standIn(chain(5))).index.ask('hop-0', []))).toBe('listed');
    expect(outcomeOf(await (await standIn(chain(6))).index.ask('hop-0', []))).toBe('more than 5 redirects');
  });

  test('in a wider circle', async () => {
    const { server, index } = await standIn({
      a: { always: { redirect: '/pypi/b/json' } },
      b: { always: { redirect: '/pypi/a/json', permanent: false } },
    });
    expect(outcomeOf(await index.ask('a', []))).toBe('redirects in a circle');
    expect(server.requests).toHaveLength(2);
  });
});

describe('close', () => {
  test('ends what is under way and what waits', async () => {
    const projects = many(10, { always: 'hang' });
    const { server, index } = await standIn(projects, { timeout: 600_000 });
    const questions = Promise.all(Object.keys(projects).map((name) => index.ask(name, [])));
    while (server.requests.length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    await index.close();
    for (const answer of await questions) {
      expect(outcomeOf(answer)).toBe('the index was closed before it answered');
    }
    expect(outcomeOf(await index.ask('later', []))).toBe('the index was closed before it answered');
    expect(server.requests).toHaveLength(4);
  });

  test('ends a wait between tries', async () => {
    const { server, index } = await standIn(many(1, { always: { status: 503 } }), { backoff: () => 20_000 });
    const question = index.ask('project-0', []);
    while (server.requests.length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
    await index.close();
    expect(outcomeOf(await question)).toBe('the index was closed before it answered');
  });

  test('twice, and without any question', async () => {
    const { index } = await standIn({});
    await index.close();
    await index.close();
  });
});
