import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeCertificates, noCertificates } from '../../support/certificates.ts';
import { wheelhouseLint } from '../../support/command-line.ts';
import { startStandInProxy } from '../../support/stand-in-proxy.ts';
import { type Served, startStandInSimple } from '../../support/stand-in-simple.ts';
import { tempFolder, writeFiles, writeWheels } from '../../support/temp-wheelhouse.ts';

const wheel = 'demo-1.0-py3-none-any.whl';
const body = `<a href="${wheel}#sha256=${'b'.repeat(64)}">`;
const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
const SECRETS = /hunter|aHVudGVy|Basic/;

async function serve(answers: Readonly<Record<string, Served>>) {
  const server = await startStandInSimple(answers);
  onTestFinished(() => server.close());
  return server;
}

async function wheelhouse(config = ''): Promise<string> {
  const cwd = await tempFolder();
  await writeWheels(cwd, wheel);
  await writeFiles(cwd, { 'wheelhouse-lint.toml': config });
  return cwd;
}

describe('credentials reach the index and nothing else', () => {
  const formats = ['json', 'sarif'].flatMap((name) => ['--format', `${name}=report.${name}`]);

  /** Everything that a lint run says, on the terminal and in files. */
  async function said(url: string, cwd: string, env: Readonly<Record<string, string>>): Promise<string> {
    const args = ['--index-url', url, '--format', 'stylish', ...formats, '--debug'];
    const { stdout, stderr } = await wheelhouseLint(args, { cwd, env });
    const reports = ['report.json', 'report.sarif'].map((name) => readFile(join(cwd, name), 'utf8'));
    return [stdout, stderr, ...(await Promise.all(reports))].join('\n');
  }

  test.each<[string, Served]>([
    ['that answers', { body }],
    ['that refuses', { status: 401 }],
    ['that forbids', { status: 403 }],
    ['that redirects in a circle', { status: 302, headers: { location: '/simple/demo/' } }],
  ])('an index %s', async (_, served) => {
    const server = await serve({ '/simple/demo/': served });
    const cwd = await wheelhouse(
      `[[credentials]]\nurl = "${server.origin}"\nusername-env = "WHO"\npassword-env = "PASS"`,
    );
    await writeFiles(cwd, { netrc: 'machine 127.0.0.1 login netrc password hunter4' });
    const url = `${server.origin}/simple`;
    const variables = { WHO: 'me', PASS: 'hunter3', NETRC: join(cwd, 'netrc') };
    const inUrl = url.replace('//', '//you:hunter2@');
    const texts = [await said(inUrl, cwd, variables), await said(url, cwd, variables)];
    await writeFiles(cwd, { 'wheelhouse-lint.toml': '' });
    texts.push(await said(url, cwd, variables));
    for (const text of texts) {
      expect(text).not.toMatch(SECRETS);
      expect(text).toContain(url);
    }
    expect([...new Set(server.headers.map(({ authorization }) => authorization))]).toEqual([
      basic('you:hunter2'),
      basic('me:hunter3'),
      basic('netrc:hunter4'),
    ]);
  });

  test.each([['explain', 'demo'], ['--print-config']])('nor do they show in %s', async (...args) => {
    const server = await serve({ '/simple/demo/': { status: 401 } });
    const cwd = await wheelhouse(`[[credentials]]\nurl = "${server.origin}"\npassword-env = "PASS"`);
    for (const user of ['you', 'you:hunter2', 'you:1/hunter2']) {
      const url = `${server.origin.replace('//', `//${user}@`)}/simple`;
      const env = { PASS: 'hunter3' };
      const run = await wheelhouseLint([...args, '--index-url', url, '--debug'], { cwd, env });
      expect(`${run.stdout}${run.stderr}`).not.toMatch(SECRETS);
      expect(`${run.stdout}${run.stderr}`).toContain(`${server.origin}/simple`);
    }
  });

  test('a find-links page', async () => {
    const server = await serve({ '/wheels/': { body } });
    const cwd = await wheelhouse();
    await writeFiles(cwd, { netrc: 'machine 127.0.0.1 login netrc password hunter4' });
    const args = ['--no-index', '--find-links', `${server.origin}/wheels/`];
    await wheelhouseLint(args, { cwd, env: { NETRC: join(cwd, 'netrc') } });
    expect(server.headers.map(({ authorization }) => authorization)).toEqual([basic('netrc:hunter4')]);
  });
});

describe('one clear line, status 2', () => {
  const url = 'http://index.invalid/simple';
  test.each<[string, Record<string, string>, string]>([
    [
      'a variable that is not set',
      {},
      "The credentials for 'http://index.invalid' are in the variable PASS, which is not set.",
    ],
    [
      'certificates that are not there',
      { PASS: 'x', PIP_CERT: '/no/such.pem' },
      "PIP_CERT names '/no/such.pem', which does not exist; it has to be a file of certificate authorities (PEM).",
    ],
    [
      'a proxy that is none',
      { PASS: 'x', ALL_PROXY: 'socks5://u:hunter2@p.example' },
      "ALL_PROXY names a proxy of the kind 'socks5'; only http and https are known.",
    ],
    [
      'a password with a slash',
      { PASS: 'x', INDEX: 'http://you:1/hunter2@index.invalid/simple' },
      'The path of "http://index.invalid/simple" has an "@" before it: write "/" in a password as "%2F", and "@" in a path as "%40".',
    ],
  ])('%s', async (_, env, line) => {
    const cwd = await wheelhouse('[[credentials]]\nurl = "http://index.invalid"\npassword-env = "PASS"');
    const run = await wheelhouseLint(['--index-url', env.INDEX ?? url], { cwd, env });
    expect(run).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
    const offline = await wheelhouseLint(['--index-url', url, '--offline'], { cwd, env });
    expect(offline).toMatchObject({ stderr: '' });
  });
});

test('a .netrc that makes no sense is passed over with a note', async () => {
  const server = await serve({ '/simple/demo/': { body } });
  const cwd = await wheelhouse();
  await writeFiles(cwd, { netrc: 'machine 127.0.0.1 pasword hunter2' });
  const env = { NETRC: join(cwd, 'netrc') };
  const { stderr } = await wheelhouseLint(['--index-url', `${server.origin}/simple`], { cwd, env });
  expect(stderr).toBe(
    `note: '${env.NETRC}' is passed over, with the credentials in it: line 1: neither login nor password nor account.\n`,
  );
  expect(server.headers[0]).not.toHaveProperty('authorization');
});

test.skipIf(noCertificates !== undefined).each(['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'])(
  `an index behind a proxy, with an authority of the site's own in %s (${noCertificates ?? 'openssl is there'})`,
  async (variable) => {
    const cwd = await wheelhouse();
    const certificates = await makeCertificates(await tempFolder(), 'index.example');
    const server = await startStandInSimple({ '/simple/demo/': { body } }, certificates);
    const proxy = await startStandInProxy(server.port);
    onTestFinished(async () => {
      await Promise.all([server.close(), proxy.close()]);
    });
    const env = { HTTPS_PROXY: proxy.url.replace('//', '//me:hunter2@'), [variable]: certificates.authority };
    const run = await wheelhouseLint(['--index-url', 'https://index.example/simple'], { cwd, env });
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toContain('WHL101');
    expect(run.stdout).not.toMatch(SECRETS);
    expect(proxy.requests).toEqual(['CONNECT index.example:443']);
    expect(proxy.headers[0]).toMatchObject({ 'proxy-authorization': basic('me:hunter2') });
  },
);
