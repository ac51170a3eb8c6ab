import rule from '../../rules/record-missing-file.ts';
import { own, recordOf, sha256OfNothing } from '../support/declared-record.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'a row for each file', wheelhouse: recordOf({}) },
    { name: 'a path with a comma in quotes', wheelhouse: recordOf({}, ['a,b.py']) },
    { name: 'a row for a folder is another rule', wheelhouse: recordOf({ 'demo/': 'demo/,,' }) },
    { name: 'so is one that points outside', wheelhouse: recordOf({ x: '/etc/passwd,,' }) },
    { name: 'a signature that is not there is another rule', wheelhouse: recordOf({ x: `${own}.jws,,` }) },
    {
      name: 'RECORD that nobody can read',
      wheelhouse: recordOf({}, ['demo.py'], "[wheel.dist-info]\nRECORD = ''"),
    },
  ],
  invalid: [
    {
      name: 'one file',
      wheelhouse: recordOf({ gone: `gone.py,sha256=${sha256OfNothing},0` }),
      findings: [
        { message: 'missing', severity: 'warning', member: own, line: 5, data: { files: 'gone.py' } },
      ],
    },
    {
      name: 'many files are one finding with the first of them',
      wheelhouse: recordOf({ gone: Array.from({ length: 9 }, (_, i) => `gone/${i}.py,,`).join('\n') }),
      findings: [
        {
          message: 'missing',
          line: 5,
          data: { files: 'gone/0.py, gone/1.py, gone/2.py, gone/3.py and 5 more' },
        },
      ],
    },
    {
      name: 'another case of the letters is another file',
      wheelhouse: recordOf({ gone: 'Demo.py,,' }),
      findings: [{ message: 'missing', data: { files: 'Demo.py' } }],
    },
    {
      name: 'a roundabout path to nothing',
      wheelhouse: recordOf({ gone: './gone.py,,' }),
      findings: [{ message: 'missing', data: { files: './gone.py' } }],
    },
  ],
});
