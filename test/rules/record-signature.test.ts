import rule from '../../rules/record-signature.ts';
import { own, recordOf, sha256OfNothing } from '../support/declared-record.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'no signature', wheelhouse: recordOf({}) },
    { name: 'a file of such a name elsewhere', wheelhouse: recordOf({}, ['RECORD.jws']) },
  ],
  invalid: [
    {
      name: 'a member without a row',
      wheelhouse: recordOf({ [`${own}.jws`]: '' }, [`${own}.jws`]),
      findings: [
        { message: 'signature-present', severity: 'info', member: own, data: { files: `${own}.jws` } },
      ],
    },
    {
      name: 'a member with a row',
      wheelhouse: recordOf({}, [`${own}.p7s`]),
      findings: [{ message: 'signature-listed', severity: 'warning', line: 1 }],
    },
    {
      name: 'a row alone',
      wheelhouse: recordOf({ x: `${own}.jws,sha256=${sha256OfNothing},0` }),
      findings: [{ message: 'signature-listed', line: 5 }],
    },
  ],
});
