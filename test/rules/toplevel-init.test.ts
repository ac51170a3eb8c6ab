import rule from '../../rules/toplevel-init.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    {
      name: 'of a package, and outside of site-packages',
      wheelhouse: declaredFiles([
        'foo/__init__.py',
        'demo-1.0.dist-info/__init__.py',
        'demo-1.0.data/scripts/__init__.py',
      ]),
    },
  ],
  invalid: [
    {
      name: 'at the root',
      wheelhouse: declaredFiles(['__init__.py', 'foo/__init__.py']),
      findings: [{ message: 'found', member: '__init__.py' }],
    },
    {
      name: 'in the library of the data folder',
      wheelhouse: declaredFiles(['demo-1.0.data/platlib/__init__.py']),
      findings: [{ message: 'found', member: 'demo-1.0.data/platlib/__init__.py' }],
    },
  ],
});
