import rule from '../../rules/record-missing-hash.ts';
import { own, recordOf, sha256OfNothing } from '../support/declared-record.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'hash and size', wheelhouse: recordOf({}) },
    { name: 'a file that is not there is another rule', wheelhouse: recordOf({ x: 'gone.py,,' }) },
  ],
  invalid: [
    {
      name: 'neither hash nor size',
      wheelhouse: recordOf({ 'demo.py': 'demo.py,,' }),
      findings: [
        { message: 'no-hash', severity: 'warning', member: own, line: 1, data: { files: 'demo.py' } },
      ],
    },
    {
      name: 'no hash',
      wheelhouse: recordOf({ 'demo.py': 'demo.py,,0' }),
      findings: [{ message: 'no-hash', line: 1 }],
    },
    {
      name: 'no size',
      wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${sha256OfNothing},` }),
      findings: [{ message: 'no-size', severity: 'info', line: 1 }],
    },
  ],
});
