import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { isImportable, isModule, moduleName } from '../../../src/wheel/layout/module-name.ts';

describe('a file is imported as', () => {
  test.each([
    ['foo.py', 'foo'],
    ['has-hyphen.py', 'has-hyphen'],
    ['extra.ext.py', 'extra.ext'],
    ['foo.so', 'foo'],
    ['foo.pyd', 'foo'],
    ['foo.cpython-38-x86_64-linux-gnu.so', 'foo'],
    ['foo.cp38-win_amd64.pyd', 'foo'],
    ['foo.abi3.so', 'foo'],
    ['MPI.mpich.cpython-311-x86_64-linux-gnu.so', 'MPI.mpich'],
    ['libfoo.abi3.so', 'libfoo'],
  ])('%s: %s', (base, name) => {
    expect(moduleName(base)).toBe(name);
    expect(isModule(base)).toBe(true);
  });

  test.each([
    '.py',
    '.so',
    'foo.pyc',
    'foo.PY',
    'foo.pyi',
    'libfoo.so',
    'foo.so.1',
    'py',
    'foo.txt',
  ])('%s: nothing', (base) => {
    expect(moduleName(base)).toBeUndefined();
  });
});

const words = [
  'foo',
  '_',
  'été',
  'a1',
  '1a',
  'a-b',
  'a b',
  '',
  'def',
  'None',
  'match',
  'async',
  '变量',
  '½',
  'a\u0301',
];

test('names are what Python takes for identifiers', () => {
  const script =
    'import json, keyword, sys; print(json.dumps([w.isidentifier() and not keyword.iskeyword(w) for w in json.load(sys.stdin)]))';
  const answer: unknown = JSON.parse(
    execFileSync('python3', ['-c', script], { encoding: 'utf8', input: JSON.stringify(words) }),
  );
  expect(words.map(isImportable)).toEqual(answer);
});
