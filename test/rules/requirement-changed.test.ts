import rule from '../../rules/requirement-changed.ts';
import { listed, wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const own = 'demo-1.0+mysite-py3-none-any.whl';
const any = 'demo-1.0-py3-none-any.whl';
const linux = 'demo-1.0-cp311-cp311-manylinux_2_28_x86_64.whl';
const mac = 'demo-1.0-cp311-cp311-macosx_14_0_arm64.whl';
const index = 'https://index.example/pypi';

function requires(...lines: readonly string[]): string {
  return `requires = ${JSON.stringify(lines)}\n`;
}

testRule(rule, {
  valid: [
    { name: 'nothing required', wheelhouse: wheel(own) + listed(any, requires()) },
    {
      name: 'another order and spelling',
      wheelhouse:
        wheel(own, requires("Foo_Bar [B,a] >=1.0,<2 ; python_version>'3.8' and extra == 'X_y'", 'b')) +
        listed(any, requires('b', `foo.bar[a,b] (<2.0.0, >=1); (extra=="x-y") and '3.8' < python_version`)),
    },
    {
      name: 'the same requirement twice',
      wheelhouse: wheel(own, requires('a', 'a>=0', 'A')) + listed(any, requires('a>=0.0', 'a')),
    },
    {
      name: 'what cannot be read, letter for letter',
      wheelhouse: wheel(own, requires('a b')) + listed(any, requires('a  b')),
    },
    {
      name: 'the index offers no METADATA',
      wheelhouse: wheel(own, requires('a')) + listed(any),
    },
    {
      name: 'another version',
      wheelhouse: wheel(own, requires('a')) + listed('demo-1.0.1-py3-none-any.whl', requires()),
    },
    {
      name: 'another build of the version, with another label',
      wheelhouse: wheel(own, requires('a')) + listed('demo-1.0+cpu-py3-none-any.whl', requires()),
    },
    {
      name: "a copy of the index's file",
      wheelhouse: wheel(any, requires('a')) + listed(any, `sha256 = "same"\n${requires()}`),
    },
    {
      name: 'the wheel for the same system is the measure',
      wheelhouse:
        wheel('demo-1.0+mysite-cp311-cp311-linux_x86_64.whl', requires('a')) +
        listed(mac, requires('b')) +
        listed(linux, requires('a')) +
        listed('demo-1.0-cp312-cp312-manylinux_2_28_x86_64.whl', requires('c')),
    },
    {
      name: 'a build with the same label is a better one still',
      wheelhouse:
        wheel(own, requires('a')) +
        listed(any, requires('b')) +
        listed('demo-1.0+mysite-cp39-cp39-win_amd64.whl', requires('a')),
    },
    {
      name: 'the same Requires-Python in other words',
      wheelhouse:
        wheel(own, 'requires-python = "<4,>=3.8"') +
        listed(any, `requires-python = ">=3.8.0, <4"\n${requires()}`),
    },
    {
      name: 'a wheel that cannot be read',
      wheelhouse: wheel(own, 'raw = "nothing"') + listed(any, requires('a')),
    },
    {
      name: 'no index was asked',
      wheelhouse: wheel(own, requires('a')) + listed(any, requires()),
      index: 'offline',
    },
    {
      name: 'the index did not answer',
      wheelhouse: wheel(own, requires('a')) + listed(any, requires()),
      index: 'unchecked',
    },
  ],
  invalid: [
    {
      name: 'a requirement that was dropped, and one that came',
      wheelhouse: wheel(own, requires('a', 'mpi4py')) + listed(any, requires('nvidia-nccl-cu12==2.1', 'a')),
      findings: [
        { message: 'removed', severity: 'info', data: { index, requirements: 'nvidia-nccl-cu12==2.1' } },
        { message: 'added', line: 5, data: { requirements: 'mpi4py' } },
      ],
    },
    {
      name: 'a lost marker',
      wheelhouse: wheel(own, requires('a')) + listed(any, requires("a; extra == 'fast'")),
      findings: [
        {
          message: 'changed',
          line: 4,
          data: { requirements: "a' instead of 'a; extra == 'fast'" },
        },
      ],
    },
    {
      name: 'another version of it, for one of two extras',
      wheelhouse:
        wheel(own, requires("a>=2; extra == 'y'", "a>=1; extra == 'x'")) +
        listed(any, requires("a>=1; extra == 'x'", "a>=1; extra == 'y'")),
      findings: [
        {
          message: 'changed',
          data: { requirements: "a>=2; extra == 'y'' instead of 'a>=1; extra == 'y'" },
        },
      ],
    },
    {
      name: 'versions that look the same and are not',
      wheelhouse:
        wheel(own, requires('a~=1.0', 'b==1.0.*')) + listed(any, requires('a~=1.0.0', 'b==1.0.0.*')),
      findings: [
        {
          message: 'changed',
          data: { requirements: "a~=1.0' instead of 'a~=1.0.0', 'b==1.0.*' instead of 'b==1.0.0.*" },
        },
      ],
    },
    {
      name: 'many of them',
      wheelhouse: wheel(own) + listed(any, requires('a', 'b', 'c', 'd', 'e', 'f')),
      findings: [{ message: 'removed', data: { requirements: "a', 'b', 'c', 'd', '2 more" } }],
    },
    {
      name: 'another Python',
      wheelhouse:
        wheel(own, 'requires-python = ">=3.9"') + listed(any, `requires-python = ">=3.11"\n${requires()}`),
      findings: [{ message: 'python', line: 4, data: { mine: '>=3.9', theirs: '>=3.11' } }],
    },
    {
      name: 'a lost Requires-Python',
      wheelhouse: wheel(own) + listed(any, `requires-python = ">=3.11"\n${requires()}`),
      findings: [{ message: 'python', data: { mine: 'any', theirs: '>=3.11' } }],
    },
    {
      name: 'each wheel of the version, other bytes under the name of upstream too',
      wheelhouse: wheel(own, requires('a')) + wheel(any, requires('a')) + listed(any, requires()),
      findings: [
        { message: 'added', wheel: own },
        { message: 'added', wheel: any },
      ],
    },
  ],
});
