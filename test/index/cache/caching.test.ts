import { describe, expect, test } from 'vitest';
import { cachingOf, LONGEST_LIFETIME } from '../../../src/index/http/caching.ts';

const NOW = Date.parse('2026-06-15T12:00:00Z');
const date = (seconds: number): string => new Date(NOW + seconds * 1000).toUTCString();
type Headers = Record<string, string | string[]>;

describe('how long an answer holds', () => {
  test.each<[string, Headers, number | undefined]>([
    ['nothing is said', {}, undefined],
    ['max-age', { 'cache-control': 'public, max-age=600' }, 600],
    ['in capitals, in quotes', { 'cache-control': 'Max-Age="600"' }, 600],
    ['the smaller of two', { 'cache-control': ['max-age=600', 'max-age=60'] }, 60],
    ['max-age rather than Expires', { 'cache-control': 'max-age=60', expires: date(600) }, 60],
    ['not that of shared caches', { 'cache-control': 's-maxage=60' }, undefined],
    ['not what is quoted', { 'cache-control': 'x="max-age=60"' }, undefined],
    ['malformed max-age', { 'cache-control': 'max-age=soon' }, 0],
    ['negative max-age', { 'cache-control': 'max-age=-5' }, 0],
    ['no-cache', { 'cache-control': 'no-cache, max-age=600' }, 0],
    ['Expires', { expires: date(90) }, 90],
    ['Expires on the clock of the server', { date: date(-3600), expires: date(-3500) }, 100],
    ['Expires long ago', { expires: date(-90) }, 0],
    ['malformed Expires', { expires: '0' }, 0],
    ['a day at most', { 'cache-control': 'max-age=365000000, immutable' }, LONGEST_LIFETIME / 1000],
  ])('%s', (_, headers, seconds) => {
    expect(cachingOf(headers, NOW).lifetime).toBe(seconds === undefined ? undefined : seconds * 1000);
  });
});

test.each<[string, Headers, number]>([
  ['of its own', { age: '30' }, 30],
  ['by its date', { date: date(-20) }, 20],
  ['the higher one', { age: '30', date: date(-40) }, 40],
  ['none where the date lies ahead', { date: date(3600) }, 0],
  ['malformed', { age: '-1', date: 'today' }, 0],
])('the age: %s', (_, headers, seconds) => {
  expect(cachingOf(headers, NOW).age).toBe(seconds * 1000);
});

test.each<[string, Headers, boolean]>([
  ['nothing is said', {}, true],
  ['private: the cache is', { 'cache-control': 'private' }, true],
  ['no-store', { 'cache-control': 'max-age=60, No-Store' }, false],
  ['it varies by what is always the same', { vary: 'Accept-Encoding, Accept, Cookie, User-Agent' }, true],
  ['it varies by everything', { vary: '*' }, false],
  ['it varies by what must not be kept', { vary: ['Accept', 'Authorization'] }, false],
])('may be kept: %s', (_, headers, storable) => {
  expect(cachingOf(headers, NOW).storable).toBe(storable);
});

test.each<[string, Headers, string | undefined, string | undefined]>([
  ['both', { etag: 'W/"a"', 'last-modified': date(-9) }, 'W/"a"', date(-9)],
  ['neither', {}, undefined, undefined],
  ['malformed', { etag: 'a', 'last-modified': 'yesterday' }, undefined, undefined],
  ['that would break a header', { etag: '"a\u2028"', 'last-modified': '0' }, undefined, undefined],
])('validators: %s', (_, headers, etag, lastModified) => {
  expect(cachingOf(headers, NOW)).toMatchObject({ etag, lastModified });
});
