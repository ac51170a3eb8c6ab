import { describe, expect, test } from 'vitest';
import { bare, jsonAnswer, jsonFiles, PAGE, SDIST, WHEEL } from './pages.ts';

const URL = `https://files.example/${WHEEL}`;

test('keeps what is said about a file, in the order of the answer', async () => {
  const answer = jsonAnswer(
    {
      'core-metadata': { sha256: 'cd'.repeat(32) },
      filename: WHEEL,
      hashes: { md5: 'a', sha256: 'AB'.repeat(32) },
      provenance: null,
      'requires-python': '>=2.7',
      size: 11050,
      'upload-time': '2024-12-04T17:35:26.475808Z',
      url: URL,
      yanked: 'broken build',
    },
    { filename: SDIST, hashes: {}, url: '../../f/six.tar.gz', yanked: false },
  );
  expect(await jsonFiles(answer)).toEqual([
    {
      filename: WHEEL,
      url: URL,
      size: 11050,
      sha256: 'ab'.repeat(32),
      yanked: 'broken build',
      requiresPython: '>=2.7',
      uploadTime: '2024-12-04T17:35:26.475808Z',
      coreMetadata: 'cd'.repeat(32),
    },
    bare(SDIST, 'https://index.example/f/six.tar.gz'),
  ]);
});

test.each([
  [true, true],
  ['', false],
  ['old', 'old'],
  [null, false],
  [1, false],
])('yanked %j → %j', async (yanked, expected) => {
  expect(await jsonFiles(jsonAnswer({ filename: WHEEL, url: URL, yanked }))).toEqual([
    { ...bare(WHEEL, URL), yanked: expected },
  ]);
});

test('values of the wrong kind count for nothing', async () => {
  const file = {
    filename: WHEEL,
    url: URL,
    size: '11050',
    hashes: ['sha256'],
    'requires-python': 3,
    'upload-time': 'yesterday',
  };
  expect(await jsonFiles(jsonAnswer(file))).toEqual([bare(WHEEL, URL)]);
});

test('a file without sha256 has the hash that is hardest to forge', async () => {
  const hashes = {
    md5: 'a'.repeat(32),
    sha512: 'B'.repeat(128),
    sha1: 'c'.repeat(40),
    blake2b: 'd'.repeat(64),
  };
  expect(await jsonFiles(jsonAnswer({ filename: WHEEL, url: URL, hashes }))).toEqual([
    { ...bare(WHEEL, URL), otherHash: { algorithm: 'sha512', hex: 'b'.repeat(128) } },
  ]);
});

test('a file without name or hash has those of its URL', async () => {
  const hash = 'ab'.repeat(32);
  expect(await jsonFiles(jsonAnswer({ url: `six-1.0%2Bcc.zip#sha256=${hash}` }))).toEqual([
    { ...bare('six-1.0+cc.zip', `${PAGE}six-1.0%2Bcc.zip`), sha256: hash },
  ]);
});

test.each([
  ['null', null],
  ['a text', WHEEL],
  ['no URL', { filename: WHEEL }],
  ['an empty URL', { filename: WHEEL, url: '' }],
  ['a number as URL', { filename: WHEEL, url: 1 }],
  ['a URL on this disk', { filename: WHEEL, url: 'file:///etc/hosts' }],
  ['a script', { filename: WHEEL, url: 'javascript:alert(1)' }],
  ['a path as file name', { filename: `../${WHEEL}`, url: URL }],
  ['an escape sequence in the file name', { filename: `\u001b[2J${WHEEL}`, url: URL }],
  ['an object as file name', { filename: {}, url: URL }],
])('no file: %s', async (_, file) => {
  expect(await jsonFiles(jsonAnswer(file))).toEqual([]);
});

test('the same file name with another URL is another file, with the same URL it is not', async () => {
  const answer = jsonAnswer(
    { filename: WHEEL, url: URL },
    { filename: WHEEL, url: `${URL}?v=2` },
    { filename: WHEEL, url: URL, size: 1 },
  );
  expect(await jsonFiles(answer)).toEqual([bare(WHEEL, URL), bare(WHEEL, `${URL}?v=2`)]);
});

describe('the version of the API', () => {
  test.each(['1.0', '1.4', '1.99', 1, undefined, null])('%j is read', async (version) => {
    const answer = { ...jsonAnswer({ filename: WHEEL, url: URL }), meta: { 'api-version': version } };
    expect(await jsonFiles(answer)).toHaveLength(1);
  });

  test.each(['2.0', '10.0', 2, {}])('%j is not', async (version) => {
    const answer = { ...jsonAnswer(), meta: { 'api-version': version } };
    await expect(jsonFiles(answer)).rejects.toThrow(
      `answer is of version ${JSON.stringify(version)} of the Simple API, and only 1 is known`,
    );
  });

  test('may be missing, with all of "meta"', async () => {
    expect(await jsonFiles({ files: [{ filename: WHEEL, url: URL }] })).toHaveLength(1);
  });
});

test.each([
  ['a list', [], 'answer is not of the Simple API (it is not an object)'],
  ['PyPI JSON', { info: {}, urls: [] }, 'answer is not of the Simple API (it has no "files")'],
  [
    'the list of all projects',
    { meta: {}, projects: [] },
    'answer is not of the Simple API (it has no "files")',
  ],
  ['another project', { ...jsonAnswer(), name: 'seven' }, 'answer is about another project ("seven")'],
])('%s is no answer', async (_, answer, reason) => {
  await expect(jsonFiles(answer)).rejects.toThrow(reason);
});

test('the name of the project need not be normalised', async () => {
  expect(await jsonFiles({ ...jsonAnswer(), name: 'SIX' })).toEqual([]);
});
