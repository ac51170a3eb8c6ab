import rule from '../../rules/link-member.ts';
import { wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const modes = (...all: readonly number[]) =>
  wheel(
    'demo-1.0-py3-none-any.whl',
    `archive.members = [${all.map((mode, i) => `{ name = "demo/${i}", mode = ${mode} }`).join(', ')}]`,
  );

testRule(rule, {
  valid: [
    { name: 'files and folders', wheelhouse: modes(0o100644, 0o100755, 0o040755) },
    { name: 'no mode, or permissions only', wheelhouse: modes(0, 0o644) },
  ],
  invalid: [
    {
      name: 'symbolic links',
      wheelhouse: modes(0o100644, 0o120777, 0o120755),
      findings: [
        { message: 'link', severity: 'error', member: 'demo/1', data: { members: 'demo/1 and 1 more' } },
      ],
    },
    {
      name: 'a pipe, a device, a socket',
      wheelhouse: modes(0o010644, 0o060644, 0o020644, 0o140644),
      findings: [
        { message: 'special', severity: 'error', member: 'demo/0', data: { members: 'demo/0 and 3 more' } },
      ],
    },
  ],
});
