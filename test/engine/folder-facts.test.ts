import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discover } from '../../src/engine/discover.ts';
import { readFolders } from '../../src/engine/folder-facts.ts';
import { tempFolder, writeFiles } from '../support/temp-wheelhouse.ts';

async function foldersOf(paths: readonly string[], workingDirectory: string) {
  return readFolders(await discover(paths, workingDirectory));
}

test('a folder with wheels has its other files, those of sub-folders apart', async () => {
  const folder = await tempFolder();
  await writeFiles(folder, {
    'a/one.whl': '',
    'a/b.log': '',
    'a/a.log': '',
    'a/deep/two.whl': '',
    'c/x.log': '',
  });
  await mkdir(join(folder, 'a', 'folder.log'));
  const facts = await foldersOf(['.'], folder);
  expect(facts.map(({ display, others }) => [display, others])).toEqual([
    ['a/deep', []],
    ['a', ['a.log', 'b.log']],
  ]);
});

test('files and globs say nothing of what lies beside them', async () => {
  const folder = await tempFolder();
  await writeFiles(folder, { 'a/one.whl': '', 'a/b.log': '' });
  for (const path of ['a/one.whl', 'a/*.whl']) {
    expect(await foldersOf([path], folder)).toMatchObject([{ display: 'a', others: [] }]);
  }
});

describe.skipIf(process.platform === 'win32')('readers of a folder', () => {
  test.each([
    [0o755, 0o755, 'all'],
    [0o750, 0o755, 'group'],
    [0o700, 0o755, 'owner'],
    [0o711, 0o755, 'owner'],
    [0o777, 0o755, 'owner'],
    [0o755, 0o711, 'all'],
    [0o755, 0o700, 'owner'],
    [0o755, 0o710, 'group'],
    [0o750, 0o710, 'group'],
  ] as const)('%o in %o: %s', async (mode, above, readers) => {
    const top = await tempFolder();
    await writeFiles(top, { 'above/folder/one.whl': '' });
    await chmod(join(top, 'above/folder'), mode);
    await chmod(join(top, 'above'), above);
    const [facts] = await foldersOf(['above/folder'], top);
    expect(facts?.readers).toBe(readers);
  });
});
