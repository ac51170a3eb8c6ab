import rule from '../../rules/build-leftover.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    {
      name: 'a package that is called build',
      wheelhouse: declaredFiles(['build/__init__.py', 'build/library.py']),
    },
    { name: 'vendored metadata', wheelhouse: declaredFiles(['a/_vendor/six-1.0.dist-info/METADATA']) },
    { name: 'an allowed object', wheelhouse: declaredFiles(['a/crt1.o']), options: { allow: ['**/*.o'] } },
  ],
  invalid: [
    {
      name: 'folders of setuptools, and old metadata as folder and file',
      wheelhouse: declaredFiles([
        'build/lib/a.py',
        'x/build/temp.linux-x86_64-cpython-311/b.o',
        'a.egg-info/PKG-INFO',
        'a.egg-info/SOURCES.txt',
      ]),
      findings: [
        {
          message: 'found',
          member: 'build/',
          data: { members: 'build/, x/build/, a.egg-info/' },
        },
      ],
    },
    {
      name: 'of CMake and compilers',
      wheelhouse: declaredFiles(['a/CMakeFiles/x/y.make', 'a/CMakeCache.txt', 'a/b.o', 'a/c.gcda']),
      findings: [
        { message: 'found', data: { members: 'a/CMakeFiles/, a/CMakeCache.txt, a/b.o and 1 more' } },
      ],
    },
  ],
});
