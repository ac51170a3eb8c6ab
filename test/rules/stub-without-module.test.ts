import rule from '../../rules/stub-without-module.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    {
      name: 'modules of every kind',
      wheelhouse: declaredFiles([
        'a/__init__.py',
        'a/__init__.pyi',
        'a/b.py',
        'a/b.pyi',
        'a/c.abi3.so',
        'a/c.pyi',
        'a/d/x.py',
        'a/d.pyi',
        'a/MPI.mpich.cpython-311-x86_64-linux-gnu.so',
        'a/MPI.pyi',
      ]),
    },
    { name: 'a stub package', wheelhouse: declaredFiles(['a-stubs/b.pyi', 'a-stubs/x.py']) },
    {
      name: 'types only',
      wheelhouse: declaredFiles(['a/b.py', 'a/_types.pyi', 'a/_rust/x.pyi', 'a/_rust/y.py']),
    },
    { name: 'a folder of stubs only', wheelhouse: declaredFiles(['a/__init__.py', 'a/typeshed/os.pyi']) },
    {
      name: 'an allowed one',
      wheelhouse: declaredFiles(['a/__init__.py', 'a/gone.pyi']),
      options: { allow: ['a/gone.pyi'] },
    },
  ],
  invalid: [
    {
      name: 'a module that is gone',
      wheelhouse: declaredFiles(['a/__init__.py', 'a/gone.pyi', 'a/b.py', 'a/b.pyi']),
      findings: [{ message: 'found', member: 'a/gone.pyi', data: { members: 'a/gone.pyi' } }],
    },
    {
      name: 'of a package without __init__.py',
      wheelhouse: declaredFiles(['a/__init__.pyi', 'a/b.py']),
      findings: [{ message: 'found', member: 'a/__init__.pyi' }],
    },
  ],
});
