import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { PackageIndex } from '../../../src/index/index-answer.ts';
import type { IndexOptions } from '../../../src/index/index-options.ts';
import { IndexUrlError } from '../../../src/index/index-url.ts';
import { openFindLinksPage, readLocalPage } from '../../../src/index/simple/find-links-page.ts';
import { readHtmlPage } from '../../../src/index/simple/html-page.ts';
import type { Served, StandInSimple } from '../../support/stand-in-simple.ts';
import { tempFolder, writeFiles } from '../../support/temp-wheelhouse.ts';
import { filesOf, namesOf, OPTIONS, outcomeOf } from '../opened.ts';
import { jsonAnswer, SDIST, SIMPLE_JSON, serve, WHEEL } from './pages.ts';

const ODD = 'six-1.0_cc-py3-none-any.whl';
const LINKS = `<a href="${SDIST}"><a href="/about"><a href="seven-1.0.zip"><a href="w/${WHEEL}"><a href="${ODD}">`;

function openedPage(url: string, options: Partial<IndexOptions> = {}): PackageIndex {
  const index = openFindLinksPage(url, { ...OPTIONS, ...options });
  onTestFinished(() => index.close());
  return index;
}

async function served(page: Served): Promise<{ server: StandInSimple; index: PackageIndex }> {
  const server = await serve({ '/wheels/': page });
  return { server, index: openedPage(`${server.origin}/wheels/`) };
}

describe('a page on a server', () => {
  test('is fetched once, and has the files of any projects', async () => {
    const { server, index } = await served({ body: LINKS });
    const [six, seven, eight] = await Promise.all(
      ['six', 'seven', 'eight'].map((name) => index.ask(name, [])),
    );
    expect(six).toMatchObject({ project: 'six', source: { url: `${server.origin}/wheels/` } });
    expect(six && filesOf(six).map(({ filename, url }) => [filename, url])).toEqual([
      [SDIST, `${server.origin}/wheels/${SDIST}`],
      [WHEEL, `${server.origin}/wheels/w/${WHEEL}`],
      [ODD, `${server.origin}/wheels/${ODD}`],
    ]);
    expect(seven && namesOf(seven)).toEqual(['seven-1.0.zip']);
    expect(eight && outcomeOf(eight)).toBe('not-listed');
    expect(server.paths).toEqual(['/wheels/']);
    expect(server.headers[0]?.accept).toMatch(/^application\/vnd\.pypi\.simple\.v1\+json, .*text\/html/);
  });

  test('may be JSON, as pip takes that too', async () => {
    const { index } = await served({ type: SIMPLE_JSON, body: jsonAnswer({ filename: WHEEL, url: WHEEL }) });
    expect(namesOf(await index.ask('six', []))).toEqual([WHEEL]);
  });

  test('may have a query, which is shown to nobody, and a fragment, which is not sent', async () => {
    const server = await serve({ '/w.html?token=hunter2': { body: LINKS } });
    const index = openedPage(`${server.origin}/w.html?token=hunter2#here`);
    expect(index.source.url).toBe(`${server.origin}/w.html`);
    expect(namesOf(await index.ask('seven', []))).toEqual(['seven-1.0.zip']);
    expect(openedPage('https://f.example/w.html#here').source.url).toBe('https://f.example/w.html');
  });

  test('gets the credentials of its URL, which are shown to nobody', async () => {
    const server = await serve({ '/w/': { body: LINKS } });
    const index = openedPage(`${server.origin.replace('//', '//me:hunter2@')}/w/`);
    expect(JSON.stringify(await index.ask('six', []))).not.toContain('hunter2');
    expect(server.headers[0]?.authorization).toBe(`Basic ${btoa('me:hunter2')}`);
  });

  test.each<[string, Served, string]>([
    ['404', { status: 404 }, 'not-listed'],
    ['403', { status: 403 }, 'HTTP 403'],
    ['no links', { body: '<h1>Wheels</h1>' }, 'not-listed'],
    [
      'no links to wheels or sdists',
      { body: '<form></form><a href="/about">' },
      'answer is a web page without a link to a file that is a wheel or an sdist',
    ],
    ['files of this machine', { body: `<a href="file:///wheels/${WHEEL}">` }, 'not-listed'],
    [
      'another media type',
      { type: 'text/plain', body: LINKS },
      'answer is not of the Simple API (text/plain)',
    ],
  ])('with %s', async (_, page, outcome) => {
    const { server, index } = await served(page);
    expect(outcomeOf(await index.ask('six', []))).toBe(outcome);
    expect(outcomeOf(await index.ask('seven', []))).toBe(outcome);
    expect(server.paths).toHaveLength(1);
  });

  test('closed: no more answers', async () => {
    const { server, index } = await served({ body: LINKS });
    await index.close();
    expect(outcomeOf(await index.ask('six', []))).toBe('the index was closed before it answered');
    expect(server.paths).toEqual([]);
  });
});

describe('a page on this machine', () => {
  test.each([
    'links.html',
    'links.HTM',
    'a b%2B#.html',
  ])('%s may link to files beside it and elsewhere', async (name) => {
    const folder = await tempFolder();
    await writeFiles(folder, { [name]: `<a href="w/${WHEEL}"><a href="file:///srv/${SDIST}">` });
    const index = openedPage(pathToFileURL(join(folder, name)).href);
    expect(filesOf(await index.ask('six', [])).map(({ url }) => url)).toEqual([
      pathToFileURL(join(folder, 'w', WHEEL)).href,
      `file:///srv/${SDIST}`,
    ]);
    expect(index.source.url).toBe(pathToFileURL(join(folder, name)).href);
  });

  test('that is not there, too long or no file leaves its projects unchecked', async () => {
    const folder = await tempFolder();
    await writeFiles(folder, { 'long.html': ' '.repeat(1001), 'folder.html/x': '' });
    const outcome = async (name: string): Promise<string> => {
      const index = openedPage(pathToFileURL(join(folder, name)).href, { maxBody: 1000 });
      return outcomeOf(await index.ask('six', []));
    };
    expect(await outcome('missing.html')).toBe('page not found');
    expect(await outcome('long.html')).toBe('answer is longer than 1000 bytes');
    expect(await outcome('folder.html')).toBe('page is not a file');
  });

  test.skipIf(process.platform === 'win32')('that is a pipe does not make anybody wait', async () => {
    const path = join(await tempFolder(), 'pipe.html');
    execFileSync('mkfifo', [path]);
    await expect(readLocalPage(path)).rejects.toThrow('page is not a file');
  });

  test('in a find-links folder is read in the same way', async () => {
    const folder = await tempFolder();
    await writeFiles(folder, { 'index.html': LINKS });
    const { files } = await readHtmlPage(await readLocalPage(join(folder, 'index.html')));
    expect(files.map(({ filename }) => filename)).toEqual([SDIST, 'about', 'seven-1.0.zip', WHEEL, ODD]);
  });

  test('closed: no more answers', async () => {
    const index = openedPage('file:///no/such/page.html');
    await index.close();
    expect(outcomeOf(await index.ask('six', []))).toBe('the index was closed before it answered');
  });
});

describe('a URL that is none of a page', () => {
  test.each([
    ['wheels/index.html', 'give the whole find-links URL'],
    ['ftp://user:hunter2@index.example/', 'starts with https:, http: or file:, not with "ftp:"'],
    ['https://user:hunter2%@index.example/', 'write "%" as "%25"'],
    ['file:///wheels/', 'ends in .html or .htm'],
    ['file:///wheels/links.txt', 'ends in .html or .htm'],
    ['file://server/share/links.html', 'write file:///path/to/page.html'],
  ])('%j', (url, advice) => {
    const open = (): unknown => openFindLinksPage(url, OPTIONS);
    expect(open).toThrow(IndexUrlError);
    expect(open).toThrow(advice);
    expect(open).not.toThrow(/hunter2/);
  });
});
