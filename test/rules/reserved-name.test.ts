import rule from '../../rules/reserved-name.ts';
import { wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const files = (names: readonly string[], tags = 'py3-none-any') =>
  wheel(
    `demo-1.0-${tags}.whl`,
    `archive.members = [${names.map((name) => `{ name = ${JSON.stringify(name)} }`).join(', ')}]`,
  );

testRule(rule, {
  valid: [
    {
      name: 'names that begin or end like devices',
      wheelhouse: files([
        'auxiliary.py',
        'demo/console.py',
        'demo/com.py',
        'demo/com10.py',
        'x.aux',
        'nul_.py',
        'com0',
      ]),
    },
    { name: 'dots and spaces inside', wheelhouse: files(['demo/a.b c.py', '.hidden', 'demo/../a']) },
    { name: 'a wheel for Linux', wheelhouse: files(['demo/aux.py', 'demo/a:b'], 'py3-none-linux_x86_64') },
    { name: 'a wheel for macOS', wheelhouse: files(['demo/nul'], 'py3-none-macosx_11_0_arm64') },
  ],
  invalid: [
    {
      name: 'devices in any place and case',
      wheelhouse: files([
        'demo/Aux.py',
        'con/x.py',
        'nul',
        'demo/lpt1.tar.gz',
        'demo/COM³',
        'conin$',
        'prn .txt',
      ]),
      findings: [
        {
          message: 'device',
          severity: 'info',
          member: 'demo/Aux.py',
          data: { members: 'demo/Aux.py and 6 more' },
        },
      ],
    },
    {
      name: 'characters that Windows does not allow',
      wheelhouse: files(
        ['demo/a:b', 'demo/what?.py', 'demo/*', 'demo/"', 'demo/<', 'demo/>', 'demo/|'],
        'py3-none-win32',
      ),
      findings: [{ message: 'forbidden', severity: 'info', data: { members: 'demo/a:b and 6 more' } }],
    },
    {
      name: 'loose ends',
      wheelhouse: files(['demo/a. ', 'demo /b.py', 'demo/c.', 'demo/...']),
      findings: [{ message: 'loose-end', severity: 'info', data: { members: 'demo/a.  and 3 more' } }],
    },
  ],
});
