import { describe, expect, test } from 'vitest';
import { bare, htmlFiles, PAGE, SDIST, WHEEL } from './pages.ts';

const HASH = 'ab'.repeat(32);

test('a page as PyPI writes it', async () => {
  const page = `<!DOCTYPE html>
<html>
  <head>
    <meta name="pypi:repository-version" content="1.4">
    <title>Links for six</title>
  </head>
  <body>
    <h1>Links for six</h1>
    <a href="https://files.example/a/${SDIST}#sha256=${HASH}" data-requires-python="&gt;=2.7, !=3.0.*" >${SDIST}</a><br />
    <a href="https://files.example/b/${WHEEL}#sha256=${HASH.toUpperCase()}" data-yanked="bad &quot;build&quot;" data-core-metadata="sha256=${'cd'.repeat(32)}">${WHEEL}</a><br />
    </body>
</html>
<!--SERIAL 18617187-->`;
  expect(await htmlFiles(page)).toEqual([
    { ...bare(SDIST, `https://files.example/a/${SDIST}`), sha256: HASH, requiresPython: '>=2.7, !=3.0.*' },
    {
      ...bare(WHEEL, `https://files.example/b/${WHEEL}`),
      sha256: HASH,
      yanked: 'bad "build"',
      coreMetadata: 'cd'.repeat(32),
    },
  ]);
});

test('a page as PyTorch writes it: no document around, names encoded, one name at several places', async () => {
  const cpu = 'six-1.2.0%2Bcpu-cp35-cp35m-manylinux1_x86_64.whl';
  const plain = 'six-1.0.0-cp27-cp27m-linux_x86_64.whl';
  const page = ['cpu/', 'cu100/', ''].map(
    (folder) => `<a href="${folder}${plain}">${folder}${plain}</a><br>`,
  );
  const files = await htmlFiles(`${page.join('\n')}\n<a href="cpu/${cpu}">cpu/${cpu}</a><br>`);
  expect(files.map(({ filename, url }) => [filename, url])).toEqual([
    [plain, `${PAGE}cpu/${plain}`],
    [plain, `${PAGE}cu100/${plain}`],
    [plain, `${PAGE}${plain}`],
    ['six-1.2.0+cpu-cp35-cp35m-manylinux1_x86_64.whl', `${PAGE}cpu/${cpu}`],
  ]);
});

test('half an md5 is none', async () => {
  const [file] = await htmlFiles(`<a href="${WHEEL}#md5=abc">`);
  expect(file).toEqual(bare(WHEEL, PAGE + WHEEL));
});

describe('a link', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['relative to the page', `<a href=${WHEEL}>`, { url: PAGE + WHEEL }],
    ['relative to the host', `<a href="/f/${WHEEL}">`, { url: `https://index.example/f/${WHEEL}` }],
    ['relative to the scheme', `<a href="//f.example/${WHEEL}">`, { url: `https://f.example/${WHEEL}` }],
    ['upwards', `<a href='../../f/${WHEEL}'>`, { url: `https://index.example/f/${WHEEL}` }],
    ['in capitals', `<A HREF="${WHEEL}" DATA-YANKED="Old">`, { filename: WHEEL, yanked: 'Old' }],
    ['with spaces and line breaks', `<a\n href = "${WHEEL}"\n>`, { filename: WHEEL }],
    ['without quotes', `<a href=${WHEEL} data-yanked=old>`, { filename: WHEEL, yanked: 'old' }],
    ['with a query', `<a href="${WHEEL}?a=1&amp;b=2">`, { filename: WHEEL, url: `${PAGE}${WHEEL}?a=1&b=2` }],
    ['with entities', `<a href="six&#45;1&#x2e;17&period;0.zip">`, { filename: 'six-1.17.0.zip' }],
    ['percent-encoded', '<a href="six%2D1.0%2bcc.zip">', { filename: 'six-1.0+cc.zip' }],
    ['encoded once, not twice', '<a href="six-1.0%252bcc.zip">', { filename: 'six-1.0%2bcc.zip' }],
    ['with a % that encodes nothing', '<a href="six-1.0%zz.zip">', { filename: 'six-1.0%zz.zip' }],
    ['with bytes that are not UTF-8', '<a href="six-1.0%ff.zip">', { filename: 'six-1.0\ufffd.zip' }],
    ['with a slash encoded', `<a href="o/wheels%2F${WHEEL}">`, { filename: WHEEL }],
    [
      'with md5',
      `<a href="${WHEEL}#md5=${'a'.repeat(32)}">`,
      { otherHash: { algorithm: 'md5', hex: 'a'.repeat(32) }, url: PAGE + WHEEL },
    ],
    [
      'with sha1 behind something',
      `<a href="${WHEEL}#egg=six&sha1=${'A'.repeat(40)}">`,
      { otherHash: { algorithm: 'sha1', hex: 'a'.repeat(40) } },
    ],
    [
      'with the harder of two',
      `<a href="${WHEEL}#md5=${'a'.repeat(32)}&sha512=${'b'.repeat(128)}">`,
      { otherHash: { algorithm: 'sha512', hex: 'b'.repeat(128) } },
    ],
    ['with a hash that ends like sha256', `<a href="${WHEEL}#nosha256=${HASH}">`, { sha256: undefined }],
    ['with md5 before', `<a href="${WHEEL}#md5=a&sha256=${HASH}">`, { sha256: HASH }],
    ['with half a hash', `<a href="${WHEEL}#sha256=abc">`, { sha256: undefined }],
    ['with a hash too long', `<a href="${WHEEL}#sha256=${HASH}0">`, { sha256: undefined }],
    ['with no reason to yank', `<a href="${WHEEL}" data-yanked="">`, { yanked: true }],
    ['with nothing at all to yank', `<a href="${WHEEL}" data-yanked>`, { yanked: true }],
    [
      'with an empty requires-python',
      `<a href="${WHEEL}" data-requires-python="">`,
      { requiresPython: undefined },
    ],
    ['whose text says something else', `<a href="${WHEEL}">${SDIST}</a>`, { filename: WHEEL }],
    ['around other elements', `<a href="${WHEEL}"><b>six</b></a>`, { filename: WHEEL }],
    ['without an end', `<ul><li><a href="${WHEEL}"><li>`, { filename: WHEEL }],
    [
      'with user and password',
      `<a href="https://me:pw@f.example/${WHEEL}">`,
      { url: `https://f.example/${WHEEL}` },
    ],
    ['twice with one attribute', `<a href="${SDIST}" href="${WHEEL}">`, { filename: WHEEL }],
  ])('%s', async (_, html, expected) => {
    expect(await htmlFiles(html)).toEqual([expect.objectContaining(expected)]);
  });

  test.each([
    ['without a target', '<a name="top">'],
    ['with an empty target', '<a href="">'],
    ['in a comment', `<!-- <a href="${WHEEL}"> -->`],
    ['in a script', `<script>"<a href='${WHEEL}'>"</script>`],
    ['that is cut off', `<a href="${WHEEL}"`],
    ['of another element', `<link href="${WHEEL}"><abbr href="${WHEEL}"><img src="${WHEEL}">`],
    ['to a folder', '<a href="../"><a href="six/"><a href="?C=N;O=D">'],
    ['to a script', `<a href="javascript:open('${WHEEL}')"><a href="java\nscript:alert(1)//${WHEEL}">`],
    ['to other programs', `<a href="mailto:a@b.example"><a href="ftp://f.example/${WHEEL}">`],
    ['to a file of this machine', `<a href="file:///wheels/${WHEEL}"><a href="file:${WHEEL}">`],
    ['to a malformed URL', `<a href="https://[/${WHEEL}"><a href="https://f.example:99999/${WHEEL}">`],
    [
      'with a control character',
      `<a href="%1b%5b2J${WHEEL}"><a href="a%0a${WHEEL}"><a href="%e2%80%ae${WHEEL}">`,
    ],
    ['with a backslash encoded', `<a href="%2e%2e%5c${WHEEL}">`],
    ['with a name that no disk takes', `<a href="six-${'1'.repeat(300)}.zip">`],
  ])('that counts for nothing: %s', async (_, html) => {
    expect(await htmlFiles(html)).toEqual([]);
  });
});

describe('of two links', () => {
  test('with one URL the first counts', async () => {
    const page = `<a href="${WHEEL}"><a href="${SDIST}"><a href="./${WHEEL}" data-yanked>`;
    expect(await htmlFiles(page)).toEqual([bare(WHEEL, PAGE + WHEEL), bare(SDIST, PAGE + SDIST)]);
  });

  test('with one URL and two hashes both count, as they do in pip', async () => {
    const hashes = ['aa'.repeat(32), 'bb'.repeat(32)];
    const files = await htmlFiles(hashes.map((hash) => `<a href="${WHEEL}#sha256=${hash}">`).join(''));
    expect(files.map(({ sha256 }) => sha256)).toEqual(hashes);
  });
});

describe('<base>', () => {
  test.each([
    ['is what links are relative to', '<base href="https://f.example/a/">', `https://f.example/a/${WHEEL}`],
    ['may be relative itself', '<base href="../../a/">', `https://index.example/a/${WHEEL}`],
    ['counts the first time', '<base href="/a/"><base href="/b/">', `https://index.example/a/${WHEEL}`],
    ['may have no target', '<base target="x"><base href="/b/">', `https://index.example/b/${WHEEL}`],
    ['may be malformed', '<base href="https://[">', PAGE + WHEEL],
    ['keeps no password', '<base href="https://me:pw@f.example/">', `https://f.example/${WHEEL}`],
  ])('%s', async (_, base, url) => {
    expect(await htmlFiles(`${base}<a href="${WHEEL}">`)).toEqual([bare(WHEEL, url)]);
    expect(await htmlFiles(`<a href="${WHEEL}">${base}`)).toEqual([bare(WHEEL, url)]);
  });

  test('cannot lead to files of this machine', async () => {
    expect(await htmlFiles(`<base href="file:///wheels/"><a href="${WHEEL}">`)).toEqual([]);
  });
});

describe('the version of the API', () => {
  test.each(['1', '1.0', '1.4', '1.99', ' 1.1 '])('%j is read', async (version) => {
    const meta = `<meta name="pypi:repository-version" content="${version}">`;
    expect(await htmlFiles(`${meta}<a href="${WHEEL}">`)).toHaveLength(1);
  });

  test.each(['2.0', '10.0', '0.9', 'v1', ''])('%j is not', async (version) => {
    const meta = `<META content='${version}' name="pypi:repository-version"/>`;
    await expect(htmlFiles(`${meta}<a href="${WHEEL}">`)).rejects.toThrow(
      `answer is of version "${version}" of the Simple API, and only 1 is known`,
    );
  });

  test('is in no other element', async () => {
    expect(await htmlFiles(`<meta name="version" content="2.0"><a href="${WHEEL}">`)).toHaveLength(1);
  });
});

describe('a web page', () => {
  const reason = 'answer is a web page without a link to a file of the project';

  test.each([
    ['to log in', '<form action="/login"><input type="password"></form>'],
    ['with links to anywhere', '<h1>Welcome</h1><a href="/about">About</a>'],
    ['with files of another project', '<a href="seven-1.0.tar.gz"><a href="sixer-1.0.tar.gz">'],
  ])('%s is no answer', async (_, html) => {
    await expect(htmlFiles(html)).rejects.toThrow(reason);
  });

  test.each([
    ['nothing', '', 0],
    ['a heading', '<h1>Links for six</h1>', 0],
    ['a way back', '<a href="../">all projects</a>', 0],
    ['a form beside the files', `<form></form><a href="${WHEEL}">`, 1],
    ['another link beside the files', `<a href="/about">About</a><a href="Six-1.0.win32.exe">`, 2],
  ])('%s is one', async (_, html, count) => {
    expect(await htmlFiles(html)).toHaveLength(count);
  });
});
