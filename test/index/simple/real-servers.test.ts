import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { PackageIndex } from '../../../src/index/index-answer.ts';
import { openFindLinksPage } from '../../../src/index/simple/find-links-page.ts';
import { apache, httpServer, nginx, type RealServer } from '../../support/real-servers.ts';
import { tempFolder, writeFiles } from '../../support/temp-wheelhouse.ts';
import { namesOf, OPTIONS, opened, outcomeOf } from '../opened.ts';

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

describe.each([nginx, apache, httpServer])('$name', ({ missing, start }) => {
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
