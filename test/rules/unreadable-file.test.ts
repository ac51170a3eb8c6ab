import rule from '../../rules/unreadable-file.ts';
import { wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const any = 'demo-1.0-py3-none-any.whl';
const wheelOf = (mode: string, folder: string) =>
  `${wheel(any, `mode = ${mode}`)}[[folder]]\nmode = ${folder}\n`;

testRule(rule, {
  valid: [
    { name: 'open to all', wheelhouse: wheelOf('0o644', '0o755') },
    { name: 'nobody else may look into the folder', wheelhouse: wheelOf('0o600', '0o700') },
    { name: 'open to the group, as the folder is', wheelhouse: wheelOf('0o640', '0o750') },
    { name: 'a folder whose names others cannot list', wheelhouse: wheelOf('0o600', '0o711') },
  ],
  invalid: [
    {
      name: 'closed in an open folder',
      wheelhouse: wheelOf('0o640', '0o755'),
      findings: [{ message: 'others', severity: 'warning', wheel: any, data: { mode: '0640' } }],
    },
    {
      name: "closed in a group's folder",
      wheelhouse: wheelOf('0o600', '0o750'),
      findings: [{ message: 'group', data: { mode: '0600' } }],
    },
  ],
});
