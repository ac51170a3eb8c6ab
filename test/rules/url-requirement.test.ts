import rule from '../../rules/url-requirement.ts';
import { wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const requires = (...lines: readonly string[]) =>
  wheel('demo-1.0-py3-none-any.whl', `requires = ${JSON.stringify(lines)}`);

testRule(rule, {
  valid: [
    { name: 'versions', wheelhouse: requires('a>=1.0', 'b; extra == "x"') },
    { name: 'what cannot be read', wheelhouse: requires('a @ ') },
    {
      name: 'behind an extra, switched off',
      wheelhouse: requires('a @ https://example.org/a.whl ; extra == "x"'),
      options: { 'behind-extra': 'off' },
    },
    { name: 'no METADATA', wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'omit = ["METADATA"]') },
  ],
  invalid: [
    {
      name: 'URLs',
      wheelhouse: requires(
        'a @ git+https://example.org/a@main',
        "b[x] @ https://example.org/b.whl ; sys_platform == 'linux'",
      ),
      findings: [
        {
          message: 'always',
          severity: 'warning',
          member: 'demo-1.0.dist-info/METADATA',
          line: 4,
          data: { requirement: 'a @ git+https://example.org/a@main' },
        },
        { message: 'always', line: 5 },
      ],
    },
    {
      name: 'a path',
      wheelhouse: requires('a @ file:///home/me/a'),
      findings: [{ message: 'local', severity: 'warning' }],
    },
    {
      name: 'behind an extra',
      wheelhouse: requires('a @ https://example.org/a.whl ; extra == "x" or extra == "y"'),
      findings: [{ message: 'extra', severity: 'info', data: { extras: 'x, y' } }],
    },
    {
      name: 'behind an extra, as bad as the others',
      wheelhouse: requires('a @ https://example.org/a.whl ; extra == "x"'),
      options: { 'behind-extra': 'error' },
      findings: [{ message: 'extra', severity: 'warning' }],
    },
  ],
});
