import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IndexFile } from '../../../src/index/index-answer.ts';
import { readSimplePage } from '../../../src/index/simple/simple-page.ts';
import { Unanswered } from '../../../src/index/unanswered.ts';
import { htmlFiles, jsonAnswer, jsonFiles, PAGE } from './pages.ts';

const text = fc.string({ unit: fc.constantFrom(...`ab "'<>&;=/#%+é😀\n`) });
const nonEmpty = text.filter((value) => value !== '');

const file: fc.Arbitrary<IndexFile> = fc.record({
  filename: fc
    .tuple(
      fc.constantFrom('six', 'Six', 's_i.x'),
      fc.string({ unit: fc.constantFrom(...'019.+_-% é&"\'<>#?;') }),
    )
    .map(([name, rest]) => `${name}-${rest}.zip`),
  url: fc.constant(''),
  size: fc.constant(undefined),
  sha256: fc.option(fc.stringMatching(/^[0-9a-f]{64}$/), { nil: undefined }),
  yanked: fc.oneof(fc.boolean(), nonEmpty),
  requiresPython: fc.option(nonEmpty, { nil: undefined }),
  uploadTime: fc.constant(undefined),
});

const files = fc
  .uniqueArray(file, { selector: ({ filename }) => filename })
  // Anything else has no link to a file of the project, and counts as a web page.
  .map((list) => list.filter(({ filename }) => /^six-/i.test(filename)))
  .map((list) => list.map((one, number) => ({ ...one, url: urlOf(one.filename, number) })));

const urlOf = (filename: string, folder: number): string =>
  new URL(`files/${folder}/${encodeURIComponent(filename)}`, PAGE).href;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&#62;' };
const escaped = (value: string): string => value.replace(/[&"<>]/g, (character) => ENTITIES[character] ?? '');

function asHtml(list: readonly IndexFile[]): string {
  const links = list.map(({ filename, url, sha256, yanked, requiresPython }) => {
    const attributes = {
      href: sha256 === undefined ? url : `${url}#sha256=${sha256}`,
      ...(requiresPython !== undefined && { 'data-requires-python': requiresPython }),
      ...(yanked !== false && { 'data-yanked': yanked === true ? '' : yanked }),
    };
    const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
    return `<a ${written.join(' ')}>${escaped(filename)}</a><br>`;
  });
  return `<!DOCTYPE html><title>Links</title>${links.join('\n')}`;
}

function asJson(list: readonly IndexFile[]): unknown {
  const objects = list.map(({ filename, url, sha256, yanked, requiresPython }) => ({
    ...{ filename, url, yanked, hashes: sha256 === undefined ? {} : { sha256 } },
    'requires-python': requiresPython,
  }));
  return jsonAnswer(...objects);
}

test('any list of files is the same as HTML and as JSON', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (list) => {
      expect(await htmlFiles(asHtml(list))).toEqual(list);
      expect(await jsonFiles(asJson(list))).toEqual(list);
    }),
  );
});

test('no HTML makes the reader throw anything but its reason, wherever it is cut', async () => {
  const piece = fc.constantFrom(
    ...[
      '<a href="six-1.zip"',
      " data-yanked='",
      '"',
      '>',
      '<base href=',
      '<!--',
      '-->',
      '<script>',
      '</title>',
    ],
    ...[
      '<meta name="pypi:repository-version" content="',
      '1',
      '2',
      '&#x',
      '&amp',
      '%',
      '://',
      '\0',
      '<',
      '/',
      '[CDATA[',
    ],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(piece, text)), async (pieces) => {
      try {
        const raw = { body: Buffer.from(pieces.join('')), url: PAGE, type: 'text/html' };
        for (const { url } of (await readSimplePage(raw, 'six')).files) expect(url).toMatch(/^https?:\/\//);
      } catch (error) {
        expect(error).toBeInstanceOf(Unanswered);
      }
    }),
  );
});

test('a page is the same wherever the pieces end in which it is read', async () => {
  const link = '<a href="six-1%2B&eacute;.zip" data-yanked="na&iuml;ve 😀">';
  const [expected] = await htmlFiles(link);
  expect(expected).toMatchObject({ filename: 'six-1+é.zip', yanked: 'naïve 😀' });
  for (let cut = 0; cut <= Buffer.byteLength(link); cut++) {
    expect(await htmlFiles(`<!--${'x'.repeat(64 * 1024 - 7 - cut)}-->${link}`)).toEqual([expected]);
  }
});
