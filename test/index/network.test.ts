import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readProxies } from '../../src/config/access/proxies.ts';
import { type Certificates, makeCertificates, noCertificates } from '../support/certificates.ts';
import { type StandInProxy, startStandInProxy } from '../support/stand-in-proxy.ts';
import { type StandInSimple, startStandInSimple } from '../support/stand-in-simple.ts';
import { tempFolder } from '../support/temp-wheelhouse.ts';
import { namesOf, opened, outcomeOf } from './opened.ts';
import { WHEEL } from './simple/pages.ts';

const answers = { '/simple/six/': { body: `<a href="${WHEEL}">` } };

async function serve(secure?: Certificates): Promise<StandInSimple> {
  const server = await startStandInSimple(answers, secure);
  onTestFinished(() => server.close());
  return server;
}

async function serveProxy(port: number, refusal?: number): Promise<StandInProxy> {
  const proxy = await startStandInProxy(port, refusal);
  onTestFinished(() => proxy.close());
  return proxy;
}

const through = (environment: Record<string, string>) => ({
  network: { proxyOf: readProxies(environment), authorities: [] },
});

describe('a proxy', () => {
  test('is asked for the whole URL of http:, with its own credentials and the index with its', async () => {
    const server = await serve();
    const proxy = await serveProxy(server.port);
    const network = through({ http_proxy: proxy.url.replace('//', '//pro%40xy:p%3Aw@') });
    const index = opened('http://user:password@index.example/simple', network);
    expect(namesOf(await index.ask('six', []))).toEqual([WHEEL]);
    expect(proxy.requests).toEqual(['GET http://index.example/simple/six/']);
    const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
    expect(proxy.headers[0]).toMatchObject({
      'proxy-authorization': basic('pro@xy:p:w'),
      authorization: basic('user:password'),
      host: 'index.example',
    });
    expect(server.headers[0]).not.toHaveProperty('proxy-authorization');
  });

  test('is not asked for what NO_PROXY names, nor for this machine', async () => {
    const server = await serve();
    const proxy = await serveProxy(server.port);
    const here = opened(`${server.origin}/simple`, through({ http_proxy: proxy.url }));
    expect(namesOf(await here.ask('six', []))).toEqual([WHEEL]);
    const network = through({ http_proxy: proxy.url, no_proxy: '.invalid' });
    const index = opened('http://index.invalid/simple', { ...network, tries: 1 });
    expect(outcomeOf(await index.ask('six', []))).toMatch(/^host (not found|name cannot be looked up now)$/);
    expect(proxy.requests).toEqual([]);
  });

  test('that a redirect leads past is left', async () => {
    const target = await serve();
    const server = await startStandInSimple({
      '/simple/six/': { status: 302, headers: { location: `${target.origin}/simple/six/` } },
    });
    onTestFinished(() => server.close());
    const proxy = await serveProxy(server.port);
    const index = opened('http://index.example/simple', through({ http_proxy: proxy.url }));
    expect(namesOf(await index.ask('six', []))).toEqual([WHEEL]);
    expect(proxy.requests).toHaveLength(1);
    expect(target.paths).toHaveLength(1);
  });

  test.each([
    'http',
    'https',
  ])('that asks for a password is told apart from the index: %s', async (scheme) => {
    const proxy = await serveProxy(1, 407);
    const index = opened(`${scheme}://index.example/simple`, through({ all_proxy: proxy.url }));
    expect(outcomeOf(await index.ask('six', []))).toBe(
      `the proxy ${proxy.url} asks for a user name and password (HTTP 407)`,
    );
    expect(proxy.requests).toHaveLength(1);
  });

  test('that refuses the tunnel', async () => {
    const proxy = await serveProxy(1, 403);
    const index = opened('https://index.example/simple', { ...through({ all_proxy: proxy.url }), tries: 2 });
    expect(outcomeOf(await index.ask('six', []))).toBe(
      `the proxy ${proxy.url} refuses the connection (HTTP 403) after 2 tries`,
    );
  });

  test.each(['http', 'https'])('that is not there: %s', async (scheme) => {
    const proxy = await startStandInProxy(1);
    await proxy.close();
    const network = through({ all_proxy: proxy.url.replace('//', '//user:hunter2@') });
    const index = opened(`${scheme}://index.example/simple`, { ...network, tries: 1 });
    expect(outcomeOf(await index.ask('six', []))).toBe(`connection refused through the proxy ${proxy.url}`);
  });
});

describe.skipIf(noCertificates !== undefined)(`TLS (${noCertificates ?? 'openssl is there'})`, () => {
  let certificates: Certificates;
  let authority = '';

  beforeAll(async () => {
    certificates = await makeCertificates(await tempFolder(), 'index.example');
    authority = await readFile(certificates.authority, 'utf8');
  });

  test('a certificate of an authority that was named is taken, through a proxy', async () => {
    const server = await serve(certificates);
    const proxy = await serveProxy(server.port);
    const proxyOf = readProxies({ https_proxy: proxy.url.replace('//', '//user:password@') });
    const network = { proxyOf, authorities: [authority] };
    const index = opened('https://index.example/simple', { network });
    expect(namesOf(await index.ask('six', []))).toEqual([WHEEL]);
    expect(proxy.requests).toEqual(['CONNECT index.example:443']);
    const basic = `Basic ${Buffer.from('user:password').toString('base64')}`;
    expect(proxy.headers[0]).toMatchObject({ 'proxy-authorization': basic });
  });

  test('and directly', async () => {
    const server = await serve(certificates);
    const network = { proxyOf: () => undefined, authorities: [authority] };
    const index = opened(`https://localhost:${server.port}/simple`, { network });
    expect(namesOf(await index.ask('six', []))).toEqual([WHEEL]);
  });

  test('but not under another name', async () => {
    const server = await serve(certificates);
    const network = { proxyOf: () => undefined, authorities: [authority] };
    const index = opened(`${server.origin}/simple`, { network });
    expect(outcomeOf(await index.ask('six', []))).toBe(
      'TLS connection failed (ERR_TLS_CERT_ALTNAME_INVALID)',
    );
  });

  test('nor without the authority, directly or through a proxy', async () => {
    const server = await serve(certificates);
    const proxy = await serveProxy(server.port);
    expect(outcomeOf(await opened(`${server.origin}/simple`).ask('six', []))).toMatch(
      /^TLS connection failed/,
    );
    const index = opened('https://index.example/simple', through({ https_proxy: proxy.url }));
    expect(outcomeOf(await index.ask('six', []))).toMatch(/^TLS connection failed \(\w+\) through the proxy/);
    expect(server.paths).toEqual([]);
  });
});
