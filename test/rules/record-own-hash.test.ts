import rule from '../../rules/record-own-hash.ts';
import { own, recordOf, sha256OfNothing } from '../support/declared-record.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'two commas', wheelhouse: recordOf({}) },
    { name: 'no row', wheelhouse: recordOf({ [own]: '' }) },
    { name: 'another RECORD', wheelhouse: recordOf({}, ['demo/RECORD']) },
  ],
  invalid: [
    {
      name: 'a hash',
      wheelhouse: recordOf({ [own]: `${own},sha256=${sha256OfNothing},` }),
      findings: [{ message: 'own-hash', severity: 'warning', member: own, line: 4 }],
    },
    {
      name: 'a size',
      wheelhouse: recordOf({ [own]: `${own},,10` }),
      findings: [{ message: 'own-hash', line: 4 }],
    },
  ],
});
