import { describe, expect, test } from 'vitest';
import { backOff, LONGEST_WAIT, retryAfter } from '../../src/index/http/back-off.ts';
import { outcomeOf, standIn } from './opened.ts';

const answer = { urls: [] };

test('as many tries as told', async () => {
  const { server, index } = await standIn({ six: { always: { status: 503 } } }, { tries: 5 });
  expect(outcomeOf(await index.ask('six', []))).toBe('HTTP 503 after 5 tries');
  expect(server.requests).toHaveLength(5);
});

test('a single try is not counted in the reason', async () => {
  const { index } = await standIn({ six: { always: { status: 503 } } }, { tries: 1 });
  expect(outcomeOf(await index.ask('six', []))).toBe('HTTP 503');
});

test('the back-off is told which try failed', async () => {
  const attempts: number[] = [];
  const backoff = (attempt: number): number => {
    attempts.push(attempt);
    return 0;
  };
  const { index } = await standIn({ six: { always: 'reset' } }, { tries: 4, backoff });
  await index.ask('six', []);
  expect(attempts).toEqual([1, 2, 3]);
});

test('all tries together have a deadline', async () => {
  const { index } = await standIn({ six: { always: 'hang' } }, { tries: 100, timeout: 50, deadline: 300 });
  expect(outcomeOf(await index.ask('six', []))).toBe('no answer within 300 ms, all tries together');
});

describe('Retry-After', () => {
  test('is waited for, if longer than the back-off', async () => {
    const busy = { status: 429, headers: { 'retry-after': '1' } };
    const { server, index } = await standIn({ six: { answer, first: [busy] } });
    const start = performance.now();
    expect(outcomeOf(await index.ask('six', []))).toBe('listed');
    expect(performance.now() - start).toBeGreaterThan(990);
    expect(server.requests).toHaveLength(2);
  });

  test.each([
    ['3600', 'HTTP 503, asks to wait 3600 s'],
    ['Wed, 21 Oct 2099 07:28:00 GMT', /^HTTP 503, asks to wait \d+ s$/],
    ['9'.repeat(400), 'HTTP 503, asks to wait Infinity s'],
  ])('that is too long ends the tries: %s', async (value, reason) => {
    const { server, index } = await standIn({
      six: { always: { status: 503, headers: { 'retry-after': value } } },
    });
    expect(outcomeOf(await index.ask('six', []))).toMatch(reason);
    expect(server.requests).toHaveLength(1);
  });

  const NOW = 'Wed, 21 Oct 2015 07:28:00 GMT';
  test.each([
    ['0', 0],
    [' 120 ', 120_000],
    ['Wed, 21 Oct 2015 07:28:10 GMT', 10_000],
    ['Wednesday, 21-Oct-15 07:28:10 GMT', 10_000],
    ['Wed, 21 Oct 2015 07:00:00 GMT', 0],
    ['-1', undefined],
    ['soon', undefined],
    ['1.5', undefined],
    ['Wed, 99 Oct 2015 07:28:10 GMT', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j → %j ms', (value, ms) => {
    expect(retryAfter(value, NOW)).toBe(ms);
  });
});

test('the back-off grows, is spread and ends', () => {
  for (const [attempt, middle] of [
    [1, 500],
    [2, 1000],
    [3, 2000],
    [50, LONGEST_WAIT],
  ] as const) {
    for (let count = 0; count < 100; count++) {
      const wait = backOff(attempt);
      expect(wait).toBeGreaterThanOrEqual(middle * 0.75);
      expect(wait).toBeLessThanOrEqual(middle * 1.25);
    }
  }
});
