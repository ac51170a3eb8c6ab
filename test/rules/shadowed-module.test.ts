import rule from '../../rules/shadowed-module.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    {
      name: 'a package',
      wheelhouse: declaredFiles(['foo/__init__.py', 'foo/bar.py', 'foo/baz/__init__.py']),
    },
    { name: 'a namespace package', wheelhouse: declaredFiles(['foo.py', 'foo/bar.py']) },
    { name: 'an extension module', wheelhouse: declaredFiles(['foo/__init__.py', 'foo.abi3.so']) },
    {
      name: 'in scripts',
      wheelhouse: declaredFiles(['demo-1.0.data/data/a.py', 'demo-1.0.data/data/a/__init__.py']),
    },
    {
      name: 'an allowed one',
      wheelhouse: declaredFiles(['foo.py', 'foo/__init__.py']),
      options: { allow: ['foo.py'] },
    },
  ],
  invalid: [
    {
      name: 'at the top',
      wheelhouse: declaredFiles(['foo.py', 'foo/__init__.py']),
      findings: [{ message: 'found', member: 'foo.py' }],
    },
    {
      name: 'in packages, whatever comes first in the archive',
      wheelhouse: declaredFiles([
        'a/b/__init__.py',
        'a/b/c/__init__.py',
        'a/b.py',
        'a/b/c.py',
        'a/__init__.py',
      ]),
      findings: [{ message: 'found', data: { members: 'a/b.py, a/b/c.py' } }],
    },
    {
      name: 'in the library of the data folder',
      wheelhouse: declaredFiles(['demo-1.0.data/purelib/foo.py', 'demo-1.0.data/purelib/foo/__init__.py']),
      findings: [{ message: 'found', member: 'demo-1.0.data/purelib/foo.py' }],
    },
  ],
});
