import rule from '../../rules/label-order.ts';
import { everyEra, installers, listed, stack, wheel, wheelIn } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const tagged = (label: string, python = 'cp311', version = '1.0') =>
  `demo-${version}+${label}-${python}-${python}-linux_x86_64.whl`;
const labelled = (...labels: string[]) => labels.map((label) => wheel(tagged(label))).join('');

testRule(rule, {
  valid: [
    { name: 'one label', wheelhouse: labelled('torch210') },
    { name: 'the larger number wins', wheelhouse: labelled('torch27', 'torch29') },
    { name: 'a number that is a segment of its own', wheelhouse: labelled('torch.2.10', 'torch.2.9') },
    { name: 'other words have no size', wheelhouse: labelled('cpu', 'cu118', 'rocm6') },
    {
      name: 'another version',
      wheelhouse: wheel(tagged('torch210')) + wheel(tagged('torch29', 'cp311', '1.1')),
    },
    { name: 'another Python', wheelhouse: wheel(tagged('torch210')) + wheel(tagged('torch29', 'cp312')) },
    {
      name: 'the hashes of commits are no numbers',
      wheelhouse: labelled('g12ab34f', 'g9ab34f1') + labelled('12ab34f.d', '9ab34f1.d'),
    },
    { name: 'CUDA 12 is newer than 11.8', wheelhouse: labelled('cu118', 'cu12', 'cu128', 'cu13') },
    { name: 'no label configured, so none is foreign', wheelhouse: labelled('computecanada', 'cpu') },
    {
      name: 'the configured label among others',
      wheelhouse: labelled('computecanada', 'cu118.computecanada'),
      label: 'computecanada',
    },
    { name: 'two foreign ones', wheelhouse: labelled('alliance', 'cpu'), label: 'computecanada' },
    {
      name: 'a configured label that wins',
      wheelhouse: labelled('zeta', 'cpu'),
      label: 'zeta',
    },
    {
      name: 'a label in the wheelhouse, none beside it',
      wheelhouse: labelled('a') + wheel('demo-1.0-cp311-cp311-linux_x86_64.whl'),
      label: 'a',
    },
    {
      name: 'folders that no pip sees together',
      wheelhouse:
        stack('new', 'torch210') +
        stack('old', 'torch29') +
        wheelIn('torch210', tagged('torch210')) +
        wheelIn('torch29', tagged('torch29')),
    },
    {
      name: 'the label of an index is the business of outranked-by-label',
      wheelhouse: labelled('torch210') + listed(tagged('torch29')),
    },
    {
      name: 'an index wins over both, which another rule says',
      wheelhouse: labelled('torch210', 'torch29') + listed(tagged('zz')),
    },
    {
      name: 'METADATA without the label: pip discards what would win',
      wheelhouse:
        installers('pip@26.2') + wheel(tagged('torch210')) + wheel(tagged('torch29'), 'version = "1.0"'),
    },
  ],
  invalid: [
    {
      name: 'ten comes before nine, in every installer',
      wheelhouse: everyEra + ['torch210', 'torch29'].map((label) => wheel(tagged(label, 'cp39'))).join(''),
      findings: [
        {
          message: 'number',
          severity: 'warning',
          wheel: tagged('torch210', 'cp39'),
          data: {
            own: 'torch210',
            label: 'torch29',
            other: tagged('torch29', 'cp39'),
            theirs: 'pip 20.2, pip 21.0, pip 26.2, pip 26.3 and uv',
          },
        },
      ],
    },
    {
      name: 'the first users: the torch of a label, behind which stands their own',
      wheelhouse: labelled(
        'torch27.computecanada',
        'torch210.computecanada',
        'torch29.computecanada',
        'computecanada',
      ),
      label: 'computecanada',
      findings: [
        {
          message: 'number',
          wheel: tagged('torch210.computecanada'),
          data: { label: 'torch29.computecanada' },
        },
      ],
    },
    {
      name: 'CUDA 10.1 and 9.2',
      wheelhouse: labelled('cu101', 'cu92'),
      findings: [{ message: 'number', data: { own: 'cu101', label: 'cu92' } }],
    },
    {
      name: 'ROCm 10 and 7',
      wheelhouse: labelled('rocm10', 'rocm7'),
      findings: [{ message: 'number', data: { own: 'rocm10', label: 'rocm7' } }],
    },
    {
      name: 'a number inside a later segment',
      wheelhouse: labelled('cu12torch2.10cxx11', 'cu12torch2.4cxx11'),
      findings: [{ message: 'number', wheel: tagged('cu12torch2.10cxx11') }],
    },
    {
      name: 'a vendor’s label beats the configured one',
      wheelhouse: labelled('computecanada', 'cpu', 'cu118'),
      label: 'computecanada',
      findings: [
        {
          message: 'foreign',
          wheel: tagged('computecanada'),
          data: { label: 'cu118', other: tagged('cu118'), theirs: 'pip 26.2, pip 26.3 and uv' },
        },
      ],
    },
    {
      name: 'a label that only contains the configured one is foreign',
      wheelhouse: labelled('site', 'website'),
      label: 'site',
      findings: [{ message: 'foreign', data: { own: 'site', label: 'website' } }],
    },
    {
      name: 'on the Python that both are for',
      wheelhouse:
        installers('pip@26.2') +
        wheel('demo-1.0+torch210-py3-none-any.whl') +
        wheel(tagged('torch29')) +
        wheel(tagged('torch211', 'cp312')),
      findings: [
        {
          message: 'number',
          wheel: 'demo-1.0+torch210-py3-none-any.whl',
          data: { theirs: 'pip 26.2 (Python 3.11 on linux_x86_64)' },
        },
      ],
    },
    {
      name: 'in two folders of one stack',
      wheelhouse:
        stack('all', 'new', 'old') + wheelIn('new', tagged('torch210')) + wheelIn('old', tagged('torch29')),
      findings: [{ message: 'number', wheel: `new/${tagged('torch210')}` }],
    },
    {
      name: 'in two stacks it is told once',
      wheelhouse:
        stack('one', 'new', 'old') +
        stack('two', 'old', 'new') +
        wheelIn('new', tagged('torch210')) +
        wheelIn('old', tagged('torch29')),
      findings: [{ message: 'number', wheel: `new/${tagged('torch210')}` }],
    },
  ],
});
