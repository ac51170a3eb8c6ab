import rule from '../../rules/yanked-upstream.ts';
import { listed, wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const any = 'demo-1.0-py3-none-any.whl';
const yanked = 'yanked = true';
const linux = 'demo-1.0-cp311-cp311-linux_x86_64.whl';

testRule(rule, {
  valid: [
    { name: 'nothing yanked', wheelhouse: wheel(any) + listed(any) },
    {
      name: 'another version',
      wheelhouse: wheel(any) + listed(any) + listed('demo-1.1-py3-none-any.whl', yanked),
    },
    { name: 'not on the index', wheelhouse: wheel(any) },
    { name: 'one file of the version stays', wheelhouse: wheel(any) + listed(any, yanked) + listed(linux) },
    { name: 'the sdist stays', wheelhouse: wheel(any) + listed(any, yanked) + listed('demo-1.0.0.tar.gz') },
    {
      name: 'a name that is no version',
      wheelhouse: wheel(any) + listed('demo-odd-py3-none-any.whl', yanked),
    },
    { name: 'no index was asked', wheelhouse: wheel(any) + listed(any, yanked), index: 'offline' },
    { name: 'the index did not answer', wheelhouse: wheel(any) + listed(any, yanked), index: 'unchecked' },
  ],
  invalid: [
    {
      name: 'without a reason',
      wheelhouse: wheel(any) + listed(any, yanked),
      findings: [
        {
          message: 'yanked',
          severity: 'warning',
          data: { index: 'https://index.example/pypi', version: '1.0' },
        },
      ],
    },
    {
      name: 'with a reason, the first one given',
      wheelhouse: wheel(any) + listed(any, yanked) + listed('demo-1.0.tar.gz', 'yanked = "broken"'),
      findings: [{ message: 'reason', data: { reason: 'broken' } }],
    },
    {
      name: 'an untouched copy',
      wheelhouse: wheel(any) + listed(any, 'sha256 = "same"\nyanked = "broken"'),
      findings: [{ message: 'reason' }],
    },
    {
      name: 'a labelled build of it, and another spelling of the version',
      wheelhouse: wheel('demo-1.0+mysite-py3-none-any.whl') + listed('demo-1.0.0.tar.gz', yanked),
      findings: [{ message: 'yanked', data: { version: '1.0' } }],
    },
    {
      name: 'every wheel of it',
      wheelhouse: wheel(any) + wheel(linux) + listed(any, yanked),
      findings: [
        { message: 'yanked', wheel: linux },
        { message: 'yanked', wheel: any },
      ],
    },
  ],
});
