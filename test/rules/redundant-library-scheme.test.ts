import rule from '../../rules/redundant-library-scheme.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

const native = 'binary: elf x86_64';

testRule(rule, {
  valid: [
    { name: 'the other folder', wheelhouse: declaredFiles(['a.py', 'demo-1.0.data/platlib/b.py']) },
    {
      name: 'the other folder of a wheel for a platform',
      wheelhouse: declaredFiles({ 'a.so': native, 'demo-1.0.data/purelib/b.py': '' }),
    },
    {
      name: 'a WHEEL file that does not say',
      wheelhouse: declaredFiles(['demo-1.0.data/purelib/b.py'], {
        'dist-info': { WHEEL: 'Wheel-Version: 1.0\n' },
      }),
    },
  ],
  invalid: [
    {
      name: 'of a pure wheel',
      wheelhouse: declaredFiles(['a.py', 'demo-1.0.data/purelib/b.py']),
      findings: [{ message: 'found', member: 'demo-1.0.data/purelib/b.py', data: { scheme: 'purelib' } }],
    },
    {
      name: 'of a wheel for a platform',
      wheelhouse: declaredFiles({ 'a.so': native, 'demo-1.0.data/platlib/b.py': '' }),
      findings: [{ message: 'found', data: { scheme: 'platlib' } }],
    },
    {
      name: 'the same path in both places, whichever folder it is',
      wheelhouse: declaredFiles([
        'demo/a.py',
        'demo-1.0.data/platlib/demo/a.py',
        'demo-1.0.data/platlib/b.py',
      ]),
      findings: [{ message: 'overwritten', data: { members: 'demo-1.0.data/platlib/demo/a.py' } }],
    },
  ],
});
