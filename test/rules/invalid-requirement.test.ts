import rule from '../../rules/invalid-requirement.ts';
import { wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const any = 'demo-1.0-py3-none-any.whl';
const requires = (...lines: readonly string[]) => wheel(any, `requires = ${JSON.stringify(lines)}`);
const python = (text: string) => wheel(any, `requires-python = "${text}"`);

testRule(rule, {
  valid: [
    {
      name: 'all that the specification allows',
      wheelhouse: requires(
        ...['a', 'b (>=1.0,)', 'c[x, y]>=1,<2; python_version in "3.8 3.9"', 'd @ https://example.org/d.whl'],
        ...['e===anything', "f; os.name == 'nt'", 'g==1.0.*', 'h~=1.0'],
      ),
    },
    { name: 'a Requires-Python', wheelhouse: python('>=3.9,!=3.10.*') },
    { name: 'an empty one', wheelhouse: python('') },
    { name: 'no METADATA', wheelhouse: wheel(any, 'omit = ["METADATA"]') },
  ],
  invalid: [
    {
      name: 'what uv repairs',
      wheelhouse: requires(
        'a>=1.0.*',
        'b (>=7.2.0<8.0.0)',
        'c!=~5.0',
        "d>=2.7'",
        'e!=3.0*',
        'f>dev',
        'g>=9.0.0a1.0',
      ),
      findings: [
        {
          message: 'repaired',
          severity: 'error',
          member: 'demo-1.0.dist-info/METADATA',
          line: 4,
          data: { requirement: 'a>=1.0.*', reason: "'>=1.0.*' cannot have '.*'", suggestion: 'a>=1.0' },
        },
        { message: 'repaired', data: { suggestion: 'b (>=7.2.0,<8.0.0)' } },
        { message: 'repaired', data: { suggestion: 'c!=5.0.*' } },
        { message: 'repaired', data: { suggestion: 'd>=2.7' } },
        { message: 'repaired', data: { suggestion: 'e!=3.0.*' } },
        { message: 'repaired', data: { suggestion: 'f>0.0.0dev' } },
        { message: 'repaired', data: { suggestion: 'g>=9.0.0a1' } },
      ],
    },
    {
      name: 'what nobody reads',
      wheelhouse: requires('a b', 'c>=1.0+site', 'd; nonsense == "x"', 'e (>=1', "f==x; extra == 'dev'"),
      findings: [4, 5, 6, 7, 8].map((line) => ({ message: 'broken', line })),
    },
    {
      name: 'a Requires-Python that nobody reads, and one that uv repairs',
      wheelhouse: python('3.9') + python('>=3.8.*'),
      findings: [
        { message: 'python', severity: 'warning', line: 4, data: { python: '3.9' } },
        { message: 'pythonRepaired', line: 4, data: { suggestion: '>=3.8' } },
      ],
    },
  ],
});
