import { describe, expect, test } from 'vitest';
import { parseLockFile } from '../../src/lock-file/parse-lock-file.ts';
import { a, b, c, complaint, promised } from './promised.ts';

const read = (content: string) => promised(content, 'requirements.txt');
const included = (content: string) => parseLockFile(content, 'requirements.txt').inclusions;

describe('what is promised', () => {
  test.each<[what: string, content: string, promises: readonly string[]]>([
    ['nothing in an empty file', '', []],
    ['one hash', `demo==1.0 --hash=sha256:${a}`, ['1 demo 1.0 - a']],
    ['several hashes', `demo==1.0 --hash=sha256:${a} --hash sha256:${b}`, ['1 demo 1.0 - ab']],
    [
      'what pip-compile writes',
      `demo==1.0 \\\n    --hash=sha256:${a} \\\n    --hash=sha256:${b}\n    # via x\n`,
      ['1 demo 1.0 - ab'],
    ],
    [
      'Windows line ends',
      `demo==1.0 \\\r\n  --hash=sha256:${a}\r\nfoo==2 --hash=sha256:${b}\r\n`,
      ['1 demo 1.0 - a', '3 foo 2 - b'],
    ],
    ['a byte order mark', `\uFEFFdemo==1.0 --hash=sha256:${a}`, ['1 demo 1.0 - a']],
    ['upper case', `Demo_X==1.0 --hash=SHA256:${a.toUpperCase()}`, ['1 demo-x 1.0 - a']],
    ['extras and markers', `demo[x,y]==1.0 ; os_name == 'nt' --hash=sha256:${a}`, ['1 demo 1.0 - a']],
    ['a label', `demo==1.0+my_site --hash=sha256:${a}`, ['1 demo 1.0+my.site - a']],
    ['an exact version', `demo===1.0 --hash=sha256:${a}`, ['1 demo 1.0 - a']],
    ['quoted options', `demo==1.0 --hash="sha256:${a}" '--hash=sha256:${b}'`, ['1 demo 1.0 - ab']],
    ['a comment behind it', `demo==1.0 --hash=sha256:${a} # --hash=sha256:${b}`, ['1 demo 1.0 - a']],
    ['a comment that ends the continuation', `demo==1.0 \\\n# x\n--hash=sha256:${a}`, ['1 demo 1.0 - -']],
    ['a backslash at the end of the file', `demo==1.0 --hash=sha256:${a} \\`, ['1 demo 1.0 - a']],
    ['no hash at all', 'demo==1.0', ['1 demo 1.0 - -']],
    [
      'a hash that may be that of any file',
      `demo==1.0 --hash=sha256:${a} --hash=sha512:${b}${c}`,
      ['1 demo 1.0 - -'],
    ],
  ])('%s', (_, content, promises) => {
    expect(read(content)).toEqual(promises);
  });

  test.each([
    'demo',
    'demo>=1.0',
    'demo==1.*',
    'demo==1.0,>0.5',
    'demo~=1.0',
    `demo @ https://files.example/demo-1.0-py3-none-any.whl#sha256=${a}`,
    `https://files.example/demo-1.0-py3-none-any.whl --hash=sha256:${a}`,
    './demo-1.0-py3-none-any.whl',
    'wheels/demo-1.0-py3-none-any.whl',
    'demo-1.0-py3-none-any.whl',
    '.',
    '-e .',
    '--editable git+https://git.example/demo#egg=demo',
    '-c constraints.txt',
    '--constraint=constraints.txt',
    '-i https://index.example/simple',
    '--index-url https://index.example/simple',
    '--find-links wheels',
    '--no-index',
    '--require-hashes',
    '--only-binary :all:',
    '--pre',
    '# demo==1.0',
    '   ',
  ])('nothing by %j', (line) => {
    expect(parseLockFile(line, 'requirements.txt')).toEqual({ promises: [], inclusions: [] });
  });
});

describe('what is included', () => {
  test.each([
    ['-r more.txt', 'more.txt'],
    ['-rmore.txt', 'more.txt'],
    ['--requirement more.txt', 'more.txt'],
    ['--requirement=more.txt # comment', 'more.txt'],
    ['-r "more files.txt"', 'more files.txt'],
    ['-r more\\ files.txt', 'more files.txt'],
  ])('%s', (line, path) => {
    expect(included(`\n${line}`)).toEqual([{ path, line: 2 }]);
  });

  test.each([
    '-r more.txt -e .',
    '-e. --requirement=more.txt',
    '-r more.txt \\\n--editable=.',
  ])('not what an editable project stands beside: %j', (line) => {
    expect(included(line)).toEqual([]);
  });
});

test.each([
  ['demo=1.0', /damaged in line 3: '=1\.0' does not begin with a comparison operator\.$/],
  ['demo==', /damaged in line 3: '==' has no version\.$/],
  [
    `demo==1.0 --hash=sha256:${a.slice(1)}`,
    /damaged in line 3: --hash='sha256:a+…' is not 'sha256:' with 64/,
  ],
  ['demo==1.0 --hash=', /damaged in line 3: --hash='' is not/],
  [`demo==1.0 --hash=md5:${a}`, /damaged in line 3: --hash='md5:a/],
  ['<!DOCTYPE html>', /damaged in line 3: a project name was expected at/],
])('%j is damage that has a line', (line, message) => {
  expect(complaint(`# a\n\n${line}\n`, 'locks/requirements.txt')).toMatch(message);
  expect(complaint(`# a\n\n${line}\n`, 'locks/requirements.txt')).toMatch(
    /^The lock file 'locks\/requirements\.txt' is/,
  );
});
