import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { PackageIndex } from '../../../src/index/index-answer.ts';
import { openFindLinksPage } from '../../../src/index/simple/find-links-page.ts';
import { httpServer, nginx, type RealServer } from '../../support/real-servers.ts';
import { tempFolder, writeFiles } from '../../support/temp-wheelhouse.ts';
import { namesOf, OPTIONS, opened, outcomeOf } from '../opened.ts';
import { serve } from './pages.ts';

/** nginx cuts the text of a link after 50 characters, Apache after 23; the address is whole. */
const long = 'demo-1.0+a.long.label.of.a.site-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl';
const sdist = 'demo-1.0.tar.gz';
const odd = 'demo-1.0+torch 2.9-py3-none-any.whl';
const sha256 = 'a'.repeat(64);

function page(url: string): PackageIndex {
  const opened = openFindLinksPage(url, OPTIONS);
  onTestFinished(() => opened.close());
  return opened;
}

describe.each([nginx, httpServer])('$name', ({ missing, start }) => {
  describe.skipIf(missing !== undefined)(missing ?? 'serves', () => {
    let server: RealServer;

    beforeAll(async () => {
      const folder = await tempFolder();
      const links = `<a href="../../wheels/${encodeURIComponent(long)}#sha256=${sha256}" data-yanked="">x</a>`;
      await writeFiles(folder, {
        [`wheels/${long}`]: 'wheel',
        [`wheels/${sdist}`]: 'sdist',
        [`wheels/${odd}`]: 'odd',
        'wheels/other-2.0-py3-none-any.whl': 'other',
        'wheels/notes.txt': 'notes',
        'wheels/deeper/demo-9.0.tar.gz': 'not a part of it',
        'simple/demo/index.html': `<!doctype html><title>Links</title>${links}`,
        'listed/demo/demo-1.0.tar.gz': 'sdist',
      });
      server = await start(folder);
    });

    afterAll(() => server?.close());

    test('a folder listing is a page of links', async () => {
      const listing = page(`${server.origin}/wheels/`);
      expect(new Set(namesOf(await listing.ask('demo', [])))).toEqual(new Set([long, sdist, odd]));
      expect(namesOf(await listing.ask('other', []))).toEqual(['other-2.0-py3-none-any.whl']);
      expect(outcomeOf(await listing.ask('notes', []))).toBe('not-listed');
    });

    test('also by its name without a slash, which redirects', async () => {
      expect(namesOf(await page(`${server.origin}/wheels`).ask('demo', []))).toContain(long);
    });

    test('a folder that is not there has no projects', async () => {
      expect(outcomeOf(await page(`${server.origin}/nowhere/`).ask('demo', []))).toBe('not-listed');
    });

    test.each(['simple', 'auto'] as const)('a static Simple index, api = "%s"', async (api) => {
      const index = opened(`${server.origin}/simple`, { api });
      const answer = await index.ask('demo', []);
      expect(answer).toMatchObject({ files: [{ filename: long, sha256, yanked: true }] });
      const { origin } = server;
      expect(answer).toMatchObject({ files: [{ url: `${origin}/wheels/${encodeURIComponent(long)}` }] });
      expect(outcomeOf(await index.ask('other', []))).toBe('not-listed');
    });

    test('a Simple index of nothing but folder listings', async () => {
      const index = opened(`${server.origin}/listed`, { api: 'simple' });
      expect(namesOf(await index.ask('demo', []))).toContain('demo-1.0.tar.gz');
    });
  });
});

/** The form that Apache's mod_autoindex gives with `IndexOptions FancyIndexing HTMLTable`, less the pictures. */
const apache = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">
<html><head><title>Index of /wheels</title></head><body><h1>Index of /wheels</h1><table>
<tr><th><a href="?C=N;O=D">Name</a></th><th><a href="?C=M;O=A">Last modified</a></th><th><a href="?C=S;O=A">Size</a></th></tr>
<tr><td><a href="/">Parent Directory</a></td><td>&nbsp;</td><td>  - </td></tr>
<tr><td><a href="deeper/">deeper/</a></td><td>2026-11-01 12:00</td><td>  - </td></tr>
<tr><td><a href="${long.replaceAll('+', '%2b')}">demo-1.0+a.long.label...&gt;</a></td><td>2026-11-01 12:00</td><td>1.2M</td></tr>
<tr><td><a href="${sdist}">demo-1.0.tar.gz</a></td><td>2026-11-01 12:00</td><td>7.0K</td></tr>
</table><address>Apache/2.4.62 (Debian) Server at wheels.example Port 80</address></body></html>`;

describe("Apache's folder listing", () => {
  test('is a page of links, and a page of a Simple index', async () => {
    const server = await serve({ '/wheels/': { body: apache }, '/simple/demo/': { body: apache } });
    expect(namesOf(await page(`${server.origin}/wheels/`).ask('demo', []))).toEqual([long, sdist]);
    expect(namesOf(await opened(`${server.origin}/simple`).ask('demo', []))).toEqual(
      expect.arrayContaining([long, sdist]),
    );
  });
});
