import rule from '../../rules/case-collision.ts';
import { wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const files = (names: readonly string[], tags = 'py3-none-any') =>
  wheel(
    `demo-1.0-${tags}.whl`,
    `archive.members = [${names.map((name) => `{ name = ${JSON.stringify(name)} }`).join(', ')}]`,
  );

testRule(rule, {
  valid: [
    { name: 'capital letters alone', wheelhouse: files(['demo/A.py', 'demo/B.py']) },
    { name: 'the same name twice is another fault', wheelhouse: files(['demo/A.py', 'demo/A.py']) },
    {
      name: 'a wheel for Linux only',
      wheelhouse: files(['demo/A.py', 'demo/a.py'], 'cp311-cp311-manylinux_2_17_x86_64.linux_x86_64'),
    },
  ],
  invalid: [
    {
      name: 'a capital letter in either',
      wheelhouse: files(['demo/a.py', 'demo/A.py']),
      findings: [
        {
          message: 'case',
          severity: 'warning',
          member: 'demo/A.py',
          data: { first: 'demo/a.py', second: 'demo/A.py' },
        },
      ],
    },
    {
      name: 'capital letters in both, and several pairs',
      wheelhouse: files(['Demo/x.py', 'DEMO/x.py', 'b', 'B'], 'py3-none-macosx_11_0_arm64'),
      findings: [{ message: 'case', data: { first: 'Demo/x.py', second: 'DEMO/x.py and 1 more' } }],
    },
    {
      name: 'a wheel for several systems',
      wheelhouse: files(['a', 'A'], 'py3-none-linux_x86_64.win_amd64'),
      findings: [{ message: 'case' }],
    },
  ],
});
