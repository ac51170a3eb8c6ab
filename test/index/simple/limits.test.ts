import { describe, expect, test } from 'vitest';
import { readSimplePage } from '../../../src/index/simple/simple-page.ts';
import { htmlFiles, jsonAnswer, jsonFiles, PAGE, WHEEL } from './pages.ts';

const LONG = 1024 ** 2;
const LINK = `<a href="${WHEEL}">`;

/** A parser that keeps the open elements in a list, the deepest first, moves them all for each further one. */
describe('1 MiB of anything is read at once', () => {
  test.each([
    ['nested elements', '<b>'],
    ['nested elements and ends of others', '<b></i>'],
    ['nested links without a target', '<a>'],
    ['nested forms', '<svg><form>'],
    ['ends without a beginning', '</b>'],
    ['signs', '<'],
    ['declarations', '<!'],
    ['entities', '&amp;'],
  ])('%s', async (_, piece) => {
    const start = performance.now();
    expect(await htmlFiles(LINK + piece.repeat(LONG / piece.length))).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

test('links without end', async () => {
  // What comes after the last one taken is not read any more.
  const html = `${'<a href=six-1>'.repeat(500_001)}<meta name="pypi:repository-version" content="2.0">`;
  await expect(htmlFiles(html)).rejects.toThrow('answer has too many links');
  const files = Array(500_001).fill({ url: 'a' });
  await expect(jsonFiles({ ...jsonAnswer(), files })).rejects.toThrow('answer has too many links');
  expect(await htmlFiles('<a href=six-1>'.repeat(500_000))).toHaveLength(1);
});

test('a base that makes each link long', async () => {
  const links = Array.from({ length: 20_000 }, (_, number) => `<a href=six-${number}>`).join('');
  const base = (length: number): string => `<base href="https://f.example/${'a'.repeat(length)}/">`;
  await expect(htmlFiles(base(8192) + links)).rejects.toThrow('base URL of the answer is too long');
  await expect(htmlFiles(base(8000) + links)).rejects.toThrow('URLs of the answer are too long');
  expect(await htmlFiles(base(4000) + links)).toHaveLength(20_000);
});

test('a page in a character set of its own', async () => {
  const yanked = async (charset: string | undefined): Promise<unknown> => {
    const body = Buffer.from(`<a href="six-1.zip" data-yanked="na\u00efve">`, 'latin1');
    const page = await readSimplePage({ body, url: PAGE, type: 'text/html', charset }, 'six');
    return page.files[0]?.yanked;
  };
  expect(await yanked('iso-8859-1')).toBe('naïve');
  expect(await yanked(undefined)).toBe('na\ufffdve');
  await expect(yanked('klingon')).rejects.toThrow('answer is in an unknown character set (klingon)');
});
