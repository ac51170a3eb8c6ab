import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ConfigRequest } from '../../src/config/config.ts';
import { tempFolder, writeFiles } from '../support/temp-wheelhouse.ts';
import { load, urlsOf } from './load.ts';

let folder = '';

beforeAll(async () => {
  folder = await tempFolder();
  await writeFiles(folder, {
    'wheelhouse-lint.toml':
      '[[index]]\nurl = "https://own.example"\n[[stack]]\nname = "own"\nfind-links = ["a"]\n',
  });
});

/** The configuration for a pip with these variables, and no other setting of this machine. */
function withPip(variables: Readonly<Record<string, string>>, request: Partial<ConfigRequest> = {}) {
  const environment = { PIP_CONFIG_FILE: '/dev/null', ...variables };
  const pip = { environment, platform: 'linux', home: folder, workingDirectory: folder } as const;
  return load(folder, { pip, ...request });
}

describe('--pip-config stands in place of stacks and indexes of the configuration', () => {
  test('with PyPI through its JSON API, where pip is told of no index', async () => {
    const { sources } = await withPip({});
    expect(sources.indexes).toEqual([{ url: 'https://pypi.org/pypi', api: 'auto' }]);
    expect(sources.stacks).toEqual([{ name: 'pip', findLinks: [] }]);
  });

  test('with indexes that speak the Simple API, as pip asks for nothing else', async () => {
    const { sources } = await withPip({
      PIP_INDEX_URL: 'https://mirror.example/pypi',
      PIP_EXTRA_INDEX_URL: 'https://pypi.org/simple/ https://extra.example',
      PIP_FIND_LINKS: `wheels https://links.example/page.html`,
    });
    expect(sources.indexes).toEqual([
      { url: 'https://mirror.example/pypi', api: 'simple' },
      { url: 'https://pypi.org/pypi', api: 'auto' },
      { url: 'https://extra.example', api: 'simple' },
    ]);
    expect(sources.stacks[0]?.findLinks.map(({ kind, location }) => [kind, location])).toEqual([
      ['path', join(folder, 'wheels')],
      ['url', 'https://links.example/page.html'],
    ]);
  });
});

describe("options of the command line count as pip's own", () => {
  const mirror = { PIP_INDEX_URL: 'https://mirror.example', PIP_EXTRA_INDEX_URL: 'https://extra.example' };

  test('--index-url replaces the index, not the further ones', async () => {
    const config = await withPip(mirror, { indexUrl: 'https://mine.example' });
    expect(urlsOf(config)).toEqual(['https://mine.example', 'https://extra.example']);
  });

  test('--extra-index-url comes on top, and brings nothing else along', async () => {
    const once = await withPip(mirror, { extraIndexUrls: ['https://mine.example'] });
    const all = ['https://mirror.example', 'https://extra.example', 'https://mine.example'];
    expect(urlsOf(once)).toEqual(all);
    const twice = await withPip(mirror, {
      extraIndexUrls: ['https://mine.example', 'https://mine.example', 'https://extra.example'],
    });
    expect(urlsOf(twice)).toEqual(all);
  });

  test("'no-index' silences all of them", async () => {
    const request = { indexUrl: 'https://mine.example', extraIndexUrls: ['https://more.example'] };
    expect(urlsOf(await withPip({ ...mirror, PIP_NO_INDEX: '1' }, request))).toEqual([]);
    expect(urlsOf(await withPip(mirror, { ...request, noIndex: true }))).toEqual([]);
  });

  test('--only-binary and --no-binary go on where the configuration ends', async () => {
    const formatUses = [{ option: 'no-binary', value: 'numpy' } as const];
    const { sources } = await withPip(
      { PIP_ONLY_BINARY: 'numpy,scipy', PIP_PREFER_BINARY: 'yes' },
      { formatUses },
    );
    expect([...sources.formats.onlyBinary]).toEqual(['scipy']);
    expect([...sources.formats.noBinary]).toEqual(['numpy']);
    expect([sources.preferBinary, sources.prereleases]).toEqual([true, false]);
  });

  test('--pre and --prefer-binary are on where either says so', async () => {
    const { sources } = await withPip({ PIP_PRE: '1' }, { preferBinary: true });
    expect([sources.preferBinary, sources.prereleases]).toEqual([true, true]);
  });
});
