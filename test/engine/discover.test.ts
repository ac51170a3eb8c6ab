import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { discover } from '../../src/engine/discover.ts';
import { UsageError } from '../../src/errors.ts';
import { tempFolder, writeFiles } from '../support/temp-wheelhouse.ts';

let folder = '';

beforeAll(async () => {
  folder = await tempFolder();
  await writeFiles(folder, {
    'a/one.whl': '',
    'a/deep/two.whl': '',
    'a/.hidden/three.whl': '',
    'a/node_modules/four.whl': '',
    'a/notes.txt': '',
    'b/five.whl': '',
    'b/six.WHL': '',
    'with space/[odd] (name)/seven eight.whl': '',
    'with space/[odd] (name)/new\nline\x1b[2J.whl': '',
  });
  await mkdir(join(folder, 'empty'));
});

async function found(paths: readonly string[], workingDirectory = folder): Promise<string[]> {
  return (await discover(paths, workingDirectory)).locations.map(({ display }) => display);
}

describe('folders', () => {
  test('are walked, names that begin with a dot and node_modules passed over', async () => {
    expect(await found(['a'])).toEqual(['a/deep/two.whl', 'a/one.whl']);
  });

  test('that are named are walked, whatever their names', async () => {
    expect(await found(['a/.hidden', 'a/node_modules'])).toEqual([
      'a/.hidden/three.whl',
      'a/node_modules/four.whl',
    ]);
    expect(await found(['.'], join(folder, 'a/.hidden'))).toEqual(['three.whl']);
  });

  test('may be empty', async () => {
    expect(await discover(['empty'], folder)).toEqual({
      locations: [],
      unreadable: [],
      folders: [],
      partial: false,
    });
  });

  test('outside of the working directory have paths relative to it, with slashes', async () => {
    expect(await found(['../b', join(folder, 'a/deep')], join(folder, 'a'))).toEqual([
      '../b/five.whl',
      'deep/two.whl',
    ]);
  });
});

describe('files', () => {
  test('are taken as they are, and known to be a part only', async () => {
    const { locations, partial } = await discover(['a/one.whl', 'a/.hidden/three.whl'], folder);
    expect(locations.map(({ display }) => display)).toEqual(['a/.hidden/three.whl', 'a/one.whl']);
    expect(locations[1]).toEqual({
      path: join(folder, 'a/one.whl'),
      display: 'a/one.whl',
      filename: 'one.whl',
    });
    expect(partial).toBe(true);
    expect((await discover(['a/one.whl', 'b'], folder)).partial).toBe(false);
  });

  test('that are no wheels are refused by name', async () => {
    await expect(discover(['a/notes.txt'], folder)).rejects.toThrow(
      new UsageError("'a/notes.txt' is not a wheel: its name does not end in '.whl'."),
    );
  });

  test('with spaces, brackets, line feeds and escapes in their paths are found as they are', async () => {
    const names = ['new\nline\x1b[2J.whl', 'seven eight.whl'];
    const inFolder = names.map((name) => `with space/[odd] (name)/${name}`);
    expect(await found(['with space'])).toEqual(inFolder);
    expect(await found(inFolder)).toEqual(inFolder);
  });
});

describe('globs', () => {
  test.each([
    ['*/*.whl', ['a/one.whl', 'b/five.whl']],
    ['a/*.whl', ['a/one.whl']],
    ['a/**/*.whl', ['a/deep/two.whl', 'a/one.whl']],
    ['{a,b}/*.whl', ['a/one.whl', 'b/five.whl']],
    ['./b/f?v[a-e].whl', ['b/five.whl']],
    ['a/.hidden/*.whl', ['a/.hidden/three.whl']],
    ['nothing/*.whl', []],
    ['a/*.txt', []],
  ])('%s', async (pattern, expected) => {
    expect(await found([pattern])).toEqual(expected);
  });

  test('may go up', async () => {
    expect(await found(['../*/five.whl'], join(folder, 'a'))).toEqual(['../b/five.whl']);
  });

  test('may be absolute', async () => {
    expect(await found([`${folder}/b/*.whl`])).toEqual(['b/five.whl']);
  });

  test('work in a folder whose own name means something to a glob', async () => {
    expect(await found(['seven*.whl'], join(folder, 'with space/[odd] (name)'))).toEqual(['seven eight.whl']);
  });

  test('with the name of a file are that file', async () => {
    await writeFiles(folder, { 'c/[x].whl': '', 'c/x.whl': '' });
    expect(await found(['c/[x].whl'])).toEqual(['c/[x].whl']);
  });
});

test('a wheel that several arguments lead to is taken once', async () => {
  const link = join(folder, 'to-b');
  await symlink('b', link);
  expect(await found(['b', 'b/five.whl', 'b/*.whl', './b/../b', `${link}/five.whl`, 'to-b/*.whl'])).toEqual([
    'b/five.whl',
  ]);
});

test('a path that leads nowhere is an error that names it', async () => {
  await expect(discover(['a', 'no/such'], folder)).rejects.toThrow(
    new UsageError("There is no file or folder 'no/such'."),
  );
});
