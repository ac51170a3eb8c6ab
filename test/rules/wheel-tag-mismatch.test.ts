import rule from '../../rules/wheel-tag-mismatch.ts';
import { testRule } from '../support/rule-tester.ts';

/** A wheel whose WHEEL file has these lines after the first. */
const wheel = (name: string, ...lines: string[]) =>
  `[[wheel]]\nfilename = "demo-1.0-${name}.whl"\nfiles = { "demo.py" = "" }\ndist-info.WHEEL = """\nWheel-Version: 1.0\n${lines.join('\n')}\n"""\n`;

testRule(rule, {
  valid: [
    { name: 'one tag', wheelhouse: wheel('py3-none-any', 'Tag: py3-none-any') },
    {
      name: 'a line for each tag, in any order',
      wheelhouse: wheel('py2.py3-none-any', 'Tag: py3-none-any', 'Tag: py2-none-any'),
    },
    { name: 'upper case', wheelhouse: wheel('py3-none-any', 'Tag: PY3-none-any') },
    { name: 'the build tag', wheelhouse: wheel('1_cc-py3-none-any', 'Build: 1_cc', 'Tag: py3-none-any') },
    {
      name: 'no WHEEL, which is reported elsewhere',
      wheelhouse: '[[wheel]]\nfilename = "demo-1.0-py3-none-any.whl"\nomit = ["WHEEL"]\n',
    },
  ],
  invalid: [
    {
      name: 'renamed by hand',
      wheelhouse: wheel('cp311-cp311-linux_x86_64', 'Tag: cp311-cp311-manylinux_2_17_x86_64'),
      findings: [
        {
          message: 'tags',
          severity: 'warning',
          member: 'demo-1.0.dist-info/WHEEL',
          line: 2,
          data: { inside: 'cp311-cp311-manylinux_2_17_x86_64', outside: 'cp311-cp311-linux_x86_64' },
        },
      ],
    },
    {
      name: 'a tag of the file name without a line',
      wheelhouse: wheel('py2.py3-none-any', 'Tag: py3-none-any'),
      findings: [{ message: 'tags', line: 0, data: { outside: 'py2-none-any and py3-none-any' } }],
    },
    {
      name: 'a line that is not in the file name',
      wheelhouse: wheel('py3-none-any', 'Tag: py3-none-any', 'Tag: py2-none-any'),
      findings: [{ message: 'tags', line: 3 }],
    },
    {
      name: 'a line that stands for a million tags',
      wheelhouse: wheel('py3-none-any', `Tag: ${`${'a.'.repeat(99)}a-`.repeat(2)}${'a.'.repeat(99)}a`),
      findings: [{ message: 'tags' }],
    },
    {
      name: 'no tag',
      wheelhouse: wheel('py3-none-any', 'Generator: demo'),
      findings: [{ message: 'none', data: { outside: 'py3-none-any' } }],
    },
    {
      name: 'a compressed set in one line is softer',
      wheelhouse: wheel('py2.py3-none-any', 'Tag: py2.py3-none-any'),
      findings: [{ message: 'unexpanded', severity: 'info', line: 2, data: { inside: 'py2.py3-none-any' } }],
    },
    {
      name: 'another build tag',
      wheelhouse: wheel('2-py3-none-any', 'Build: 1', 'Tag: py3-none-any'),
      findings: [{ message: 'build', severity: 'warning', data: { inside: '1', outside: '2' } }],
    },
    {
      name: 'a build tag inside only',
      wheelhouse: wheel('py3-none-any', 'Build: 1', 'Tag: py3-none-any'),
      findings: [{ message: 'build', data: { outside: 'none' } }],
    },
    {
      name: 'a build tag outside only is softer',
      wheelhouse: wheel('2-py3-none-any', 'Tag: py3-none-any'),
      findings: [{ message: 'unlistedBuild', severity: 'info', data: { outside: '2' } }],
    },
  ],
});
