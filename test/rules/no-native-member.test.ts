import rule from '../../rules/no-native-member.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = (tags: string, files = '{ "demo.py" = "" }') =>
  `[[wheel]]\nfilename = "demo-1.0-${tags}.whl"\nfiles = ${files}\n`;

testRule(rule, {
  valid: [
    { name: 'Python only, for any machine', wheelhouse: wheel('py3-none-any') },
    {
      name: 'a library',
      wheelhouse: wheel('py3-none-linux_x86_64', '{ "libdemo.so" = "binary: elf x86_64" }'),
    },
    {
      name: 'objects for a linker',
      wheelhouse: wheel('py3-none-linux_x86_64', '{ "crt1.o" = "binary: elf x86_64 object" }'),
    },
    { name: 'WebAssembly, which is not read', wheelhouse: wheel('cp313-cp313-pyemscripten_2026_0_wasm32') },
    { name: 'a platform beside any', wheelhouse: wheel('py3-none-any.linux_x86_64') },
    {
      name: 'a wheel that cannot be read',
      wheelhouse: '[[wheel]]\nfilename = "demo-1.0-py3-none-win32.whl"\nraw = "no zip"\n',
    },
  ],
  invalid: [
    {
      name: 'a manylinux wheel of Python files',
      wheelhouse: wheel('py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64'),
      findings: [
        {
          message: 'none',
          severity: 'info',
          data: { platform: 'manylinux2014_x86_64.manylinux_2_17_x86_64' },
        },
      ],
    },
    {
      name: 'a Windows wheel whose extension module is missing',
      wheelhouse: wheel('cp311-cp311-win_amd64'),
      findings: [{ message: 'none', data: { platform: 'win_amd64' } }],
    },
  ],
});
