import { describe, expect, onTestFinished, test } from 'vitest';
import { projectAnswer } from '../../../fixtures/pypi-answer.ts';
import { type Fault, type StandInProject, startStandIn } from '../../support/stand-in-index.ts';
import { namesOf, outcomeOf } from '../opened.ts';
import { runs } from './kept.ts';

const GOOD = 'six-1.17.0.tar.gz';
const headers = { 'cache-control': 'max-age=600', etag: '"one"' };
const MEBIBYTE = 1024 ** 2;
const OFFLINE = 'not in the cache, and --offline asks nothing';

const faults: [string, Fault][] = [
  ['no answer', 'hang'],
  ['a connection reset', 'reset'],
  ['a reset in the middle', 'reset in the middle'],
  ['half a body', 'half'],
  ['an answer byte by byte', { drip: 100 }],
  ['a late answer', { delay: 5000 }],
  ['a body without end', 'endless'],
  ['a gzip bomb', 'gzip bomb'],
  ['a long body', { body: ' '.repeat(9 * MEBIBYTE), headers }],
  ['no gzip', { body: '{}', headers: { ...headers, 'content-encoding': 'gzip' } }],
  ['a log-in page', { body: '<form>', headers }],
  ['nothing', { body: '', headers }],
  ['broken JSON', { body: '{"urls": [', headers }],
  ['other JSON', { body: '{}', headers }],
  ['deep nesting', { body: '['.repeat(MEBIBYTE), headers }],
  ['another project', { body: '{"info": {"name": "seven"}, "urls": []}', headers }],
  ['a redirect in a circle', { redirect: '/pypi/six/json' }],
  ['an unasked 304', { status: 304, headers }],
  ...[204, 206, 401, 403, 406, 429, 500, 503].map((status): [string, Fault] => [
    `status ${status}`,
    { status, headers },
  ]),
];

async function scene(project: StandInProject) {
  const server = await startStandIn({ six: { headers, ...project } });
  onTestFinished(() => server.close());
  const run = await runs(server.url);
  const settings = { tries: 1, timeout: 1000, maxBody: 8 * MEBIBYTE };
  /** What one run gets to know. */
  const ask = async (change = {}): Promise<string> => {
    const { index, end } = run({ ...settings, ...change });
    const answer = await index.ask('six', []);
    await end();
    return answer.status === 'listed' ? namesOf(answer).join() : outcomeOf(answer);
  };
  return { server, ask };
}

const answer = projectAnswer('six', [{ filename: GOOD }]);

describe('what went wrong is not kept, and a good answer after it is', () => {
  test.each(faults)('%s', async (_, fault) => {
    const { server, ask } = await scene({ answer, first: [fault] });
    const wrong = await ask();
    expect([GOOD, 'not-listed']).not.toContain(wrong);
    expect(await ask({ offline: true })).toBe(OFFLINE);
    const { length } = server.requests;
    expect(await ask()).toBe(GOOD);
    expect(await ask()).toBe(GOOD);
    expect(server.requests).toHaveLength(length + 1);
    expect(server.requests.at(-1)?.headers).not.toHaveProperty('if-none-match');
  });
});

describe('what was right before stays', () => {
  test.each(faults.filter(([name]) => name !== 'an unasked 304'))('%s', async (_, fault) => {
    const { server, ask } = await scene({ answer, first: [{ delay: 0 }, fault] });
    expect(await ask()).toBe(GOOD);
    // Asked again, as if its time were over.
    expect([GOOD, 'not-listed']).not.toContain(await ask({ maxAge: 0 }));
    expect(server.requests[1]?.headers['if-none-match']).toBe('"one"');
    expect(await ask({ offline: true })).toBe(GOOD);
    expect(await ask({ maxAge: 0 })).toBe(GOOD);
  });
});

test.each([404, 410])('%d is an answer: it takes the place of the list', async (status) => {
  const { ask } = await scene({ answer, first: [{ delay: 0 }, { status, headers }] });
  expect(await ask()).toBe(GOOD);
  expect(await ask({ maxAge: 0 })).toBe('not-listed');
  expect(await ask({ offline: true })).toBe('not-listed');
  expect(await ask({ maxAge: 0 })).toBe(GOOD);
});

test('a run that is closed keeps nothing of what was under way', async () => {
  const server = await startStandIn({ six: { answer, headers, first: [{ drip: 20 }] } });
  onTestFinished(() => server.close());
  const { index, end } = (await runs(server.url))();
  const question = index.ask('six', []);
  while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await end();
  expect(outcomeOf(await question)).toBe('the index was closed before it answered');
});
