import rule from '../../rules/broken-data-folder.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    {
      name: 'every scheme',
      wheelhouse: declaredFiles([
        'demo-1.0.data/purelib/a.py',
        'demo-1.0.data/platlib/b/c.py',
        'demo-1.0.data/scripts/d',
        'demo-1.0.data/headers/e.h',
        'demo-1.0.data/data/share/x/y.z',
      ]),
    },
    {
      name: 'a folder of a package',
      wheelhouse: declaredFiles(['demo/old.data/scripts/a/b', 'demo.database/x.py']),
    },
    {
      name: 'a label in both names',
      wheelhouse: declaredFiles(['demo-1.0+cc.data/scripts/a'], { filename: 'demo-1.0+cc-py3-none-any.whl' }),
    },
  ],
  invalid: [
    {
      name: 'an unknown scheme, and a file without one',
      wheelhouse: declaredFiles(['demo-1.0.data/etc/demo.conf', 'demo-1.0.data/README']),
      findings: [
        {
          message: 'scheme',
          severity: 'error',
          member: 'demo-1.0.data/etc/demo.conf',
          data: { members: 'demo-1.0.data/etc/demo.conf, demo-1.0.data/README' },
        },
      ],
    },
    {
      name: 'a folder in scripts',
      wheelhouse: declaredFiles(['demo-1.0.data/scripts/a', 'demo-1.0.data/scripts/b/c']),
      findings: [{ message: 'script', severity: 'warning', member: 'demo-1.0.data/scripts/b/c' }],
    },
    {
      name: 'a name without the label',
      wheelhouse: declaredFiles(['demo-1.0.data/scripts/a', 'demo-1.0.data/data/b/c'], {
        filename: 'demo-1.0+cc-py3-none-any.whl',
      }),
      findings: [
        {
          message: 'name',
          severity: 'warning',
          member: 'demo-1.0.data/',
          data: { folder: 'demo-1.0.data', expected: 'demo-1.0+cc.data' },
        },
      ],
    },
  ],
});
