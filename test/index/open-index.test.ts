import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { IndexUrlError, openIndex } from '../../src/index/open-index.ts';
import { OPTIONS, standIn } from './opened.ts';

describe('a URL that is none of an index', () => {
  test.each([
    ['', 'give the whole index URL'],
    ['pypi', 'give the whole index URL'],
    ['index.example/pypi', 'give the whole index URL'],
    ['https://us er:hunter2@[', 'give the whole index URL'],
    ['https://user:hun/hunter2@index.example/', 'give the whole index URL'],
    ['https://user:hunter2#x@index.example/', 'give the whole index URL'],
    ['https://user:1#hunter2@index.example/', 'write "/" in a password as "%2F"'],
    ['https://user:1/hunter2@index.example/', 'write "/" in a password as "%2F"'],
    ['https://user:p@1/hunter2@index.example/', 'write "/" in a password as "%2F"'],
    ['https://hunter2/hunter2@index.example/', '"https://index.example/" has an "@"'],
    ['ftp://user:hunter2@index.example/', 'starts with https:, http: or file:, not with "ftp:"'],
    ['localhost:8080', 'not with "localhost:"'],
    ['https://index.example/pypi?token=hunter2', 'without "?" and "#"'],
    ['https://index.example/pypi#hunter2', 'without "?" and "#"'],
    ['https://user:hunter2%@index.example/pypi', 'write "%" as "%25"'],
    ['file://server/share', 'write file:///path/to/folder'],
    ['file:///a%2fb', 'write file:///path/to/folder'],
    ['http://a\u001b[31m b/', 'give the whole index URL'],
  ])('%j', (url, advice) => {
    const open = (): unknown => openIndex(url, OPTIONS);
    expect(open).toThrow(IndexUrlError);
    expect(open).toThrow(advice);
    expect(open).not.toThrow(/hunter2|[\n\u001b]/);
  });
});

test.each([
  ['https://user:hunter2@index.example/pypi/', 'https://index.example/pypi'],
  ['http://token@index.example:8080/root/', 'http://index.example:8080/root'],
  ['https://index.example', 'https://index.example/'],
  ['https://user:hunter2@index.example/simple/', 'https://index.example/simple'],
  ['file:///recorded/answers/', 'file:///recorded/answers'],
])('%s is shown as %s', (url, shown) => {
  expect(openIndex(url, OPTIONS).source.url).toBe(shown);
});

/** Asks in a process of its own and tells what was loaded, warned of and printed. */
async function askApart(url: string): Promise<unknown> {
  const script = `
    import { createRequire } from 'node:module';
    import { openIndex } from ${JSON.stringify(new URL('../../src/index/open-index.ts', import.meta.url).href)};
    const warnings = [];
    process.on('warning', ({ message }) => warnings.push(message));
    const index = openIndex(${JSON.stringify(url)}, ${JSON.stringify(OPTIONS)});
    const { status } = await index.ask('six', []);
    await index.close();
    const loaded = Object.keys(createRequire(import.meta.url).cache);
    console.log(JSON.stringify({ status, warnings, undici: loaded.some((path) => /[\\\\/]undici[\\\\/]/.test(path)) }));
  `;
  // Node 22 warns of its own type stripping before the script runs: warnings are listened for, not printed.
  const options = ['--no-warnings', '--input-type=module', '--eval', script];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, options);
  return { ...JSON.parse(stdout), stderr };
}

test('a folder needs no HTTP client, and nothing is printed', async () => {
  const quiet = { warnings: [], stderr: '' };
  expect(await askApart('file:///no/such/folder')).toEqual({ status: 'unchecked', undici: false, ...quiet });
});

test('a server does; nothing is printed, and the process ends by itself', async () => {
  const { server } = await standIn({ six: { answer: { urls: [] }, encoding: 'gzip' } });
  expect(await askApart(server.url)).toEqual({ status: 'listed', undici: true, warnings: [], stderr: '' });
});
