import rule from '../../rules/record-duplicate-row.ts';
import { own, recordOf, sha256OfNothing } from '../support/declared-record.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'one row for each', wheelhouse: recordOf({}) },
    { name: 'two rows for no file', wheelhouse: recordOf({ x: 'gone.py,,\ngone.py,,' }) },
    { name: 'files of one content', wheelhouse: recordOf({}, ['a.py', 'b.py']) },
  ],
  invalid: [
    {
      name: 'rows that differ',
      wheelhouse: recordOf({ x: 'demo.py,,' }),
      findings: [
        { message: 'conflicting', severity: 'warning', member: own, line: 5, data: { files: 'demo.py' } },
      ],
    },
    {
      name: 'the same row',
      wheelhouse: recordOf({ x: `demo.py,sha256=${sha256OfNothing},0` }),
      findings: [{ message: 'repeated', severity: 'info', line: 5 }],
    },
    {
      name: 'RECORD itself',
      wheelhouse: recordOf({ x: `${own},,` }),
      findings: [{ message: 'repeated', line: 5, data: { files: own } }],
    },
    {
      name: 'the same file under two spellings',
      wheelhouse: recordOf({ x: `./demo.py,sha256=${sha256OfNothing},0` }),
      findings: [{ message: 'conflicting', line: 5 }],
    },
    {
      name: 'a row that goes on where the first one ends',
      wheelhouse: recordOf({
        'demo.py': `demo.py,sha256=${sha256OfNothing},01`,
        x: `demo.py,sha256=${sha256OfNothing},0`,
      }),
      findings: [{ message: 'conflicting', line: 5 }],
    },
  ],
});
