import { describe, expect, test } from 'vitest';
import { projectAnswer, versionAnswer } from '../../fixtures/pypi-answer.ts';
import { filesOf, namesOf, outcomeOf, standIn } from './opened.ts';

const WHEEL = 'six-1.17.0-py2.py3-none-any.whl';
const SDIST = 'six-1.17.0.tar.gz';
const OLD = 'six-1.16.0-py2.py3-none-any.whl';

describe('a project that is listed', () => {
  test('gives the files of all its versions in one request', async () => {
    const answer = projectAnswer('six', [{ filename: OLD }, { filename: WHEEL }, { filename: SDIST }]);
    const { server, index } = await standIn({ six: { answer } });
    const listed = await index.ask('six', ['1.17.0']);
    expect(namesOf(listed)).toEqual([OLD, WHEEL, SDIST]);
    expect(listed).toMatchObject({ project: 'six', source: { url: server.url } });
    expect(server.requests.map((request) => request.path)).toEqual(['/pypi/six/json']);
  });

  test('keeps what is said about a file', async () => {
    const answer = projectAnswer('six', [
      {
        filename: WHEEL,
        url: 'https://files.example/six.whl',
        size: 11050,
        sha256: 'AB'.repeat(32),
        yanked: 'broken build',
        requiresPython: '>=2.7',
        uploadTime: '2024-12-04T17:35:26.475808Z',
      },
    ]);
    const { index } = await standIn({ six: { answer } });
    expect(filesOf(await index.ask('six', []))).toEqual([
      {
        filename: WHEEL,
        url: 'https://files.example/six.whl',
        size: 11050,
        sha256: 'ab'.repeat(32),
        yanked: 'broken build',
        requiresPython: '>=2.7',
        uploadTime: '2024-12-04T17:35:26.475808Z',
      },
    ]);
  });

  test('may be asked for twice, the index is not', async () => {
    const { server, index } = await standIn({ six: { answer: projectAnswer('six', [{ filename: WHEEL }]) } });
    const [first, second] = await Promise.all([index.ask('six', []), index.ask('six', ['1.0'])]);
    expect(await index.ask('six', ['2.0'])).toEqual(first);
    expect(second).toEqual(first);
    expect(server.requests).toHaveLength(1);
  });

  test('may have no file at all', async () => {
    const { index } = await standIn({ six: { answer: projectAnswer('six', []) } });
    expect(filesOf(await index.ask('six', ['1.0']))).toEqual([]);
  });
});

describe('odd file objects', () => {
  const odd = async (file: unknown): Promise<unknown> => {
    const { server, index } = await standIn({ six: { answer: { releases: { '1': [file] } } } });
    const [first] = filesOf(await index.ask('six', []));
    return first && { ...first, url: first.url.replace(server.origin, '') };
  };
  const bare = {
    filename: WHEEL,
    size: undefined,
    sha256: undefined,
    yanked: false,
    requiresPython: undefined,
    uploadTime: undefined,
  };

  test('with the least there can be', async () => {
    expect(await odd({ filename: WHEEL, url: '../../files/six.whl' })).toEqual({
      ...bare,
      url: '/files/six.whl',
    });
  });

  test('with values of the wrong kind', async () => {
    const file = {
      filename: WHEEL,
      url: 'https://user:secret@files.example/six.whl',
      size: -1,
      digests: { sha256: 'abc' },
      yanked: 1,
      requires_python: 3,
      upload_time_iso_8601: 'yesterday',
    };
    expect(await odd(file)).toEqual({ ...bare, url: 'https://files.example/six.whl' });
  });

  test.each([
    ['null', null],
    ['a text', WHEEL],
    ['no file name', { url: 'https://files.example/six.whl' }],
    ['no URL', { filename: WHEEL }],
    ['a malformed URL', { filename: WHEEL, url: 'https://[' }],
    ['a URL on this disk', { filename: WHEEL, url: 'file:///etc/hosts' }],
    ['a path as file name', { filename: `../${WHEEL}`, url: 'https://files.example/six.whl' }],
    [
      'an escape sequence in the file name',
      { filename: `\u001b[2J${WHEEL}`, url: 'https://files.example/six.whl' },
    ],
  ])('are no file: %s', async (_, file) => {
    expect(await odd(file)).toBeUndefined();
  });

  test.each([
    [true, '', true],
    [true, null, true],
    [true, 'bad', 'bad'],
    [false, 'left over', false],
    ['said here', null, 'said here'],
  ])('yanked %s, reason %j → %j', async (yanked, reason, expected) => {
    const file = { filename: WHEEL, url: 'https://files.example/six.whl', yanked, yanked_reason: reason };
    expect(await odd(file)).toMatchObject({ yanked: expected });
  });
});

describe('an index that no longer gives "releases"', () => {
  const old = versionAnswer('six', '1.16.0', [{ filename: OLD }]);
  const shown = versionAnswer('six', '1.17.0', [{ filename: WHEEL }, { filename: SDIST }]);

  test('is asked for the other versions of interest, without their local labels', async () => {
    const { server, index } = await standIn({ six: { answer: shown, versions: { '1.16.0': old } } });
    const answer = await index.ask('six', ['1.16.0', '1.16.0+cluster', '1.17.0', '9.9', '../../admin', '']);
    expect(namesOf(answer)).toEqual([WHEEL, SDIST, OLD]);
    expect(server.requests.map((request) => request.path).sort()).toEqual([
      '/pypi/six/1.16.0/json',
      '/pypi/six/9.9/json',
      '/pypi/six/json',
    ]);
  });

  test('is asked once for each version', async () => {
    const { server, index } = await standIn({ six: { answer: shown, versions: { '1!1.16.0': old } } });
    await index.ask('six', ['1!1.16.0']);
    expect(namesOf(await index.ask('six', ['1!1.16.0', '2.0']))).toContain(OLD);
    expect(server.requests).toHaveLength(3);
  });

  test('may empty the key instead of dropping it', async () => {
    const { index } = await standIn({
      six: { answer: { ...shown, releases: {} }, versions: { '1.16.0': old } },
    });
    expect(namesOf(await index.ask('six', ['1.16.0']))).toContain(OLD);
  });

  test('leaves the project unchecked when one version has no answer', async () => {
    const { index } = await standIn({ six: { answer: shown, versions: { '1.16.0': 'what?' } } });
    expect(outcomeOf(await index.ask('six', ['1.16.0']))).toBe(
      'answer is not PyPI JSON (it is not an object)',
    );
  });
});

test.each([404, 410])('a project with status %d is not listed', async (status) => {
  const { server, index } = await standIn({ six: { always: { status } } });
  expect(await index.ask('six', ['1.0'])).toEqual({
    source: { url: server.url },
    project: 'six',
    status: 'not-listed',
  });
  expect(server.requests).toHaveLength(1);
});

test.each([
  ['a list', [], 'answer is not PyPI JSON (it is not an object)'],
  ['null', null, 'answer is not PyPI JSON (it is not an object)'],
  [
    'an error message',
    { message: 'hello' },
    'answer is not PyPI JSON (it has neither "releases" nor "urls")',
  ],
  [
    'the Simple API',
    { meta: {}, name: 'six', files: [] },
    'answer is not PyPI JSON (it is of the Simple API)',
  ],
  ['another project', projectAnswer('seven', []), 'answer is about another project ("seven")'],
])('%s is no answer', async (_, answer, reason) => {
  const { index } = await standIn({ six: { answer } });
  expect(outcomeOf(await index.ask('six', []))).toBe(reason);
});

test.each(['../admin', 'Six', '', 'a/b', '..', 'a%2fb'])('the name %j is not asked for', async (name) => {
  const { server, index } = await standIn({});
  expect(outcomeOf(await index.ask(name, []))).toContain('is not a normalised project name');
  expect(server.requests).toHaveLength(0);
});
