import rule from '../../rules/label-breaking-requirement.ts';
import { wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const requiring = (...requirements: string[]) =>
  wheel('demo-1.0-py3-none-any.whl', `requires = ${JSON.stringify(requirements)}`);

testRule(rule, {
  valid: [
    { name: 'no requirement', wheelhouse: requiring() },
    {
      name: 'other operators',
      wheelhouse: requiring('a==1.0', 'b~=1.0', 'c>=1.0,<2', 'd==1.0.*', 'e!=1.0', 'f'),
    },
    { name: 'a label of its own', wheelhouse: requiring('numpy===2.1.0+mysite') },
    { name: 'a text that is no version', wheelhouse: requiring('numpy===dev') },
    { name: 'a marker with ===', wheelhouse: requiring('numpy==2.1.0; python_full_version === "3.11.2"') },
    { name: 'a requirement that cannot be read', wheelhouse: requiring('numpy===') },
    {
      name: 'a wheel that is no archive',
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'raw = "numpy===1.0"'),
    },
  ],
  invalid: [
    {
      name: 'a pin by its text',
      wheelhouse: requiring('six', 'numpy===2.1.0'),
      findings: [
        {
          message: 'arbitrary',
          severity: 'warning',
          member: 'demo-1.0.dist-info/METADATA',
          line: 5,
          data: { requirement: 'numpy===2.1.0', suggestion: 'numpy==2.1.0' },
        },
      ],
    },
    {
      name: 'extras, other clauses and the marker stay in the suggestion',
      wheelhouse: requiring('Foo.Bar[x, y] (=== 1.0, != 1.1) ; python_full_version === "3.11.2"'),
      findings: [
        {
          message: 'arbitrary',
          data: { suggestion: 'Foo.Bar[x, y] (== 1.0, != 1.1) ; python_full_version === "3.11.2"' },
        },
      ],
    },
    {
      name: 'one finding for each requirement, behind an extra as well',
      wheelhouse: requiring('a===1', 'b===2; extra == "test"'),
      findings: [
        { message: 'arbitrary', line: 4 },
        { message: 'arbitrary', line: 5 },
      ],
    },
  ],
});
