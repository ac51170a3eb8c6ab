import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { tempFolder, writeFiles } from '../support/temp-wheelhouse.ts';
import { complaint, load, loadText, urlsOf } from './load.ts';

const file = 'wheelhouse-lint.toml';

describe('[[stack]]', () => {
  test('has folders relative to the configuration, and URLs as they are, in the order of the file', async () => {
    const folder = await tempFolder();
    await writeFiles(folder, {
      'site/wheelhouse-lint.toml': `
[[stack]]
name = "v4"
find-links = ["v4", "../generic", "/abs/olute", "https://user:secret@links.example/wheels.html"]
[[stack]]
name = "v3"
find-links = ["v3"]
`,
    });
    const { sources } = await load(join(folder, 'site'), {});
    expect(sources.stacks).toEqual([
      {
        name: 'v4',
        findLinks: [
          { kind: 'path', location: join(folder, 'site/v4'), display: 'v4' },
          { kind: 'path', location: join(folder, 'generic'), display: join(folder, 'generic') },
          { kind: 'path', location: '/abs/olute', display: '/abs/olute' },
          {
            kind: 'url',
            location: 'https://user:secret@links.example/wheels.html',
            display: 'https://links.example/wheels.html',
          },
        ],
      },
      { name: 'v3', findLinks: [{ kind: 'path', location: join(folder, 'site/v3'), display: 'v3' }] },
    ]);
  });

  test('is shown as seen from the working directory', async () => {
    const folder = await tempFolder();
    await writeFiles(folder, {
      'site/wheelhouse-lint.toml': '[[stack]]\nname = "s"\nfind-links = ["v4"]',
    });
    const { sources } = await load(folder, { config: 'site/wheelhouse-lint.toml' });
    expect(sources.stacks[0]?.findLinks[0]?.display).toBe('site/v4');
  });

  test.each([
    ['without a name', 'find-links = ["a"]', "the key 'stack.0.name' is missing."],
    ['without folders', 'name = "s"', "the key 'stack.0.find-links' is missing."],
    [
      'with an empty list of folders',
      'name = "s"\nfind-links = []',
      "'stack.0.find-links' does not fit: it lists the folders that one pip sees together.",
    ],
    [
      'with one folder, not a list',
      'name = "s"\nfind-links = "a"',
      "'stack.0.find-links' has to be a list, not 'a'.",
    ],
    [
      'with an empty folder',
      'name = "s"\nfind-links = [""]',
      "'stack.0.find-links.0' does not fit: it is a folder or the URL of a page.",
    ],
    [
      'with an empty name',
      'name = ""\nfind-links = ["a"]',
      "'stack.0.name' does not fit: it is what reports call the stack.",
    ],
    [
      'with an unknown key',
      'name = "s"\nfind_links = ["a"]',
      "there is no key 'stack.0.find_links'. Did you mean 'find-links'?",
    ],
    [
      'called like another one',
      'name = "s"\nfind-links = ["a"]\n[[stack]]\nname = "s"\nfind-links = ["b"]',
      "'stack' does not fit: each stack has a name of its own.",
    ],
  ])('%s', async (_, text, expected) => {
    expect(await complaint(`[[stack]]\n${text}`)).toBe(`${file}: ${expected}`);
  });

  test('as a table of its own', async () => {
    expect(await complaint('[stack]\nname = "s"')).toBe(
      `${file}: 'stack' has to be a list of tables: write [[stack]].`,
    );
  });
});

describe('the API of an index', () => {
  const apis = async (text: string, request = {}) =>
    (await loadText(text, request)).sources.indexes.map(({ url, api }) => `${url} ${api}`);

  test.each(['pypi-json', 'simple', 'auto'])('%s', async (api) => {
    expect(await apis(`[[index]]\nurl = "https://i.example"\napi = "${api}"`)).toEqual([
      `https://i.example ${api}`,
    ]);
  });

  test('is found out where nobody says it', async () => {
    expect(await apis('[[index]]\nurl = "https://i.example"')).toEqual(['https://i.example auto']);
    expect(await apis('')).toEqual(['https://pypi.org/pypi auto']);
  });

  test('of the command line is that of its own indexes, not of the configured ones', async () => {
    const text = '[[index]]\nurl = "https://i.example"\napi = "pypi-json"';
    const request = { extraIndexUrls: ['https://x.example'], indexApi: 'simple' };
    expect(await apis(text, request)).toEqual(['https://i.example pypi-json', 'https://x.example simple']);
  });
});

describe('the command line', () => {
  test('--no-index leaves none', async () => {
    expect(urlsOf(await loadText('', { noIndex: true, extraIndexUrls: ['https://x.example'] }))).toEqual([]);
  });

  test('--find-links is relative to the working directory', async () => {
    const folder = await tempFolder();
    await writeFiles(folder, { 'wheelhouse-lint.toml': '', 'deep/x': '' });
    const url = pathToFileURL(join(folder, 'wheels')).href;
    const { sources } = await load(join(folder, 'deep'), { findLinks: ['fresh', '../old', url] });
    expect(sources.findLinks.map(({ kind, location }) => [kind, location])).toEqual([
      ['path', join(folder, 'deep/fresh')],
      ['path', join(folder, 'old')],
      ['url', url],
    ]);
  });
});
