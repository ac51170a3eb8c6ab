import rule from '../../rules/record-size-mismatch.ts';
import { own, recordOf, sha256OfNothing } from '../support/declared-record.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'the right size', wheelhouse: recordOf({}) },
    { name: 'no size', wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${sha256OfNothing},` }) },
    { name: 'leading zeros', wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${sha256OfNothing},000` }) },
    { name: 'the size of RECORD itself is another rule', wheelhouse: recordOf({ [own]: `${own},,7` }) },
    {
      name: 'rows that contradict each other are another rule',
      wheelhouse: recordOf({
        x: `demo.py,sha256=${sha256OfNothing},7`,
        'demo.py': `demo.py,sha256=${sha256OfNothing},8`,
      }),
    },
  ],
  invalid: [
    {
      name: 'one file of several',
      wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${sha256OfNothing},7` }),
      findings: [
        {
          message: 'stale',
          severity: 'warning',
          member: own,
          line: 1,
          data: { files: 'demo.py', detail: '7 bytes in RECORD, 0 in the archive' },
        },
      ],
    },
    {
      name: 'more digits than a number holds',
      wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${sha256OfNothing},${'9'.repeat(400)}` }),
      findings: [{ message: 'stale' }],
    },
    {
      name: 'most files',
      wheelhouse: recordOf(
        Object.fromEntries(
          ['a', 'b', 'c', 'd', 'e'].map((name) => [name, `${name},sha256=${sha256OfNothing},1`]),
        ),
        ['a', 'b', 'c', 'd', 'e'],
      ),
      findings: [{ message: 'foreign', data: { files: 'a, b, c, d and e' } }],
    },
  ],
});
