import rule from '../../rules/unsorted-tags.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = (tags: string) => `[[wheel]]\nfilename = "demo-1.0-${tags}.whl"\nfiles = { "demo.py" = "" }\n`;

testRule(rule, {
  valid: [
    { name: 'a single tag', wheelhouse: wheel('py3-none-any') },
    {
      name: 'sorted as texts, not as numbers',
      wheelhouse: wheel('cp310.cp39-none-manylinux2014_x86_64.manylinux_2_17_x86_64'),
    },
  ],
  invalid: [
    {
      name: 'the order of the versions',
      wheelhouse: wheel('py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64'),
      findings: [
        {
          message: 'unsorted',
          severity: 'info',
          data: { sorted: 'py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64' },
        },
      ],
    },
    {
      name: 'any part',
      wheelhouse: wheel('py3.py2-none-any'),
      findings: [{ message: 'unsorted', data: { written: 'py3.py2-none-any', sorted: 'py2.py3-none-any' } }],
    },
  ],
});
