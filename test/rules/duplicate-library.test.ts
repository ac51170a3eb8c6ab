import rule from '../../rules/duplicate-library.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

const library = 'binary: elf x86_64';
const linux = { filename: 'demo-1.0-py3-none-linux_x86_64.whl' };

testRule(rule, {
  valid: [
    {
      name: 'one library, and other files that are the same',
      wheelhouse: declaredFiles({ 'a/x.so': library, 'a/y.py': 'y = 1', 'a/z.py': 'y = 1' }, linux),
    },
    {
      name: 'different libraries',
      wheelhouse: declaredFiles({ 'a/x.so': library, 'a/y.so': 'binary: elf aarch64' }, linux),
    },
    { name: 'placeholders without content', wheelhouse: declaredFiles({ 'a/x.so': '', 'a/y.so': '' }) },
    {
      name: 'an allowed copy',
      wheelhouse: declaredFiles({ 'a/x.so': library, 'a/x.so.1': library }, linux),
      options: { allow: ['a/x.so.1'] },
    },
  ],
  invalid: [
    {
      name: 'links that became copies',
      wheelhouse: declaredFiles({ 'a/x.so': library, 'a/x.so.1': library, 'a/x.so.1.2': library }, linux),
      findings: [
        {
          message: 'found',
          severity: 'warning',
          member: 'a/x.so.1',
          data: { members: 'a/x.so.1, a/x.so.1.2', original: 'a/x.so', size: '352 bytes' },
        },
      ],
    },
    {
      name: 'an extension module of Windows, in two places',
      wheelhouse: declaredFiles({
        'demo-1.0.data/platlib/_a.pyd': 'binary: pe amd64',
        'demo-1.0.data/platlib/demo/_a.pyd': 'binary: pe amd64',
      }),
      findings: [{ message: 'found', member: 'demo-1.0.data/platlib/demo/_a.pyd' }],
    },
  ],
});
