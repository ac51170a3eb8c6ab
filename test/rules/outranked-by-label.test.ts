import rule from '../../rules/outranked-by-label.ts';
import { everyEra, installers, listed, wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const tagged = (version: string, tags = 'cp311-cp311-linux_x86_64') => `demo-${version}-${tags}.whl`;
const own = tagged('1.0+computecanada');

testRule(rule, {
  valid: [
    { name: 'no label on the index', wheelhouse: wheel(own) + listed(tagged('1.0')) },
    { name: 'a lower label', wheelhouse: wheel(own) + listed(tagged('1.0+alliance')) },
    { name: 'the same label', wheelhouse: wheel(own) + listed(tagged('1.0+ComputeCanada')) },
    {
      name: 'one that begins with it is higher here',
      wheelhouse: wheel(own) + listed(tagged('1.0+compute')),
    },
    { name: 'a number beats every word', wheelhouse: wheel(tagged('1.0+1.site')) + listed(tagged('1.0+zz')) },
    { name: 'another version', wheelhouse: wheel(own) + listed(tagged('1.0.1+cpu')) },
    {
      name: 'another Python',
      wheelhouse: wheel(own) + listed(tagged('1.0+cpu', 'cp310-cp310-linux_x86_64')),
    },
    {
      name: 'manylinux where it is refused',
      wheelhouse: `[target]\nmanylinux = false\n${wheel(own)}${listed(tagged('1.0+cpu', 'cp311-cp311-manylinux1_x86_64'))}`,
    },
    {
      name: 'an untouched copy of another file of the index',
      wheelhouse: wheel(tagged('1.0')) + listed(tagged('1.0'), 'sha256 = "same"') + listed(tagged('1.0+cpu')),
    },
    {
      name: 'a stronger label in the wheelhouse',
      wheelhouse: wheel(own) + wheel(tagged('1.0+torch29')) + listed(tagged('1.0+cpu')),
    },
    {
      name: 'a yanked file',
      wheelhouse: installers('pip@26.2') + wheel(own) + listed(tagged('1.0+cpu'), 'yanked = true'),
    },
    { name: 'no index was asked', wheelhouse: wheel(own) + listed(tagged('1.0+cpu')), index: 'offline' },
  ],
  invalid: [
    {
      name: 'every installer compares labels first',
      wheelhouse:
        everyEra +
        wheel(tagged('1.0+computecanada', 'cp39-cp39-linux_x86_64')) +
        listed(tagged('1.0+cpu', 'py3-none-any')),
      findings: [
        {
          message: 'label',
          severity: 'warning',
          data: {
            index: 'https://index.example/pypi',
            other: tagged('1.0+cpu', 'py3-none-any'),
            theirs: 'pip 20.2, pip 21.0, pip 26.2, pip 26.3 and uv',
            label: 'cpu',
            own: 'computecanada',
          },
        },
      ],
    },
    ...['cpu', 'cu118', 'cu126', 'rocm6.2', 'torch210.computecanada', 'computecanada.1', '1'].map(
      (label) => ({
        name: `+${label}`,
        wheelhouse: wheel(own) + listed(tagged(`1.0+${label}`)),
        findings: [{ message: 'label', data: { label } }],
      }),
    ),
    {
      name: 'no label of its own',
      wheelhouse: wheel(tagged('1.0')) + listed(tagged('1.0.0+cpu')),
      findings: [{ message: 'unlabelled', data: { label: 'cpu' } }],
    },
    {
      name: 'the highest label is the one that is installed',
      wheelhouse:
        wheel(own) + ['cpu', 'cu126', 'cu118'].map((label) => listed(tagged(`1.0+${label}`))).join(''),
      findings: [{ message: 'label', data: { label: 'cu126', other: tagged('1.0+cu126') } }],
    },
    {
      name: 'an sdist, which is built',
      wheelhouse: wheel(own) + listed('demo-1.0+cpu.tar.gz'),
      findings: [{ message: 'label', data: { other: 'demo-1.0+cpu.tar.gz' } }],
    },
    {
      name: 'a py3 wheel, on the one Python that the index has it for',
      wheelhouse:
        '[target]\ninstallers = ["pip@26.2"]\npython = ["3.11", "3.12"]\n' +
        wheel(tagged('1.0+computecanada', 'py3-none-any')) +
        listed(tagged('1.0+cpu')),
      findings: [{ message: 'label', data: { theirs: 'pip 26.2 (Python 3.11 on linux_x86_64)' } }],
    },
    {
      name: 'a copy of one file of the index is not what is compared: this build is no copy',
      wheelhouse: wheel(own) + listed(own) + listed(tagged('1.0+cpu')),
      findings: [{ message: 'label' }],
    },
    {
      name: 'a yanked file that uv takes for a pin',
      wheelhouse: installers('pip@26.2', 'uv') + wheel(own) + listed(tagged('1.0+cpu'), 'yanked = true'),
      findings: [{ message: 'label', data: { theirs: 'uv' } }],
    },
  ],
});
