import rule from '../../rules/folder-without-module.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'a module somewhere below', wheelhouse: declaredFiles(['foo/foo.txt', 'foo/a/b/c.py']) },
    { name: 'an extension module', wheelhouse: declaredFiles(['foo/foo.abi3.so', 'foo/bar/data.dat']) },
    { name: 'a file', wheelhouse: declaredFiles(['foo.txt']) },
    { name: 'outside of site-packages', wheelhouse: declaredFiles(['demo-1.0.data/data/foo/README.txt']) },
    {
      name: 'stubs, repaired libraries and leftovers',
      wheelhouse: declaredFiles([
        'foo-stubs/bar.pyi',
        'foo.libs/libz.so.1',
        '.git/HEAD',
        'a.egg-info/PKG-INFO',
      ]),
    },
    {
      name: 'an allowed folder',
      wheelhouse: declaredFiles(['assets/a.svg']),
      options: { allow: ['assets/'] },
    },
  ],
  invalid: [
    {
      name: 'text only',
      wheelhouse: declaredFiles(['foo/README.txt', 'bar/baz/x.json', 'demo/__init__.py']),
      findings: [{ message: 'found', member: 'foo/', data: { members: 'foo/, bar/' } }],
    },
    {
      name: 'in the library of the data folder',
      wheelhouse: declaredFiles(['demo-1.0.data/platlib/foo/README.txt']),
      findings: [{ message: 'found', member: 'demo-1.0.data/platlib/foo/' }],
    },
    {
      name: 'stubs under the name of a package, or of none',
      wheelhouse: declaredFiles(['foo/bar.pyi', '-stubs/bar.pyi']),
      findings: [{ message: 'found', data: { members: 'foo/, -stubs/' } }],
    },
  ],
});
