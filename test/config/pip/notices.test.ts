import { describe, expect, it, test } from 'vitest';
import { read, readText } from './memory-disk.ts';

async function noticesOf(text: string): Promise<readonly string[]> {
  return (await readText(text)).notices;
}

describe('sections that send commands to different places', () => {
  it('tells the recorded mistake: one file whose [download] points to other folders', async () => {
    expect(
      await noticesOf(`
[wheel]
find-links = /w/nix/avx2 /w/nix/generic /w/generic
[download]
find-links = /w/gentoo/avx2 /w/gentoo/generic /w/generic
[install]
find-links = /w/nix/avx2 /w/nix/generic /w/generic
`),
    ).toEqual([
      "/site/pip.conf [download]: 'find-links' differs from [install]: only 'pip download' looks in '/w/gentoo/avx2', '/w/gentoo/generic'; only 'pip install' looks in '/w/nix/avx2', '/w/nix/generic'.",
    ]);
  });

  it('is the same for every command that is asked about', async () => {
    const text = '[wheel]\nfind-links = /a\n[install]\nfind-links = /b';
    expect((await readText(text, 'wheel')).notices).toEqual(await noticesOf(text));
  });

  test.each<[string, string[]]>([
    [
      '[download]\nfind-links = /a /b\n[wheel]\nfind-links = /b\n[global]\nfind-links = /b /c',
      [
        "/site/pip.conf [download]: 'find-links' differs from [global]: only 'pip download' looks in '/a'; only 'pip install' looks in '/c'.",
        "/site/pip.conf [wheel]: 'find-links' differs from [global]: only 'pip install' looks in '/c'.",
      ],
    ],
    [
      '[download]\nindex-url = https://me:secret@a/simple',
      [
        "/site/pip.conf [download]: 'index-url' differs from 'pip install', for which it is not set: only 'pip download' asks 'https://****@a/simple'; only 'pip install' asks 'https://pypi.org/simple'.",
      ],
    ],
    [
      '[download]\nextra-index-url = https://a https://b\n[install]\nextra-index-url = https://b https://a',
      ["/site/pip.conf [download]: 'extra-index-url' has another order than in [install]."],
    ],
    [
      '[download]\nno-index = true',
      [
        "/site/pip.conf [download]: 'no-index' differs from 'pip install', for which it is not set: 'pip download' asks no index, 'pip install' does.",
      ],
    ],
    [
      '[wheel]\nno-index = false\n[global]\nno-index = true',
      [
        "/site/pip.conf [wheel]: 'no-index' differs from [global]: 'pip install' asks no index, 'pip wheel' does.",
      ],
    ],
  ])('%j', async (text, lines) => {
    expect(await noticesOf(text)).toEqual(lines);
  });

  it('names both files where there are two', async () => {
    const files = {
      '/etc/pip.conf': '[install]\nfind-links = /a',
      '/home/me/.pip/pip.conf': '[download]\nfind-links = /b',
    };
    expect((await read(files)).notices).toEqual([
      "/home/me/.pip/pip.conf [download]: 'find-links' differs from /etc/pip.conf [install]: only 'pip download' looks in '/b'; only 'pip install' looks in '/a'.",
    ]);
  });

  test.each([
    ['the same folders', '[download]\nfind-links = /a /b\n[install]\nfind-links = /a /b'],
    // Between folders pip goes by their names.
    ['the same folders in another order', '[download]\nfind-links = /b /a\n[install]\nfind-links = /a\n  /b'],
    [
      'the same folders in another spelling',
      '[download]\nfind-links = /a/ ../b\n[install]\nfind-links = /a /b',
    ],
    ['a section that says nothing', '[download]\nfind-links =\n[install]\nfind-links = /a'],
    ['what only [install] has', '[install]\nfind-links = /a\nno-index = yes'],
    ['the index that is the default', '[wheel]\nindex-url = https://pypi.org/simple'],
    ['no-index where it changes nothing', '[wheel]\nno-index = no'],
    ['other options', '[download]\npre = yes\nonly-binary = :all:'],
  ])('is quiet about %s', async (_name, text) => {
    expect(await noticesOf(text)).toEqual([]);
  });

  it('is quiet where the environment replaces both', async () => {
    const files = { '/etc/pip.conf': '[download]\nfind-links = /a\n[install]\nfind-links = /b' };
    expect((await read(files, { PIP_FIND_LINKS: '/c' })).notices).toEqual([]);
  });
});

describe('options that are not modelled', () => {
  test.each<[string, string[]]>([
    [
      'constraint = /a.txt\n  https://me:secret@b/?token=x',
      [
        "/site/pip.conf [install]: 'constraint = /a.txt https://****@b/?****' changes what pip takes, and is not considered here.",
      ],
    ],
    [
      'require-hashes = yes',
      [
        "/site/pip.conf [install]: 'require-hashes = yes' changes what pip takes, and is not considered here.",
      ],
    ],
    ['require-hashes = no', []],
    ['constraint =', []],
    ['disable-pip-version-check = true\ntimeout = 3\nconstructor = 1', []],
  ])('%j', async (text, lines) => {
    expect(await noticesOf(`[install]\n${text}`)).toEqual(lines);
  });

  it('tells the strongest only', async () => {
    const { notices } = await read({ '/etc/pip.conf': '[global]\nconstraint = a' }, { PIP_CONSTRAINT: 'b' });
    expect(notices).toEqual([
      "PIP_CONSTRAINT: 'constraint = b' changes what pip takes, and is not considered here.",
    ]);
    const off = { '/etc/pip.conf': '[global]\nrequire-hashes = 1\n[install]\nrequire-hashes = 0' };
    expect((await read(off)).notices).toEqual([]);
  });

  it('knows which command has them', async () => {
    expect((await readText('[global]\nplatform = linux_x86_64', 'wheel')).notices).toEqual([]);
    expect((await readText('[global]\nplatform = linux_x86_64', 'download')).notices).toHaveLength(1);
  });
});

describe('names in formats that fit no project', () => {
  test.each([
    ['numpy, scipy', "' scipy'"],
    ['numpy\n  scipy', "'numpy scipy'"],
    ['numpy scipy', "'numpy scipy'"],
  ])('%j', async (value, name) => {
    expect(await noticesOf(`[install]\nonly-binary = ${value}`)).toEqual([
      `/site/pip.conf [install]: 'only-binary' names ${name}, which fits no project: only commas separate them, and blanks count.`,
    ]);
  });
});

describe('files that pip passes over without a word', () => {
  it('tells of one that may not be read', async () => {
    expect((await read({ '/etc/pip.conf': undefined })).notices).toEqual([
      '/etc/pip.conf cannot be read (EACCES), so pip goes on without it.',
    ]);
  });

  it('tells of a PIP_CONFIG_FILE that is not there, and of no other', async () => {
    expect((await read({}, { PIP_CONFIG_FILE: 'site.conf', VIRTUAL_ENV: '/none' })).notices).toEqual([
      'PIP_CONFIG_FILE names /work/site.conf, which does not exist, so pip goes on without it.',
    ]);
  });
});
