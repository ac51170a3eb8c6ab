import { describe, expect, test } from 'vitest';
import { markOfFile, markOfFolder } from '../../../src/wheel/layout/marks.ts';

/** What pydistcheck takes for unexpected unless it is told otherwise. */
const unexpectedFolders = '.appveyor .binder .circleci .git .github .idea .pytest_cache .mypy_cache'.split(
  ' ',
);
const unexpectedFiles =
  `appveyor.yml .appveyor.yml azure-pipelines.yml .azure-pipelines.yml .cirrus.star .cirrus.yml
  codecov.yml .codecov.yml .DS_Store .gitignore .gitpod.yml .hadolint.yaml .lycheecache .lycheeignore .readthedocs.yaml
  .travis.yml vsts-ci.yml .vsts-ci.yml`.split(/\s+/);

describe('a name says what it is', () => {
  test.each(unexpectedFolders)('folder %s', (name) => {
    expect(markOfFolder(`a/${name}/b/`)?.path).toBe(`a/${name}/`);
  });

  test.each(unexpectedFiles)('file %s', (name) => {
    expect(markOfFile(name)).toMatch(/^(?:leftover|development)$/);
  });

  test('and the first of several folders counts', () => {
    expect(markOfFolder('a/x.egg-info/.git/')).toEqual({ mark: 'build', path: 'a/x.egg-info/' });
  });
});

describe('most names say nothing', () => {
  test.each([
    '',
    '/',
    'a/',
    'a/git/',
    'a/.github.d/',
    'build/',
    'build/libs/',
    'x.egg-infos/',
  ])("folder '%s'", (path) => {
    expect(markOfFolder(path)).toBeUndefined();
  });

  test.each([
    '',
    '.',
    '~',
    '._',
    'a.py',
    '.swp',
    '.env.example',
    'id_rsa.pub',
    'a.oo',
    'constructor',
  ])("file '%s'", (name) => {
    expect(markOfFile(name)).toBeUndefined();
  });
});
