import rule from '../../rules/empty-wheel.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'a module', wheelhouse: declaredFiles(['foo.py']) },
    { name: 'a script', wheelhouse: declaredFiles(['demo-1.0.data/scripts/foo.py']) },
    { name: 'a metapackage', wheelhouse: declaredFiles([], { requires: ['six'] }) },
    {
      name: 'a zip that is no wheel',
      wheelhouse: '[[wheel]]\nfilename = "demo-1.0-py3-none-any.whl"\nraw = "x"\n',
    },
  ],
  invalid: [
    {
      name: 'nothing',
      wheelhouse: declaredFiles([]),
      findings: [{ message: 'found', data: { folder: 'demo-1.0.dist-info' } }],
    },
    {
      name: 'metadata only',
      wheelhouse: declaredFiles(['demo-1.0.dist-info/foo.py']),
      findings: [{ message: 'found' }],
    },
  ],
});
