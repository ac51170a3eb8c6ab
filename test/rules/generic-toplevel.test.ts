import rule from '../../rules/generic-toplevel.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

const found = (members: string) => [{ message: 'found', data: { members } }];

testRule(rule, {
  valid: [
    { name: 'deeper down', wheelhouse: declaredFiles(['demo/tests/foo.py', 'not_src/foo.py']) },
    { name: 'a module', wheelhouse: declaredFiles(['test.py']) },
    { name: 'outside of site-packages', wheelhouse: declaredFiles(['demo-1.0.data/scripts/src']) },
    {
      name: 'the name of the project',
      wheelhouse: declaredFiles(['build/__init__.py'], { filename: 'build-1.0-py3-none-any.whl' }),
    },
    {
      name: 'what build-leftover tells of',
      wheelhouse: declaredFiles(['build/lib/demo/__init__.py', 'demo/__init__.py']),
    },
    {
      name: 'an allowed name',
      wheelhouse: declaredFiles(['lib/foo.py']),
      options: { allow: ['lib'] },
    },
  ],
  invalid: [
    {
      name: 'folders',
      wheelhouse: declaredFiles(['tests/foo.py', 'src/foo.py', 'demo/__init__.py', 'tests/x/y.py']),
      findings: found('tests/, src/'),
    },
    {
      name: 'a file without suffix',
      wheelhouse: declaredFiles(['dist']),
      findings: found('dist'),
    },
    {
      name: 'in the library of the data folder',
      wheelhouse: declaredFiles(['demo-1.0.data/platlib/docs/foo.py']),
      findings: found('demo-1.0.data/platlib/docs/'),
    },
    {
      name: 'a further name',
      wheelhouse: declaredFiles(['helpers/foo.py']),
      options: { names: ['helpers'] },
      findings: found('helpers/'),
    },
  ],
});
