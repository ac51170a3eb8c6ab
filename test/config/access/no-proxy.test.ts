import { describe, expect, test } from 'vitest';
import { isLoopback, readNoProxy } from '../../../src/config/access/no-proxy.ts';

const table: [entry: string, direct: readonly string[], proxied: readonly string[]][] = [
  ['', [], ['https://index.example']],
  ['*', ['https://index.example', 'http://10.1.2.3'], []],
  ['none.example, *', ['https://index.example'], []],
  ['index.example', ['https://index.example', 'https://sub.index.example'], ['https://badindex.example']],
  ['.index.example', ['https://index.example', 'https://sub.index.example'], ['https://badindex.example']],
  ['*.index.example', ['https://sub.index.example'], ['https://index.example.org']],
  ['Index.Example.', ['https://INDEX.example./'], ['https://example']],
  ['a.example b.example,c.example', ['http://a.example', 'http://b.example', 'http://c.example'], []],
  ['index.example:8080', ['http://index.example:8080'], ['http://index.example', 'https://index.example']],
  ['index.example:443', ['https://index.example'], ['http://index.example']],
  ['*:80', ['http://index.example'], ['https://index.example']],
  ['10.1.2.3', ['http://10.1.2.3'], ['http://10.1.2.30']],
  ['2.3', [], ['http://10.1.2.3']],
  ['10.0.0.0/8', ['http://10.200.0.1'], ['http://11.0.0.1', 'http://10.example']],
  ['fd00::/8', ['http://[fd12::1]'], ['http://[fe80::1]', 'http://10.0.0.1']],
  ['10.0.0.0/99', [], ['http://10.0.0.1']],
  ['[fd12::1]:8080', ['http://[fd12::1]:8080'], ['http://[fd12::1]']],
  ['fd12::1', ['http://[fd12::1]:8080'], ['http://[fd12::2]']],
];

test.each(table)('NO_PROXY=%s', (entry, direct, proxied) => {
  const isExempt = readNoProxy(entry);
  expect(direct.filter((url) => !isExempt(new URL(url)))).toEqual([]);
  expect(proxied.filter((url) => isExempt(new URL(url)))).toEqual([]);
});

describe('loopback', () => {
  test.each([
    'http://localhost',
    'http://devpi.localhost:3141',
    'http://127.8.8.8',
    'http://[::1]:80',
  ])('%s', (url) => expect(isLoopback(new URL(url))).toBe(true));
  test.each(['http://localhost.example', 'http://127.example', 'http://[::2]'])('not %s', (url) =>
    expect(isLoopback(new URL(url))).toBe(false));
});
