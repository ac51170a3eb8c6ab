import rule from '../../rules/not-on-index.ts';
import { listed, wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const own = 'mysite_tools-1.0-py3-none-any.whl';
const elsewhere = 'at = "https://mirror.example/simple"';
const other = listed('demo-1.0-py3-none-any.whl', elsewhere);

testRule(rule, {
  valid: [
    { name: 'listed', wheelhouse: wheel(own) + listed(own) },
    { name: 'listed in another version', wheelhouse: wheel(own) + listed('mysite_tools-0.1.tar.gz') },
    { name: 'one index of two lists it', wheelhouse: wheel(own) + other + listed(own, elsewhere) },
    { name: 'no index was asked', wheelhouse: wheel(own), index: 'offline' },
    { name: 'the index did not answer', wheelhouse: wheel(own), index: 'unchecked' },
    { name: 'a name that is none', wheelhouse: '[[wheel]]\nfilename = "odd.whl"\n' },
  ],
  invalid: [
    {
      name: 'the only index does not list it',
      wheelhouse: wheel(own),
      findings: [
        {
          message: 'one',
          severity: 'warning',
          data: { project: 'mysite-tools', index: 'https://index.example/pypi' },
        },
      ],
    },
    {
      name: 'none of two indexes lists it',
      wheelhouse: wheel(own) + other,
      findings: [{ message: 'several', data: { project: 'mysite-tools', count: '2' } }],
    },
    {
      name: 'many wheels: one finding a project',
      wheelhouse:
        wheel('mysite_tools-1.1-py3-none-any.whl') + wheel(own) + wheel('other-1.0-py3-none-any.whl'),
      findings: [
        { message: 'one', wheel: own },
        { message: 'one', wheel: 'other-1.0-py3-none-any.whl' },
      ],
    },
  ],
});
