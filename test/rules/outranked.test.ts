import rule from '../../rules/outranked.ts';
import { everyEra, installers, listed, wheel, wheelIn } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const any = 'demo-1.0-py3-none-any.whl';
const cp = (python: string, platform = 'linux_x86_64') => `demo-1.0-${python}-${python}-${platform}.whl`;
const linux = cp('cp311');
const manylinux = cp('cp311', 'manylinux_2_17_x86_64');
const pythons = (...some: string[]) =>
  `[target]\ninstallers = ["pip@26.2"]\npython = ${JSON.stringify(some)}\n`;

testRule(rule, {
  valid: [
    { name: 'a worse file', wheelhouse: wheel(manylinux) + listed(any) },
    {
      name: 'an equal one is for other rules',
      wheelhouse: wheel(any) + listed('demo-1.0.0-py3-none-any.whl'),
    },
    { name: 'the same name', wheelhouse: wheel(any) + listed(any) },
    {
      name: 'another version',
      wheelhouse: wheel(linux) + listed('demo-1.1-cp311-cp311-manylinux1_x86_64.whl'),
    },
    {
      name: 'a label wins over every tag',
      wheelhouse: wheel('demo-1.0+x-py3-none-any.whl') + listed(manylinux),
    },
    { name: 'the wheel of another Python', wheelhouse: wheel(cp('cp310')) + listed(manylinux) },
    { name: 'the wheel of another machine', wheelhouse: wheel(linux) + listed(cp('cp311', 'win_amd64')) },
    {
      name: 'an untouched copy',
      wheelhouse: wheel(any) + listed(any, 'sha256 = "same"') + listed(cp('cp313', 'manylinux_2_17_x86_64')),
    },
    {
      name: 'manylinux where it is refused',
      wheelhouse: `[target]\nmanylinux = false\n${wheel(linux)}${listed(manylinux)}`,
    },
    {
      name: 'a glibc that is too old for it',
      wheelhouse: `[target]\nglibc = "2.16"\n${wheel(linux)}${listed(manylinux)}`,
    },
    { name: 'pip 26.3 prefers linux', wheelhouse: installers('pip@26.3') + wheel(linux) + listed(manylinux) },
    { name: 'an sdist', wheelhouse: wheel(any) + listed('demo-1.0.tar.gz') },
    { name: 'a file that no installer reads', wheelhouse: wheel(any) + listed('demo-1.0-odd.whl') },
    {
      name: 'a yanked file, but uv takes those that are pinned',
      wheelhouse:
        installers('pip@20.2', 'pip@26.2', 'pip@26.3') + wheel(linux) + listed(manylinux, 'yanked = true'),
    },
    {
      name: 'Requires-Python of the index rules it out',
      wheelhouse: wheel(linux) + listed(manylinux, 'requires-python = ">=3.12"'),
    },
    { name: 'METADATA that is wrong', wheelhouse: wheel(linux, 'version = "2.0"') + listed(manylinux) },
    {
      name: 'a labelled build beside them wins over both',
      wheelhouse: wheel(linux) + listed(manylinux) + wheel('demo-1.0+mysite-cp311-cp311-linux_x86_64.whl'),
    },
    {
      name: 'a label on the index wins over both',
      wheelhouse: wheel(linux) + listed(manylinux) + listed('demo-1.0+cpu-cp311-cp311-linux_x86_64.whl'),
    },
    {
      name: 'a better file in another folder',
      wheelhouse: wheelIn('a', linux) + wheelIn('b', manylinux) + listed(any),
    },
    { name: 'no index was asked', wheelhouse: wheel(linux) + listed(manylinux), index: 'offline' },
  ],
  invalid: [
    {
      name: 'manylinux before linux, until pip 26.3',
      wheelhouse: everyEra + wheel(cp('cp39')) + listed(cp('cp39', 'manylinux2014_x86_64')),
      findings: [
        {
          message: 'split',
          severity: 'warning',
          data: {
            index: 'https://index.example/pypi',
            other: cp('cp39', 'manylinux2014_x86_64'),
            theirs: 'pip 20.2, pip 21.0, pip 26.2 and uv',
            mine: 'pip 26.3',
            reason: 'manylinux comes before linux_*',
          },
        },
      ],
    },
    {
      name: 'a build tag came before the tags, until pip 21.1',
      wheelhouse:
        everyEra +
        wheel('demo-1.0-1-cp39-cp39-linux_x86_64.whl') +
        listed(cp('cp39', 'manylinux2014_x86_64')),
      findings: [
        {
          message: 'split',
          data: { theirs: 'pip 26.2 and uv', mine: 'pip 20.2, pip 21.0 and pip 26.3' },
        },
      ],
    },
    {
      name: 'a higher build tag of the same file',
      wheelhouse: installers('pip@26.2') + wheel(linux) + listed('demo-1.0-1-cp311-cp311-linux_x86_64.whl'),
      findings: [{ message: 'theirs', data: { theirs: 'pip 26.2', reason: 'has no build tag' } }],
    },
    {
      name: 'the file that is installed is named, not the first better one',
      wheelhouse:
        installers('pip@26.2') +
        wheel(linux) +
        listed(cp('cp311', 'manylinux1_x86_64')) +
        listed(cp('cp311', 'manylinux_2_28_x86_64')) +
        listed(manylinux),
      findings: [{ message: 'theirs', data: { other: cp('cp311', 'manylinux_2_28_x86_64') } }],
    },
    {
      name: 'a py3 wheel against those of each Python: one finding',
      wheelhouse:
        pythons('3.10', '3.11', '3.12') +
        wheel(any) +
        listed(any) +
        ['cp310', 'cp311', 'cp312'].map((python) => listed(cp(python, 'manylinux_2_17_x86_64'))).join(''),
      findings: [
        {
          message: 'theirs',
          data: {
            other: `${cp('cp310', 'manylinux_2_17_x86_64')} and 2 more`,
            theirs: 'pip 26.2',
            reason: 'its tag comes behind cp310-cp310-manylinux_2_17_x86_64',
          },
        },
      ],
    },
    {
      name: 'the file that most Pythons install is named first',
      wheelhouse:
        pythons('3.10', '3.11', '3.12') +
        wheel(any) +
        listed(cp('cp310', 'manylinux_2_17_x86_64')) +
        listed('demo-1.0-cp311-abi3-manylinux_2_17_x86_64.whl'),
      findings: [
        {
          message: 'theirs',
          data: { other: 'demo-1.0-cp311-abi3-manylinux_2_17_x86_64.whl and 1 more', theirs: 'pip 26.2' },
        },
      ],
    },
    {
      name: 'an abi3 wheel against that of one Python',
      wheelhouse: pythons('3.11', '3.12') + wheel('demo-1.0-cp38-abi3-linux_x86_64.whl') + listed(manylinux),
      findings: [
        {
          message: 'split',
          data: {
            theirs: 'pip 26.2 (Python 3.11 on linux_x86_64)',
            mine: 'pip 26.2 (Python 3.12 on linux_x86_64)',
          },
        },
      ],
    },
    {
      name: 'an abi3 wheel that is made for today',
      wheelhouse:
        wheel('demo-1.0-cp38-abi3-linux_x86_64.whl') + listed('demo-1.0-cp38-abi3-manylinux1_x86_64.whl'),
      findings: [{ message: 'split', data: { theirs: 'pip 26.2 and uv', mine: 'pip 26.3' } }],
    },
    {
      name: 'each wheel of several Pythons, with the file of its own',
      wheelhouse: ['cp310', 'cp311']
        .map((python) => wheel(cp(python)) + listed(cp(python, 'manylinux_2_17_x86_64')))
        .join(''),
      findings: ['cp310', 'cp311'].map((python) => ({
        message: 'split',
        wheel: cp(python),
        data: {
          other: cp(python, 'manylinux_2_17_x86_64'),
          theirs: 'pip 26.2 and uv',
          mine: 'pip 26.3',
        },
      })),
    },
    {
      name: 'a free-threaded Python',
      wheelhouse:
        wheel(any) +
        wheel('demo-2.0-cp313-cp313t-linux_x86_64.whl') +
        listed('demo-1.0-cp313-cp313t-manylinux_2_17_x86_64.whl'),
      findings: [{ message: 'theirs', data: { theirs: 'pip 26.2, pip 26.3 and uv' } }],
    },
    {
      name: 'macOS: both kinds of machines are meant by universal2',
      wheelhouse: wheel(cp('cp311', 'macosx_11_0_universal2')) + listed(cp('cp311', 'macosx_11_0_arm64')),
      findings: [
        {
          message: 'split',
          data: {
            theirs: 'pip 26.2, pip 26.3 and uv (each for Python 3.11 on macosx_15_0_arm64)',
          },
        },
      ],
    },
    {
      name: 'Windows',
      wheelhouse: wheel('demo-1.0-py3-none-win_amd64.whl') + listed('demo-1.0-cp313-cp313-win_amd64.whl'),
      findings: [{ message: 'theirs', data: { theirs: 'pip 26.2, pip 26.3 and uv' } }],
    },
    {
      name: 'the same wheel in two folders is two files that lose',
      wheelhouse: wheelIn('a', linux) + wheelIn('b', linux) + listed(manylinux),
      findings: [
        { message: 'split', wheel: `a/${linux}`, data: { theirs: 'pip 26.2 and uv', mine: 'pip 26.3' } },
        { message: 'theirs', wheel: `b/${linux}`, data: { theirs: 'pip 26.2 and uv', mine: '' } },
      ],
    },
    {
      name: 'a yanked file that uv takes for a pin',
      wheelhouse: installers('pip@26.2', 'uv') + wheel(linux) + listed(manylinux, 'yanked = true'),
      findings: [{ message: 'split', data: { theirs: 'uv', mine: 'pip 26.2' } }],
    },
  ],
});
