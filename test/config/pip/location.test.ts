import { describe, expect, test } from 'vitest';
import { locate, locateLinks } from '../../../src/config/pip/location.ts';
import type { PipMachine } from '../../../src/config/pip/machine.ts';
import { linux, memoryDisk } from './memory-disk.ts';

describe('find-links locations', () => {
  const disk = memoryDisk(
    { '/home/me/wheels/a.whl': '', '/other/linked/a.whl': '' },
    { '/home/me/link': '/other/linked' },
  );

  test.each([
    ['/a/b', '/a/b'],
    ['/a/../b/', '/b'],
    ['wheels', '/work/wheels'],
    ['./wheels/', '/work/wheels'],
    ['~/wheels', '/home/me/wheels'],
    ['~/link', '/other/linked'],
    ['~', '/home/me'],
    ['~/missing', '/work/~/missing'],
    ['~other/wheels', '/work/~other/wheels'],
    ['/a/~/b', '/a/~/b'],
    ['$HOME/wheels', '/work/$HOME/wheels'],
    ['${HOME}/wheels', '/work/${HOME}/wheels'],
  ])('the path %s is %s', async (written, location) => {
    expect(await locateLinks(written, linux(), disk)).toEqual({ written, kind: 'path', location });
  });

  test.each([
    'https://host/page.html',
    'HTTP://host/',
    'file:///a/b',
    'file:wheels',
    's3://bucket/wheels',
    'https://user:${TOKEN}@host/',
  ])('%s is a URL', async (written) => {
    expect(await locateLinks(written, linux(), disk)).toEqual({ written, kind: 'url', location: written });
  });
});

describe('on Windows', () => {
  const windows: PipMachine = {
    environment: { USERPROFILE: 'C:\\Users\\Me' },
    platform: 'win32',
    home: 'C:\\',
    workingDirectory: 'D:\\work',
  };

  test.each([
    ['C:\\wheels', 'C:\\wheels'],
    ['C:/wheels/', 'C:\\wheels'],
    ['wheels', 'D:\\work\\wheels'],
    ['~/Wheels', 'c:\\users\\me\\wheels'],
    ['~\\Wheels', 'c:\\users\\me\\wheels'],
  ])('the path %s is %s', async (written, location) => {
    const disk = memoryDisk({ 'C:\\Users\\Me\\Wheels': '' });
    expect(await locateLinks(written, windows, disk)).toEqual({ written, kind: 'path', location });
  });
});

test('an index knows no home folder', () => {
  expect(locate('~/simple', linux()).location).toBe('/work/~/simple');
});
