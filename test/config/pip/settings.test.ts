import { describe, expect, it, test } from 'vitest';
import { readPipSettings } from '../../../src/config/pip/read-pip-settings.ts';
import type { PipCommand } from '../../../src/config/pip/setting.ts';
import { indexesOf, type PipSettings } from '../../../src/config/pip/settings.ts';
import { UsageError } from '../../../src/errors.ts';
import { linux, memoryDisk, places, read, readText } from './memory-disk.ts';

async function settingsOf(text: string, command?: PipCommand): Promise<PipSettings> {
  return (await readText(text, command)).settings;
}

describe('without any configuration', () => {
  it('sets nothing, and leaves PyPI', async () => {
    const { settings, notices } = await read({});
    expect(settings).toEqual({ command: 'install', notices: [] });
    expect(indexesOf(settings).map(({ location }) => location)).toEqual(['https://pypi.org/simple']);
    expect(notices).toEqual([]);
  });
});

describe('sections', () => {
  const text = `
[install]
find-links = /install
[global]
find-links = /global
[wheel]
index-url = https://wheel.example/simple
[Download]
find-links = /no-section-of-pip
`;

  test.each<[PipCommand, string, string]>([
    ['install', '/install', 'install'],
    ['download', '/global', 'global'],
    ['wheel', '/global', 'global'],
  ])('pip %s takes find-links from %s', async (command, folder, section) => {
    const { findLinks } = await settingsOf(text, command);
    expect(places(findLinks)).toEqual([folder]);
    expect(findLinks?.origins).toEqual([{ place: '/site/pip.conf', section }]);
  });

  it('replaces lists, and never adds to them', async () => {
    const { extraIndexUrls } = await settingsOf(
      '[global]\nextra-index-url = https://a https://b\n[install]\nextra-index-url = https://c',
    );
    expect(places(extraIndexUrls)).toEqual(['https://c']);
  });

  it('sets nothing with an empty value', async () => {
    const { findLinks } = await settingsOf('[global]\nfind-links = /a\n[install]\nfind-links =');
    expect(places(findLinks)).toEqual(['/a']);
  });

  it('gives [DEFAULT] to each section that stands there', async () => {
    const text = '[DEFAULT]\nfind-links = /a\n[install]\n';
    expect((await settingsOf(text)).findLinks?.origins).toEqual([
      { place: '/site/pip.conf', section: 'DEFAULT' },
    ]);
    expect((await settingsOf(text, 'wheel')).findLinks).toBeUndefined();
  });

  it('takes a section [:env:] for the environment', async () => {
    const files = { '/etc/pip.conf': '[:env:]\nfind-links = /a\npre = 1\n[install]\nfind-links = /b' };
    expect(places((await read(files)).settings.findLinks)).toEqual(['/a']);
    const { findLinks, pre } = (await read(files, { PIP_FIND_LINKS: '/c' })).settings;
    expect([places(findLinks), pre?.value]).toEqual([['/c'], true]);
  });
});

describe('files', () => {
  const files = {
    '/etc/pip.conf': '[install]\nfind-links = /etc\nindex-url = https://etc\npre = yes',
    '/home/me/.config/pip/pip.conf': '[install]\nfind-links = /user\n[global]\nno-index = yes',
    '/venv/pip.conf': '[install]\nfind-links = /venv',
    '/named.conf': '[install]\nfind-links = /named',
    '/empty.conf': '[install]\nfind-links =',
  };

  test.each<[NodeJS.ProcessEnv, string | undefined]>([
    [{}, '/user'],
    [{ VIRTUAL_ENV: '/venv' }, '/venv'],
    [{ VIRTUAL_ENV: '/venv', PIP_CONFIG_FILE: '/named.conf' }, '/named'],
    [{ VIRTUAL_ENV: '/venv', PIP_CONFIG_FILE: '' }, '/venv'],
    [{ VIRTUAL_ENV: '/venv', PIP_CONFIG_FILE: '/dev/null' }, undefined],
    [{ VIRTUAL_ENV: '/venv', PIP_CONFIG_FILE: '/dev/null', PIP_FIND_LINKS: '/env' }, '/env'],
    [{ VIRTUAL_ENV: '/venv', PIP_FIND_LINKS: '/env' }, '/env'],
    // The empty value of the strongest file hides the others before it is passed over.
    [{ PIP_CONFIG_FILE: '/empty.conf' }, undefined],
  ])('%j: find-links is %s', async (environment, folder) => {
    expect(places((await read(files, environment)).settings.findLinks)?.join(' ')).toBe(folder);
  });

  it('puts options of different files together', async () => {
    const { settings } = await read(files);
    expect([settings.indexUrl?.value.location, settings.pre?.value, settings.noIndex?.value]).toEqual([
      'https://etc',
      true,
      true,
    ]);
  });

  it('puts a section above [global] of any file', async () => {
    const { settings } = await read(files, { PIP_CONFIG_FILE: '/n', PIP_NO_INDEX: '' });
    expect(settings.noIndex?.origins).toEqual([
      { place: '/home/me/.config/pip/pip.conf', section: 'global' },
    ]);
    const weak = { '/etc/pip.conf': '[install]\npre = 1', '/venv/pip.conf': '[global]\npre = 0' };
    expect((await read(weak, { VIRTUAL_ENV: '/venv' })).settings.pre?.value).toBe(true);
  });
});

describe('the environment', () => {
  const text = { '/etc/pip.conf': '[install]\nfind-links = /file\nno-index = true' };

  test.each<[string, NodeJS.ProcessEnv]>([
    ['/env', { PIP_FIND_LINKS: '/env' }],
    ['/env', { PIP_find_links: '/env' }],
    ['/env', { 'PIP_FIND-LINKS': '/env' }],
    ['/env', { PIP___FIND_LINKS: '/env' }],
    ['/a /b /c', { PIP_FIND_LINKS: ' /a\t/b\n/c ' }],
    ['/b', { PIP_FIND_LINKS: '/a', PIP_Find_Links: '/b' }],
    ['/file', { PIP_FIND_LINKS: '' }],
    ['/file', { pip_find_links: '/env' }],
    ['/file', { Pip_FIND_LINKS: '/env' }],
    ['/file', { PIP_FIND__LINKS: '/env' }],
    // `--isolated` on the command line would do it.
    ['/file', { PIP_ISOLATED: '1' }],
    // Blanks are a value, though they name nothing.
    ['', { PIP_FIND_LINKS: ' ' }],
  ])('%j comes from %j', async (folders, environment) => {
    expect(places((await read(text, environment)).settings.findLinks)?.join(' ')).toBe(folders);
  });

  it('is the origin by the name of its variable', async () => {
    const { settings } = await read(text, { PIP_FIND_LINKS: '/env' });
    expect(settings.findLinks?.origins).toEqual([{ place: 'PIP_FIND_LINKS', section: undefined }]);
  });

  it('has no case on Windows', async () => {
    const machine = { ...linux({ pip_pre: '1' }), platform: 'win32' as const };
    expect((await readPipSettings('install', machine, memoryDisk({}))).settings.pre?.value).toBe(true);
  });
});

describe('names of options', () => {
  test.each([
    'find-links',
    'find_links',
    'Find-Links',
    '--find-links',
    '--FIND_LINKS',
  ])('%s is find-links', async (name) => {
    expect(places((await settingsOf(`[install]\n${name} = /a`)).findLinks)).toEqual(['/a']);
  });

  test.each(['f', '-f', 'findlinks', '-find-links', 'find links'])('%s is not', async (name) => {
    expect((await settingsOf(`[install]\n${name} = /a`)).findLinks).toBeUndefined();
  });

  it('takes the last of two spellings', async () => {
    const { findLinks } = await settingsOf('[install]\nfind_links = /a\nfind-links = /b');
    expect(places(findLinks)).toEqual(['/b']);
  });

  it('knows the old name of index-url', async () => {
    const { indexUrl } = await settingsOf('[install]\npypi-url = https://a\nindex-url = https://b');
    expect(indexUrl?.value.location).toBe('https://b');
  });
});

describe('yes and no', () => {
  test.each<[string, boolean]>([
    ...['y', 'yes', 't', 'true', 'on', '1', 'TRUE', 'On'].map((word): [string, boolean] => [word, true]),
    ...['n', 'no', 'f', 'false', 'off', '0', 'False'].map((word): [string, boolean] => [word, false]),
  ])('%s is %s', async (word, expected) => {
    const { noIndex, preferBinary, pre } = await settingsOf(
      `[install]\nno-index = ${word}\nprefer-binary: ${word}\npre=${word}`,
    );
    expect([noIndex?.value, preferBinary?.value, pre?.value]).toEqual([expected, expected, expected]);
  });

  test.each([
    ['maybe', "'maybe'"],
    ['2', "'2'"],
    ['true # really', "'true # really'"],
    ['\n  true\n  true', "'true true'"],
  ])('%j is refused', async (word, quoted) => {
    await expect(readText(`[install]\nno-index = ${word}`)).rejects.toThrow(
      new UsageError(
        `/site/pip.conf [install]: 'no-index' is ${quoted}, which pip refuses; write 'true' or 'false'.`,
      ),
    );
  });

  it('refuses blanks around a word in the environment', async () => {
    await expect(read({}, { PIP_PRE: ' true' })).rejects.toThrow(
      "PIP_PRE: 'pre' is 'true', which pip refuses; write 'true' or 'false'.",
    );
  });

  it('refuses a wrong one in [global] also where a stronger one is right', async () => {
    await expect(readText('[global]\npre = maybe\n[install]\npre = yes')).rejects.toThrow(UsageError);
  });

  it('does not care for those of other commands', async () => {
    expect((await readText('[download]\npre = maybe')).notices).toEqual([]);
  });
});

describe('formats', () => {
  test.each<[string, string[], string[]]>([
    ['[install]\nonly-binary = numpy,SciPy', ['numpy', 'scipy'], []],
    ['[global]\nonly-binary = numpy\n[install]\nonly-binary = scipy', ['numpy', 'scipy'], []],
    ['[global]\nonly-binary = :all:\n[install]\nno-binary = numpy', [':all:'], ['numpy']],
    ['[global]\nonly-binary = :all:\n[install]\nno-binary = :all:', [], [':all:']],
    ['[global]\nonly-binary = numpy\n[install]\nonly-binary = :none:', [], []],
    ['[install]\nno-binary = numpy\nonly-binary = numpy', ['numpy'], []],
    ['[install]\nonly-binary = numpy\nno-binary = numpy', [], ['numpy']],
  ])('%j', async (text, only, no) => {
    const { formats } = await settingsOf(text);
    expect([[...(formats?.value.onlyBinary ?? [])], [...(formats?.value.noBinary ?? [])]]).toEqual([
      only,
      no,
    ]);
  });

  it('come from every place that says something', async () => {
    const files = { '/etc/pip.conf': '[global]\nonly-binary = a\n[install]\nno-binary = b' };
    expect((await read(files, { PIP_ONLY_BINARY: 'c' })).settings.formats?.origins).toEqual([
      { place: '/etc/pip.conf', section: 'global' },
      { place: '/etc/pip.conf', section: 'install' },
      { place: 'PIP_ONLY_BINARY', section: undefined },
    ]);
  });

  it('are refused where they look like an option', async () => {
    await expect(read({}, { PIP_NO_BINARY: '-x' })).rejects.toThrow(
      new UsageError("PIP_NO_BINARY: 'no-binary' takes project names, ':all:' or ':none:', no option."),
    );
  });
});

describe('indexes', () => {
  test.each([
    ['extra-index-url = https://a https://b', ['https://pypi.org/simple', 'https://a', 'https://b']],
    ['index-url = https://a\nextra-index-url =\n  https://b\n  https://a', ['https://a', 'https://b']],
    ['index-url = https://a\nno-index = true', []],
    ['index-url = https://a\nno-index = false', ['https://a']],
    ['index-url =\n  https://a', ['https://a']],
    ['index-url = simple/', ['/work/simple']],
  ])('%j', async (text, expected) => {
    const settings = await settingsOf(`[install]\n${text}`);
    expect(indexesOf(settings).map(({ location }) => location)).toEqual(expected);
  });
});

describe('files that pip cannot parse', () => {
  test.each<[string, string | Uint8Array, string]>([
    [
      'no section',
      'find-links = /a',
      '/etc/pip.conf:1: pip cannot read this: no [section] stands before it.',
    ],
    [
      'a byte order mark',
      '\ufeff[global]',
      '/etc/pip.conf:1: pip cannot read this: no [section] stands before it.',
    ],
    [
      'a line without a value',
      '[install]\nno-index\n',
      "/etc/pip.conf:2: pip cannot read this: there is no '=' or ':' behind a key.",
    ],
    [
      'a key twice',
      '[install]\nno-index=1\nno-index=0\n',
      "/etc/pip.conf:3: pip cannot read this: the key 'no-index' stands a second time in its section.",
    ],
    [
      'another encoding',
      Buffer.from('[global]\n# caf\xe9\n', 'latin1'),
      '/etc/pip.conf: pip cannot read this: it is not UTF-8 text.',
    ],
  ])('%s', async (_name, content, message) => {
    await expect(read({ '/etc/pip.conf': content })).rejects.toThrow(new UsageError(message));
  });

  it('does not open what is switched off', async () => {
    const files = { '/etc/pip.conf': 'wrong' };
    expect((await read(files, { PIP_CONFIG_FILE: '/dev/null' })).settings.findLinks).toBeUndefined();
  });
});
