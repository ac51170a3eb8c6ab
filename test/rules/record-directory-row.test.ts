import rule from '../../rules/record-directory-row.ts';
import { own, recordOf } from '../support/declared-record.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [{ name: 'files only', wheelhouse: recordOf({}, ['demo/a.py']) }],
  invalid: [
    {
      name: 'folders, there or not',
      wheelhouse: recordOf({ x: 'demo/,,\ngone/,,' }, ['demo/a.py']),
      findings: [
        {
          message: 'directory',
          severity: 'warning',
          member: own,
          line: 5,
          data: { files: 'demo/ and gone/' },
        },
      ],
    },
    {
      name: 'the root',
      wheelhouse: recordOf({ x: './,,' }),
      findings: [{ message: 'directory', data: { files: './' } }],
    },
  ],
});
