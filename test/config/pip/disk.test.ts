import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { realDisk } from '../../../src/config/pip/disk.ts';
import { tempFolder, writeFiles } from '../../support/temp-wheelhouse.ts';

let folder = '';

beforeAll(async () => {
  folder = await tempFolder();
  await writeFiles(folder, { 'a/pip.conf': '[global]' });
  await symlink(join(folder, 'a'), join(folder, 'link'));
  await symlink(join(folder, 'nothing'), join(folder, 'broken'));
});

describe('reading', () => {
  it('gives the bytes, also behind a link', async () => {
    const content = { state: 'read', bytes: Buffer.from('[global]') };
    expect(await realDisk.read(join(folder, 'a/pip.conf'))).toEqual(content);
    expect(await realDisk.read(join(folder, 'link/pip.conf'))).toEqual(content);
  });

  test.each(['nothing', 'broken', 'a/pip.conf/below'])('%s is missing', async (path) => {
    expect(await realDisk.read(join(folder, path))).toEqual({ state: 'missing' });
  });

  it('cannot read a folder', async () => {
    expect(await realDisk.read(join(folder, 'a'))).toEqual({ state: 'unreadable', reason: 'EISDIR' });
  });
});

test.each([
  ['a', true],
  ['link', true],
  ['a/pip.conf', false],
  ['broken', false],
])('whether %s is a folder: %s', async (path, expected) => {
  expect(await realDisk.isFolder(join(folder, path))).toBe(expected);
});

test('links are followed as long as they lead to something', async () => {
  expect(await realDisk.realPath(join(folder, 'link/pip.conf'))).toBe(join(folder, 'a/pip.conf'));
  expect(await realDisk.realPath(join(folder, 'broken'))).toBeUndefined();
});
