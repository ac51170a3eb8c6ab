import { describe, expect, test } from 'vitest';
import { projectAnswer } from '../../fixtures/pypi-answer.ts';
import type { Fault, StandInProject } from '../support/stand-in-index.ts';
import { FORBIDDEN, filesOf, outcomeOf, standIn } from './opened.ts';

const MEBIBYTE = 1024 ** 2;
const HTML = '<!doctype html><title>Log in</title>';
const answer = projectAnswer('six', [{ filename: 'six-1.17.0-py2.py3-none-any.whl' }]);

const repeated: [string, Fault, string][] = [
  ['a connection reset', 'reset', 'connection closed without an answer'],
  ['a reset in the middle', 'reset in the middle', 'answer ended early'],
  ['half a body', 'half', 'answer ended early'],
  ['no answer', 'hang', 'no answer within 1 s'],
  ['an answer byte by byte', { drip: 100 }, 'no answer within 1 s'],
  ['a late answer', { delay: 5000 }, 'no answer within 1 s'],
  ...[408, 425, 429, 500, 502, 503, 504].map((status): [string, Fault, string] => [
    `status ${status}`,
    { status },
    `HTTP ${status}`,
  ]),
];

describe('a fault that may go away is tried again', () => {
  test.each(repeated)('%s', async (_, fault, reason) => {
    const projects = {
      six: { answer, always: fault },
      lucky: { answer: { urls: [] }, first: [fault, fault] },
    };
    const { server, index } = await standIn(projects, { timeout: 1000 });
    expect(outcomeOf(await index.ask('six', []))).toBe(`${reason} after 3 tries`);
    expect(server.requests).toHaveLength(3);
    expect(filesOf(await index.ask('lucky', []))).toEqual([]);
    expect(server.requests).toHaveLength(6);
  });
});

const final: [string, Fault, string][] = [
  ['status 403', { status: 403, body: HTML }, FORBIDDEN],
  ['status 401', { status: 401 }, 'HTTP 401, a user name and password are needed'],
  ['status 204', { status: 204 }, 'HTTP 204'],
  ['a redirect without a target', { status: 302 }, 'HTTP 302'],
  [
    'a redirect to another scheme',
    { redirect: 'ftp://files.example/' },
    'redirected to a URL that starts with "ftp:"',
  ],
  ['a redirect to nowhere', { redirect: 'http://[' }, 'redirected to a malformed URL'],
  ['a redirect to itself', { redirect: '/pypi/six/json' }, 'redirects in a circle'],
  ['HTML', { body: HTML }, 'answer is not JSON (text/html)'],
  ['nothing', { body: '' }, 'answer is not JSON (text/html)'],
  [
    'broken JSON',
    { body: '{"urls": [', headers: { 'content-type': 'a/b\u0080' } },
    'answer is not JSON (a/b )',
  ],
  ['deep nesting', { body: '['.repeat(MEBIBYTE) }, 'answer is nested too deeply'],
  ['a myriad of objects', { body: `[${'{},'.repeat(2_000_000)}1]` }, 'answer has too many parts'],
  ['a body without end', 'endless', 'answer is longer than 8 MiB'],
  ['a gzip bomb', 'gzip bomb', 'answer is longer than 8 MiB'],
  ['a long body', { body: ' '.repeat(9 * MEBIBYTE) }, 'answer is longer than 8 MiB'],
  ['no gzip', { body: '{}', headers: { 'content-encoding': 'gzip' } }, 'answer cannot be decompressed'],
  [
    'no brotli',
    { body: '{"urls":[]}', headers: { 'content-encoding': 'br' } },
    'answer cannot be decompressed',
  ],
  [
    'Zstandard',
    { body: '{}', headers: { 'content-encoding': 'zstd' } },
    'answer is in an encoding not asked for (zstd)',
  ],
  ['long headers', { status: 200, headers: { x: 'x'.repeat(20_000) } }, 'headers of the answer are too long'],
];

describe('a fault that stays is not', () => {
  test.each(final)('%s', async (_, fault, reason) => {
    const { server, index } = await standIn({ six: { answer, always: fault } }, { maxBody: 8 * MEBIBYTE });
    expect(outcomeOf(await index.ask('six', []))).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });
});

test('a truncated gzip body ended early', async () => {
  const body = Buffer.from('H4sIAAAAAAAAA6tWKi3KKVayio6tBQA', 'base64').subarray(0, 14);
  const always = { body, headers: { 'content-encoding': 'gzip' } };
  const { index } = await standIn({ six: { always } });
  expect(outcomeOf(await index.ask('six', []))).toBe('answer ended early after 3 tries');
});

test.each<Fault>(['endless', 'gzip bomb'])('%s: the client hangs up soon after its limit', async (always) => {
  const before = process.memoryUsage().rss;
  const { server, index } = await standIn({ six: { always } }, { maxBody: MEBIBYTE });
  await index.ask('six', []);
  // Far under the 2 GB on offer: the limit and what the sockets' buffers take.
  expect(server.flood).toBeLessThan(64 * MEBIBYTE);
  expect(process.memoryUsage().rss - before).toBeLessThan(256 * MEBIBYTE);
});

test.each([10, 1_000_000])('a 404 whose body of %d bytes does not come is a 404', async (length) => {
  const always = { status: 404, headers: { 'content-length': String(length) } };
  const { index } = await standIn({ six: { always } });
  expect(outcomeOf(await index.ask('six', []))).toBe('not-listed');
});

test('one bad project does not spoil its neighbours', async () => {
  const projects: Record<string, StandInProject> = {};
  const faults: Fault[] = [...repeated, ...final].map(([, fault]) => fault);
  faults.forEach((always, number) => {
    projects[`bad-${number}`] = { answer, always };
    projects[`good-${number}`] = { answer: projectAnswer(`good-${number}`, []) };
  });
  const { index } = await standIn(projects, { timeout: 500, tries: 1, maxBody: 8 * MEBIBYTE });
  const answers = await Promise.all(Object.keys(projects).map((name) => index.ask(name, [])));
  const listed = answers.filter(({ status }) => status === 'listed').map(({ project }) => project);
  expect(listed).toEqual(Object.keys(projects).filter((name) => name.startsWith('good-')));
});
