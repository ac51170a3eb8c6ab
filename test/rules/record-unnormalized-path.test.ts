import rule from '../../rules/record-unnormalized-path.ts';
import { own, recordOf, sha256OfNothing } from '../support/declared-record.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'a path as it is in the archive', wheelhouse: recordOf({}, ['demo/a.py']) },
    { name: 'dots in names', wheelhouse: recordOf({}, ['demo/..a', 'demo/.b', 'demo/c..', '.d/e']) },
    { name: 'a roundabout path to nothing is another rule', wheelhouse: recordOf({ x: './gone.py,,' }) },
    { name: 'a folder is another rule', wheelhouse: recordOf({ x: '../demo/,,' }) },
  ],
  invalid: [
    {
      name: 'absolute',
      wheelhouse: recordOf({ 'demo.py': `/demo.py,sha256=${sha256OfNothing},0` }),
      findings: [
        { message: 'absolute', severity: 'warning', member: own, line: 1, data: { files: '/demo.py' } },
      ],
    },
    {
      name: 'absolute, and not in the wheel; on Windows too',
      wheelhouse: recordOf({ x: '/etc/passwd,,\nC:\\Windows\\x.dll,,' }),
      findings: [{ message: 'absolute', line: 5, data: { files: '/etc/passwd and C:\\Windows\\x.dll' } }],
    },
    {
      name: 'outside',
      wheelhouse: recordOf({ x: '../../../bin/python,,' }),
      findings: [{ message: 'outside', line: 5 }],
    },
    {
      name: 'backslashes',
      wheelhouse: recordOf({ 'demo/a.py': `demo\\a.py,sha256=${sha256OfNothing},0` }, ['demo/a.py']),
      findings: [{ message: 'backslash', line: 1, data: { files: 'demo\\a.py' } }],
    },
    {
      name: 'dots, doubled slashes',
      wheelhouse: recordOf(
        {
          'demo/a.py': `./demo/a.py,sha256=${sha256OfNothing},0`,
          'demo/b.py': `demo//b.py,sha256=${sha256OfNothing},0`,
          'demo/c.py': `demo/x/../c.py,sha256=${sha256OfNothing},0`,
        },
        ['demo/a.py', 'demo/b.py', 'demo/c.py'],
      ),
      findings: [
        { message: 'unnormalized', line: 1, data: { files: './demo/a.py, demo//b.py and demo/x/../c.py' } },
      ],
    },
  ],
});
