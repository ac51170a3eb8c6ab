import rule from '../../rules/empty-library.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'a module', wheelhouse: declaredFiles(['foo.py']) },
    { name: 'an empty module', wheelhouse: declaredFiles({ 'foo.py': '' }) },
    { name: 'in the data folder', wheelhouse: declaredFiles(['demo-1.0.data/platlib/foo.py']) },
    { name: 'a wheel without any file', wheelhouse: declaredFiles([]) },
    {
      name: 'an __init__.py with code',
      wheelhouse: declaredFiles({ 'a/__init__.py': '', 'b/__init__.py': 'b = 1' }),
    },
    { name: 'data in a package', wheelhouse: declaredFiles({ 'a/__init__.py': '', 'a/lib.so': 'x' }) },
  ],
  invalid: [
    {
      name: 'scripts only',
      wheelhouse: declaredFiles(['demo-1.0.data/scripts/foo.py']),
      findings: [{ message: 'nothing', member: 'demo-1.0.data/scripts/foo.py' }],
    },
    {
      name: 'empty __init__.py files only',
      wheelhouse: declaredFiles({ 'a/__init__.py': '', 'a/b/__init__.py': '\n' }),
      findings: [{ message: 'hollow', member: 'a/__init__.py' }],
    },
  ],
});
