import { describe, expect, test } from 'vitest';
import { installedPath, isBelow, searchPath } from '../../../src/wheel/native/search-path.ts';

describe('entries of RPATH', () => {
  test.each([
    ['$ORIGIN', 'demo/a.so', 'demo'],
    ['${ORIGIN}/../demo.libs', 'demo/sub/a.so', 'demo/demo.libs'],
    ['$ORIGIN/../../nvidia/cublas/lib/', 'demo/lib/a.so', 'nvidia/cublas/lib'],
    ['$ORIGIN', 'a.so', '.'],
    ['$ORIGIN/.', 'demo-1.0.data/platlib/demo/a.so', 'demo'],
    ['@loader_path/.dylibs', 'demo/a.so', 'demo/.dylibs'],
  ])('%s in %s leads to %s', (entry, member, folder) => {
    expect(searchPath(entry, member)).toEqual({ kind: 'installed', folder });
  });

  test.each([
    ['/opt/lib/../x', 'demo/a.so', { kind: 'absolute', folder: '/opt/x' }],
    ['', 'demo/a.so', { kind: 'relative' }],
    ['lib', 'demo/a.so', { kind: 'relative' }],
    ['./$ORIGIN', 'demo/a.so', { kind: 'relative' }],
    ['$ORIGIN/../..', 'demo/a.so', { kind: 'unknown' }],
    ['$ORIGIN/$LIB', 'demo/a.so', { kind: 'unknown' }],
    ['$ORIGINAL', 'demo/a.so', { kind: 'unknown' }],
    ['@executable_path/../lib', 'demo/a.so', { kind: 'unknown' }],
    ['$ORIGIN/../lib', 'demo-1.0.data/scripts/tool', { kind: 'unknown' }],
  ])('%s in %s is %j', (entry, member, path) => {
    expect(searchPath(entry, member)).toEqual(path);
  });

  test('members are installed where .data says', () => {
    expect(installedPath('demo/a.so')).toBe('demo/a.so');
    expect(installedPath('demo-1.0.data/purelib/demo/a.so')).toBe('demo/a.so');
    expect(installedPath('demo-1.0.data/data/lib/a.so')).toBeUndefined();
  });

  test('a prefix ends at a slash', () => {
    expect(isBelow('/cvmfs/a', ['/cvmfs/'])).toBe(true);
    expect(isBelow('/cvmfs', ['/cvmfs'])).toBe(true);
    expect(isBelow('/cvmfs2/a', ['/cvmfs'])).toBe(false);
  });
});
