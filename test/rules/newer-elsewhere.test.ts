import rule from '../../rules/newer-elsewhere.ts';
import { everyEra, installers, listed, stack, wheel, wheelIn } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const any = (version: string) => `demo-${version}-py3-none-any.whl`;
const cp = (version: string, python = 'cp311') => `demo-${version}-${python}-${python}-linux_x86_64.whl`;

testRule(rule, {
  valid: [
    { name: 'the same version', wheelhouse: wheel(any('1.0')) + listed(any('1.0.0')) },
    { name: 'a higher label is no newer version', wheelhouse: wheel(any('1.0')) + listed(any('1.0+cpu')) },
    { name: 'an older one', wheelhouse: wheel(any('1.0')) + listed(any('0.9')) },
    { name: 'a pre-release', wheelhouse: wheel(any('1.0')) + listed(any('1.1rc1')) },
    { name: 'a yanked one', wheelhouse: wheel(any('1.0')) + listed(any('1.1'), 'yanked = true') },
    { name: 'one for another Python', wheelhouse: wheel(cp('1.0')) + listed(cp('1.1', 'cp312')) },
    {
      name: 'one that asks for a newer Python',
      wheelhouse: wheel(cp('1.0')) + listed(any('1.1'), 'requires-python = ">=3.12"'),
    },
    {
      name: 'a newer one in the wheelhouse',
      wheelhouse: wheel(any('1.0')) + wheel(any('1.2')) + listed(any('1.1')),
    },
    { name: 'no index was asked', wheelhouse: wheel(any('1.0')) + listed(any('1.1')), index: 'offline' },
  ],
  invalid: [
    {
      name: 'a newer version wins in every installer',
      wheelhouse: everyEra + wheel(any('1.0+mysite')) + listed(any('1.0.post1')) + listed(any('1.0')),
      findings: [
        {
          message: 'newer',
          severity: 'info',
          data: {
            index: 'https://index.example/pypi',
            other: any('1.0.post1'),
            newer: '1.0.post1',
            version: '1.0+mysite',
            installers: 'pip 20.2, pip 21.0, pip 26.2, pip 26.3 and uv',
          },
        },
      ],
    },
    {
      name: 'the newest local one alone',
      wheelhouse: wheel(any('0.9')) + wheel(any('1.0')) + listed(any('1.1')),
      findings: [{ message: 'newer', wheel: any('1.0') }],
    },
    {
      name: 'an sdist, which is built',
      wheelhouse: wheel(any('1.0')) + listed('demo-1.1.tar.gz'),
      findings: [{ message: 'newer', data: { other: 'demo-1.1.tar.gz' } }],
    },
    {
      name: 'on one Python of several',
      wheelhouse:
        '[target]\ninstallers = ["pip@26.2"]\npython = ["3.11", "3.12"]\n' +
        wheel(any('1.0')) +
        listed(cp('1.1', 'cp312')),
      findings: [{ message: 'newer', data: { installers: 'pip 26.2 (Python 3.12 on linux_x86_64)' } }],
    },
    {
      name: 'different versions for different Pythons: that of most of them',
      wheelhouse:
        '[target]\ninstallers = ["pip@26.2"]\npython = ["3.9", "3.11", "3.12"]\n' +
        wheel(any('1.0')) +
        listed(any('1.1')) +
        listed(any('1.2'), 'requires-python = ">=3.10"'),
      findings: [
        {
          message: 'newer',
          data: { newer: '1.2', installers: 'pip 26.2 (Python 3.11 on linux_x86_64 and 1 more)' },
        },
      ],
    },
    {
      name: 'each wheel of several Pythons, for its own',
      wheelhouse: wheel(cp('1.0', 'cp310')) + wheel(cp('1.0')) + listed(any('1.1')),
      findings: ['cp310', 'cp311'].map((python) => ({
        message: 'newer',
        wheel: cp('1.0', python),
        data: { installers: 'pip 26.2, pip 26.3 and uv' },
      })),
    },
    {
      name: 'a wheel in two stacks once',
      wheelhouse:
        installers('pip@26.2') +
        stack('one', 'a', 'b') +
        stack('two', 'b', 'a') +
        wheelIn('a', any('1.0')) +
        listed(any('1.1')),
      findings: [{ message: 'newer' }],
    },
  ],
});
