import { describe, expect, it } from 'vitest';
import { parseSdistFilename } from '../../src/packaging/sdist-filename.ts';

const version = (filename: string, project: string) => parseSdistFilename(filename, project)?.version.normal;

describe('the file name of an sdist', () => {
  it.each([
    ['six-1.17.0.tar.gz', 'six', '1.17.0'],
    ['zope.interface-5.0.zip', 'zope-interface', '5.0'],
    ['Foo-Bar-1.0.tar.bz2', 'foo-bar', '1.0'],
    ['foo-2-1.0.tar.gz', 'foo-2', '1.0'],
    ['demo-1.0+local.tar.gz', 'demo', '1.0+local'],
  ])('%s of %s has version %s', (filename, project, expected) => {
    expect(version(filename, project)).toBe(expected);
  });

  it.each([
    ['six-1.17.0-py3-none-any.whl', 'six'],
    ['six-1.17.0.tar.gz', 'seven'],
    ['six-latest.tar.gz', 'six'],
    ['six.tar.gz', 'six'],
    ['', 'six'],
  ])('%s is no sdist of %s', (filename, project) => {
    expect(version(filename, project)).toBeUndefined();
  });
});
