import rule from '../../rules/unsatisfied-requirement.ts';
import { listed, stack, wheel, wheelIn } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const target = '[target]\ninstallers = ["pip@26.2"]\npython = ["3.11"]\nplatform = ["linux_x86_64"]\n';
const any = 'demo-1.0-py3-none-any.whl';
const requires = (...lines: readonly string[]) => `requires = ${JSON.stringify(lines)}\n`;
const demo = (...lines: readonly string[]) => wheel(any, requires(...lines));

testRule(rule, {
  valid: [
    { name: 'nothing required', wheelhouse: target + demo() },
    {
      name: 'there in the wheelhouse',
      wheelhouse: target + demo('Other_Pkg>=1', 'demo') + wheel('other_pkg-1.2-cp311-cp311-linux_x86_64.whl'),
    },
    {
      name: 'there on the index, in one of many versions',
      wheelhouse:
        target +
        demo('other<2', 'more==1.0') +
        listed('other-3.0-py3-none-any.whl') +
        listed('other-1.0-py3-none-any.whl') +
        listed('more-1.0.tar.gz'),
    },
    {
      name: 'a build with a label',
      wheelhouse: target + demo('other==1.0') + wheel('other-1.0+site-py3-none-any.whl'),
    },
    {
      name: 'markers that do not hold on the target',
      wheelhouse:
        target +
        demo(
          ...["a; sys_platform == 'win32'", "b; python_version < '3.11'", "c; platform_machine == 'aarch64'"],
          ...["d; implementation_name == 'pypy'", "e; python_full_version < '3.11.2'", "f; extra == 'test'"],
        ),
    },
    { name: 'a marker that cannot be told', wheelhouse: target + demo("a; platform_release >= '6'") },
    {
      name: 'what cannot be read, and URLs',
      wheelhouse: target + demo('a b', 'c @ https://example.org/c.whl'),
    },
    {
      name: 'allowed',
      wheelhouse: target + demo('mpi4py', 'nvidia-nccl'),
      options: { allow: ['mpi4py', 'nvidia-*'] },
    },
    {
      name: 'a wheel that no target takes',
      wheelhouse: target + wheel('demo-1.0-cp39-cp39-linux_x86_64.whl', requires('gone')),
    },
    { name: 'the index did not answer', wheelhouse: target + demo('gone'), index: 'unchecked' },
    {
      name: 'yanked, and pinned',
      wheelhouse: target + demo('other==1.0') + listed('other-1.0-py3-none-any.whl', 'yanked = true'),
    },
    {
      name: 'a folder of the same stack',
      wheelhouse:
        target +
        stack('s', 'a', 'b') +
        wheelIn('a', any, requires('other')) +
        wheelIn('b', 'other-1-py3-none-any.whl'),
    },
  ],
  invalid: [
    {
      name: 'nowhere',
      wheelhouse:
        target + demo('six', 'gone>=1; sys_platform == "linux"') + listed('six-1.0-py3-none-any.whl'),
      findings: [
        {
          message: 'nowhere',
          severity: 'warning',
          member: 'demo-1.0.dist-info/METADATA',
          line: 5,
          data: { project: 'gone', requirement: 'gone>=1; sys_platform == "linux"', targets: 'pip 26.2' },
        },
      ],
    },
    {
      name: 'without an index it is what the wheelhouse lacks',
      wheelhouse: target + demo('six') + listed('six-1.0-py3-none-any.whl'),
      index: 'offline',
      findings: [{ message: 'nowhere', data: { project: 'six' } }],
    },
    {
      name: 'other versions only',
      wheelhouse:
        target +
        demo('other>=2', 'more==1.0+cu118', 'yank>=1') +
        wheel('other-1.9-py3-none-any.whl') +
        listed('more-1.0-py3-none-any.whl') +
        listed('yank-1.0-py3-none-any.whl', 'yanked = true'),
      findings: [
        { message: 'version', line: 4, data: { project: 'other' } },
        { message: 'version', line: 5, data: { project: 'more' } },
        { message: 'version', line: 6, data: { project: 'yank' } },
      ],
    },
    {
      name: 'other machines and Pythons only',
      wheelhouse:
        target +
        demo('other', 'more') +
        wheel('other-1.0-cp310-cp310-linux_x86_64.whl') +
        wheel('more-1.0-py3-none-any.whl', 'requires-python = ">=3.12"'),
      findings: [
        { message: 'file', line: 4, data: { project: 'other', targets: 'pip 26.2' } },
        { message: 'file', line: 5, data: { project: 'more' } },
      ],
    },
    {
      name: 'on one of the Pythons that the wheels are for',
      wheelhouse:
        '[target]\ninstallers = ["pip@26.2"]\n' +
        demo('other') +
        wheel('other-1.0-cp311-cp311-linux_x86_64.whl') +
        wheel('third-1.0-cp312-cp312-linux_x86_64.whl'),
      findings: [{ message: 'file', data: { targets: 'pip 26.2 (Python 3.12 on linux_x86_64)' } }],
    },
    {
      name: 'behind an extra that another wheel asks for',
      wheelhouse:
        target +
        demo('Other[Fast_Mode]') +
        wheel('other-1.0-py3-none-any.whl', requires("gone; extra == 'fast-mode'", "lost; extra == 'slow'")),
      findings: [{ message: 'nowhere', wheel: 'other-1.0-py3-none-any.whl', data: { project: 'gone' } }],
    },
    {
      name: 'in a folder of another stack',
      wheelhouse:
        target +
        stack('s', 'a') +
        stack('t', 'b') +
        wheelIn('a', any, requires('other')) +
        wheelIn('b', 'other-1-py3-none-any.whl'),
      findings: [{ message: 'nowhere', wheel: `a/${any}` }],
    },
  ],
});
