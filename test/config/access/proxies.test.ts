import { describe, expect, test } from 'vitest';
import { readProxies } from '../../../src/config/access/proxies.ts';
import { UsageError } from '../../../src/errors.ts';

function proxyFor(url: string, environment: Record<string, string>): string {
  const proxy = readProxies(environment)(new URL(url));
  return proxy === undefined ? 'direct' : proxy.url.origin;
}

const both = { HTTP_PROXY: 'http://plain.example:3128', HTTPS_PROXY: 'http://secure.example:3128' };

describe('a URL goes', () => {
  test.each<[string, string, Record<string, string>, string]>([
    ['directly without variables', 'https://i.example', {}, 'direct'],
    ['by HTTPS_PROXY', 'https://i.example', both, 'http://secure.example:3128'],
    ['by HTTP_PROXY', 'http://i.example', both, 'http://plain.example:3128'],
    ['not by that of the other scheme', 'https://i.example', { HTTP_PROXY: 'http://p.example' }, 'direct'],
    ['by ALL_PROXY', 'https://i.example', { ALL_PROXY: 'http://p.example' }, 'http://p.example'],
    [
      'by ALL_PROXY last',
      'http://i.example',
      { ...both, all_proxy: 'http://p.example' },
      'http://plain.example:3128',
    ],
    [
      'by lower case first',
      'http://i.example',
      { ...both, http_proxy: 'http://l.example' },
      'http://l.example',
    ],
    ['directly where that is empty', 'http://i.example', { ...both, http_proxy: '' }, 'direct'],
    [
      'by a proxy without a scheme',
      'http://i.example',
      { http_proxy: 'p.example:3128' },
      'http://p.example:3128',
    ],
    [
      'by a proxy spoken to over TLS',
      'http://i.example',
      { http_proxy: 'https://p.example' },
      'https://p.example',
    ],
    ['directly for NO_PROXY', 'https://i.example', { ...both, NO_PROXY: '.example' }, 'direct'],
    [
      'directly for no_proxy',
      'https://i.example',
      { ...both, no_proxy: 'i.example', NO_PROXY: 'x' },
      'direct',
    ],
    ['directly to this machine', 'http://localhost:3141', both, 'direct'],
  ])('%s', (_, url, environment, expected) => {
    expect(proxyFor(url, environment)).toBe(expected);
  });
});

test('credentials of a proxy go into a header of their own', () => {
  const proxy = readProxies({ http_proxy: 'http://us%40er:p%3Aw@p.example' })(new URL('http://i.example'));
  expect(proxy?.url.href).toBe('http://p.example/');
  expect(proxy?.authorization).toBe(`Basic ${Buffer.from('us@er:p:w').toString('base64')}`);
});

describe('a value that makes no sense is named, and not shown', () => {
  test.each([
    [
      'socks5://user:secret@p.example',
      "ALL_PROXY names a proxy of the kind 'socks5'; only http and https are known.",
    ],
    ['http://user:sec/ret@p.example', 'ALL_PROXY is not the URL of a proxy.'],
    ['http://user:1/secret@p.example', 'ALL_PROXY is not the URL of a proxy.'],
    ['http://', 'ALL_PROXY is not the URL of a proxy.'],
    [
      'http://user:secret%@p.example',
      'The user name or password in ALL_PROXY is not percent-encoded; write "%" as "%25".',
    ],
  ])('%s', (ALL_PROXY, message) => {
    expect(() => readProxies({ ALL_PROXY })).toThrow(new UsageError(message));
  });
});
