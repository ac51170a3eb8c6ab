import rule from '../../rules/root-is-purelib.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = (purelib: string, files: string, tags = 'py3-none-linux_x86_64') =>
  `[[wheel]]\nfilename = "demo-1.0-${tags}.whl"\nfiles = { ${files} }\ndist-info.WHEEL = """\nWheel-Version: 1.0\n${purelib}\nTag: ${tags}\n"""\n`;
const library = '"demo/libdemo.so" = "binary: elf x86_64"';

testRule(rule, {
  valid: [
    { name: 'native and not pure', wheelhouse: wheel('Root-Is-Purelib: false', library) },
    { name: 'pure', wheelhouse: wheel('Root-Is-Purelib: TRUE', '"demo.py" = ""', 'py3-none-any') },
    {
      name: 'native code that goes its own way',
      wheelhouse: wheel(
        'Root-Is-Purelib: true',
        '"demo-1.0.data/platlib/demo.so" = "binary: elf x86_64", "demo-1.0.data/data/lib/a.so" = "binary: elf x86_64"',
      ),
    },
    {
      name: 'a program',
      wheelhouse: wheel('Root-Is-Purelib: true', '"demo/tool" = "binary: elf x86_64 executable"'),
    },
    {
      name: 'the tag any, judged elsewhere',
      wheelhouse: wheel('Root-Is-Purelib: true', library, 'py3-none-any'),
    },
  ],
  invalid: [
    {
      name: 'a library in the folder for pure Python',
      wheelhouse: wheel('Root-Is-Purelib: true', library),
      findings: [{ message: 'native', severity: 'info', member: 'demo/libdemo.so' }],
    },
    {
      name: 'the same through .data',
      wheelhouse: wheel('Root-Is-Purelib: true', '"demo-1.0.data/purelib/demo.so" = "binary: elf x86_64"'),
      findings: [{ message: 'native', member: 'demo-1.0.data/purelib/demo.so' }],
    },
    {
      name: 'no such line',
      wheelhouse: wheel('Generator: demo', '"demo.py" = ""', 'py3-none-any'),
      findings: [{ message: 'unsaid', severity: 'info', member: 'demo-1.0.dist-info/WHEEL' }],
    },
    {
      name: 'a word that is neither',
      wheelhouse: wheel('Root-Is-Purelib: yes', '"demo.py" = ""', 'py3-none-any'),
      findings: [{ message: 'unsaid' }],
    },
  ],
});
