import rule from '../../rules/many-toplevels.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

const found = (count: string, members: string) => [{ message: 'found', data: { count, members } }];

testRule(rule, {
  valid: [
    { name: 'one package', wheelhouse: declaredFiles(['foo/__init__.py', 'foo/a/b.py', 'foo/c.txt']) },
    { name: 'private ones', wheelhouse: declaredFiles(['foo.py', '_bar/__init__.py', '_c.py']) },
    { name: 'a path file', wheelhouse: declaredFiles(['foo.py', 'bar.pth']) },
    {
      name: 'what goes with a package',
      wheelhouse: declaredFiles(['foo/a.py', 'foo.libs/libz-1.so.1', 'foo-stubs/a.pyi', '3f__mypyc.abi3.so']),
    },
    {
      name: 'leftovers',
      wheelhouse: declaredFiles(['foo.py', 'foo.egg-info/PKG-INFO', '.git/HEAD', '.gitignore']),
    },
    {
      name: 'one name in both places',
      wheelhouse: declaredFiles(['foo/a.py', 'demo-1.0.data/platlib/foo/b.so']),
    },
    {
      name: 'as many as there may be',
      wheelhouse: declaredFiles(['foo.py', 'bar.py']),
      options: { projects: { demo: { max: 2 } } },
    },
    {
      name: 'an allowed one',
      wheelhouse: declaredFiles(['foo.py', 'pkg_resources/__init__.py']),
      options: { allow: ['pkg_resources'] },
    },
  ],
  invalid: [
    {
      name: 'a module and a package',
      wheelhouse: declaredFiles(['foo.py', 'bar/__init__.py']),
      findings: found('2', 'foo.py, bar/'),
    },
    {
      name: 'in the data folder',
      wheelhouse: declaredFiles(['foo.py', 'demo-1.0.data/platlib/bar/__init__.py']),
      findings: found('2', 'foo.py, demo-1.0.data/platlib/bar/'),
    },
    {
      name: 'no modules',
      wheelhouse: declaredFiles(['foo.py', 'bar/nonpython.txt', 'bar.rst']),
      findings: found('3', 'foo.py, bar.rst, bar/'),
    },
  ],
});
