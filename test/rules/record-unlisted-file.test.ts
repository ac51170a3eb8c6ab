import rule from '../../rules/record-unlisted-file.ts';
import { own, recordOf, sha256OfNothing } from '../support/declared-record.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'a row for each file', wheelhouse: recordOf({}) },
    {
      name: 'rows in another order',
      wheelhouse: recordOf({ 'b.py': '', x: `b.py,sha256=${sha256OfNothing},0` }, ['a.py', 'b.py', 'c.py']),
    },
    { name: 'a quoted path', wheelhouse: recordOf({ 'demo.py': `"demo.py",sha256=${sha256OfNothing},0` }) },
    {
      name: 'a row that cannot be read names the file all the same',
      wheelhouse: recordOf({ 'demo.py': 'demo.py' }),
    },
    { name: 'so does one whose quote does not end', wheelhouse: recordOf({ 'demo.py': '"demo.py,,' }) },
    { name: 'and one whose path has a comma', wheelhouse: recordOf({ 'a,b.py': 'a,b.py,,' }, ['a,b.py']) },
    { name: 'a roundabout path', wheelhouse: recordOf({ 'demo.py': './demo.py,,' }) },
    {
      name: 'signatures must not be listed',
      wheelhouse: recordOf({}, ['demo.py'], `dist-info = { "RECORD.jws" = "" }\n`).replace(
        'record = { ',
        'record = { "demo-1.0.dist-info/RECORD.jws" = ""',
      ),
    },
    {
      name: 'an empty RECORD is another rule',
      wheelhouse: recordOf({}, ['demo.py'], "[wheel.dist-info]\nRECORD = ''"),
    },
  ],
  invalid: [
    {
      name: 'files that were added',
      wheelhouse: recordOf({ 'a.py': '', 'c.py': '' }, ['a.py', 'b.py', 'c.py']),
      findings: [{ message: 'unlisted', severity: 'warning', member: own, data: { files: 'a.py and c.py' } }],
    },
    {
      name: 'RECORD itself, as some tools write it',
      wheelhouse: recordOf({ [own]: '' }),
      findings: [{ message: 'unlisted-itself', severity: 'info', member: own }],
    },
    {
      name: 'signatures of other files',
      wheelhouse: recordOf({ 'RECORD.jws': '' }, ['RECORD.jws']),
      findings: [{ message: 'unlisted', data: { files: 'RECORD.jws' } }],
    },
  ],
});
