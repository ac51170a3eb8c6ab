import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { MetadataAnswer } from '../../src/index/index-answer.ts';
import type { IndexOptions } from '../../src/index/index-options.ts';
import { type Served, type StandInSimple, startStandInSimple } from '../support/stand-in-simple.ts';
import { tempFolder, writeFiles } from '../support/temp-wheelhouse.ts';
import { filesOf, opened } from './opened.ts';

const wheel = 'demo-1.0-py3-none-any.whl';
const text = 'Metadata-Version: 2.4\nName: demo\nVersion: 1.0\nSummary: naïve\n';
const sha256 = createHash('sha256').update(text).digest('hex');
const json = 'application/vnd.pypi.simple.v1+json';

async function simple(answers: Readonly<Record<string, Served>>): Promise<StandInSimple> {
  const server = await startStandInSimple(answers);
  onTestFinished(() => server.close());
  return server;
}

function simpleJson(file: Readonly<Record<string, unknown>>): Served {
  const files = [{ filename: wheel, url: `/files/${wheel}`, hashes: {}, ...file }];
  return { type: json, body: { meta: { 'api-version': '1.4' }, name: 'demo', files } };
}

describe('an index offers METADATA', () => {
  async function offered(answer: Served): Promise<unknown> {
    const { origin } = await simple({ '/simple/demo/': answer });
    return filesOf(await opened(`${origin}/simple`).ask('demo', []))[0]?.coreMetadata;
  }

  test.each<[file: Readonly<Record<string, unknown>>, expected: unknown]>([
    [{}, undefined],
    [{ 'core-metadata': false }, undefined],
    [{ 'core-metadata': true }, true],
    [{ 'core-metadata': { sha256: sha256.toUpperCase() } }, sha256],
    [{ 'core-metadata': { blake2b: 'x' } }, true],
    [{ 'core-metadata': { sha256: 'x' } }, true],
    [{ 'core-metadata': 'false' }, undefined],
    [{ 'core-metadata': 1 }, undefined],
    [{ 'dist-info-metadata': { sha256 } }, sha256],
    [{ 'core-metadata': false, 'dist-info-metadata': { sha256 } }, undefined],
  ])('in JSON: %j', async (file, expected) => {
    expect(await offered(simpleJson(file))).toBe(expected);
  });

  test.each<[attributes: string, expected: unknown]>([
    ['', undefined],
    ['data-core-metadata', undefined],
    ['data-core-metadata="true"', true],
    [`data-core-metadata="sha256=${sha256}"`, sha256],
    ['data-core-metadata="md5=0"', true],
    ['data-core-metadata="false"', undefined],
    [`data-dist-info-metadata="sha256=${sha256}"`, sha256],
    [`data-core-metadata="true" data-dist-info-metadata="sha256=${sha256}"`, true],
  ])('in HTML: %s', async (attributes, expected) => {
    expect(await offered({ body: `<a href="/files/${wheel}" ${attributes}>${wheel}</a>` })).toBe(expected);
  });

  test("in PyPI's JSON", async () => {
    const url = `https://files.example/${wheel}`;
    const urls = [{ filename: wheel, url, digests: {}, 'core-metadata': { sha256 } }];
    const { origin } = await simple({
      '/pypi/demo/json': { type: 'application/json', body: { info: { name: 'demo' }, urls, releases: {} } },
    });
    const [file] = filesOf(await opened(`${origin}/pypi`).ask('demo', []));
    expect(file?.coreMetadata).toBe(sha256);
  });
});

/** Asks a server for the METADATA of the first file on its page. */
async function metadataFrom(
  answers: Readonly<Record<string, Served>>,
  file: Readonly<Record<string, unknown>> = { 'core-metadata': { sha256 } },
  options: Partial<IndexOptions> = {},
): Promise<{ answer: MetadataAnswer | undefined; server: StandInSimple }> {
  const server = await simple({ '/simple/demo/': simpleJson(file), ...answers });
  const index = opened(`${server.origin.replace('//', '//user:secret@')}/simple`, { tries: 1, ...options });
  const [first] = filesOf(await index.ask('demo', []));
  return { answer: first && (await index.metadata?.('demo', first)), server };
}

describe('METADATA is asked for beside the file', () => {
  const path = `/files/${wheel}.metadata`;

  test('once, and nothing else is', async () => {
    const { answer, server } = await metadataFrom({ [path]: { type: null, body: text } });
    expect(answer).toEqual({ status: 'read', text });
    expect(server.paths).toEqual(['/simple/demo/', path]);
  });

  test('and nothing by itself', async () => {
    const server = await simple({ '/simple/demo/': simpleJson({ 'core-metadata': true }) });
    await opened(`${server.origin}/simple`).ask('demo', ['1.0']);
    expect(server.paths).toEqual(['/simple/demo/']);
  });

  test.each<[what: string, served: Served, reason: string]>([
    [
      'other content',
      { body: `${text}Requires-Dist: a\n` },
      'it does not have the sha256 that the index gives',
    ],
    ['nothing there', { status: 404 }, 'not found, although the index offers it'],
    ['no permission', { status: 403 }, 'HTTP 403'],
    ['a broken server', { status: 500 }, 'HTTP 500'],
  ])('%s is unchecked', async (_, served, reason) => {
    const { answer } = await metadataFrom({ [path]: served });
    expect(answer).toEqual({ status: 'unchecked', reason });
  });

  test('a server that goes on for ever is unchecked', async () => {
    const body = 'x'.repeat(16 * 1024 * 1024 + 1);
    const { answer } = await metadataFrom({ [path]: { body } }, { 'core-metadata': true });
    expect(answer).toEqual({ status: 'unchecked', reason: 'answer is longer than 16 MiB' });
  });

  test('credentials go to the origin of the index only', async () => {
    const files = await simple({ [path]: { body: text } });
    const elsewhere = await metadataFrom(
      {},
      { 'core-metadata': true, url: `${files.origin}/files/${wheel}` },
    );
    expect(elsewhere.answer).toEqual({ status: 'read', text });
    expect(files.headers.map(({ authorization }) => authorization)).toEqual([undefined]);
    const here = await metadataFrom({ [path]: { body: text } });
    expect(here.server.headers.map(({ authorization }) => authorization?.slice(0, 6))).toEqual([
      'Basic ',
      'Basic ',
    ]);
  });

  test('a closed index does not ask', async () => {
    const server = await simple({
      '/simple/demo/': simpleJson({ 'core-metadata': true }),
      [path]: { body: text },
    });
    const index = opened(`${server.origin}/simple`);
    const [file] = filesOf(await index.ask('demo', []));
    await index.close();
    expect(file && (await index.metadata?.('demo', file))).toEqual({
      status: 'unchecked',
      reason: 'the index was closed before it answered',
    });
  });
});

describe('recorded METADATA', () => {
  async function recorded(files: Readonly<Record<string, string>>, url: string): Promise<unknown> {
    const folder = await tempFolder();
    const page = JSON.stringify(simpleJson({ url, 'core-metadata': { sha256 } }).body);
    await writeFiles(folder, { 'demo/index.json': page, ...files });
    const index = opened(pathToFileURL(folder).href);
    const [file] = filesOf(await index.ask('demo', []));
    return file && index.metadata?.('demo', file);
  }

  const missing = { status: 'unchecked', reason: 'not found, although the index offers it' };

  test('stands in the folder of the project, wherever the file is', async () => {
    const url = `https://files.example/${wheel}`;
    expect(await recorded({ [`demo/${wheel}.metadata`]: text }, url)).toEqual({ status: 'read', text });
    expect(await recorded({ [`${wheel}.metadata`]: text }, url)).toEqual(missing);
  });

  test('or beside a file of this machine', async () => {
    const url = `../files/${wheel}`;
    expect(await recorded({ [`files/${wheel}.metadata`]: text }, url)).toEqual({ status: 'read', text });
    expect(await recorded({}, url)).toEqual(missing);
  });

  test('never comes over the network', async () => {
    const server = await simple({ [`/files/${wheel}.metadata`]: { body: text } });
    expect(await recorded({}, `${server.origin}/files/${wheel}`)).toEqual(missing);
    expect(server.paths).toEqual([]);
  });
});
