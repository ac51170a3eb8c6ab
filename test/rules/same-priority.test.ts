import rule from '../../rules/same-priority.ts';
import { everyEra, installers, listed, wheel, wheelIn } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const any = 'demo-1.0-py3-none-any.whl';
const longer = 'demo-1.0.0-py3-none-any.whl';
const linux = (tag: string) => `demo-1.0-cp311-cp311-${tag}.whl`;

const tie = (name: string, local: string, other: string, where = '') => ({
  name,
  wheelhouse: where + wheel(local) + listed(other),
  findings: [
    {
      message: 'split',
      severity: 'warning',
      data: { other, theirs: 'pip 26.2 and pip 26.3', mine: 'uv' },
    } as const,
  ],
});

testRule(rule, {
  valid: [
    { name: 'the same name to the letter', wheelhouse: wheel(any) + listed(any) },
    { name: 'another version', wheelhouse: wheel(any) + listed('demo-1.0.1-py3-none-any.whl') },
    { name: 'a label', wheelhouse: wheel('demo-1.0+x-py3-none-any.whl') + listed(longer) },
    {
      name: 'another build',
      wheelhouse: wheel('demo-1.0-1-py3-none-any.whl') + listed('demo-1.0-2-py3-none-any.whl'),
    },
    {
      name: 'a better tag in every environment that takes both',
      wheelhouse:
        wheel(linux('manylinux2014_x86_64')) + listed(linux('manylinux_2_17_x86_64.manylinux2014_x86_64')),
    },
    {
      name: 'linux and manylinux are never equal',
      wheelhouse: wheel(linux('linux_x86_64')) + listed(linux('manylinux_2_28_x86_64')),
    },
    {
      name: 'tags for other machines',
      wheelhouse: wheel(linux('linux_x86_64')) + listed(linux('linux_aarch64')),
    },
    {
      name: 'tags for other Pythons',
      wheelhouse:
        wheel('demo-1.0-cp310-cp310-linux_x86_64.whl') + listed('demo-1.0.0-cp311-cp311-linux_x86_64.whl'),
    },
    {
      name: 'Python 2, which nobody installs for',
      wheelhouse: wheel('demo-1.0-py2-none-any.whl') + listed('demo-1.0.0-py2-none-any.whl'),
    },
    { name: 'a yanked file loses', wheelhouse: wheel(any) + listed(longer, 'yanked = true') },
    {
      name: 'an untouched copy, whose twin is on the index as well',
      wheelhouse: wheel(any) + listed(any, 'sha256 = "same"') + listed('demo-1.0-py2.py3-none-any.whl'),
    },
    {
      name: 'manylinux where it is refused',
      wheelhouse:
        '[target]\nmanylinux = false\n' +
        wheel(linux('manylinux_2_17_x86_64')) +
        listed(linux('manylinux_2_17_x86_64.manylinux2014_x86_64')),
    },
    {
      name: 'a labelled build beside them wins over both',
      wheelhouse: wheel(any) + listed(longer) + wheelIn('more', 'demo-1.0+mysite-py3-none-any.whl'),
    },
    {
      name: 'Requires-Python of the index leaves nothing to choose',
      wheelhouse: wheel(any) + listed(longer, 'requires-python = "<3"'),
    },
    {
      name: 'METADATA for another Python: no installer takes this wheel',
      wheelhouse: wheel(any, 'requires-python = "<3"') + listed(longer),
    },
    { name: 'an sdist', wheelhouse: wheel(any) + listed('demo-1.0.tar.gz') },
  ],
  invalid: [
    tie('trailing zeros', any, longer),
    tie('py2.py3 against py3', any, 'demo-1.0-py2.py3-none-any.whl'),
    tie('build 01 against 1', 'demo-1.0-1-py3-none-any.whl', 'demo-1.0-01-py3-none-any.whl'),
    tie('old spelling of the name', 'demo_pkg-1.0-py3-none-any.whl', 'Demo.Pkg-1.0-py3-none-any.whl'),
    tie(
      'old spelling of the label',
      'demo-1.0+my.site-py3-none-any.whl',
      'demo-1.0+My_Site-py3-none-any.whl',
    ),
    tie(
      'order of a compressed tag set',
      linux('manylinux_2_17_x86_64.manylinux2014_x86_64'),
      linux('manylinux2014_x86_64.manylinux_2_17_x86_64'),
    ),
    tie(
      'an alias beside the tag that it stands for',
      linux('manylinux_2_17_x86_64'),
      linux('manylinux_2_17_x86_64.manylinux2014_x86_64'),
    ),
    tie(
      'equal on older machines only',
      linux('manylinux_2_17_x86_64'),
      linux('manylinux_2_17_x86_64.manylinux_2_28_x86_64'),
      '[target]\nglibc = "2.17"\n',
    ),
    tie('musl', linux('musllinux_1_1_x86_64'), 'demo-1.0.0-cp311-cp311-musllinux_1_1_x86_64.whl'),
    tie('macOS', linux('macosx_11_0_arm64'), linux('macosx_10_9_x86_64.macosx_11_0_arm64')),
    tie('Windows', linux('win_amd64'), linux('win_amd64.win32')),
    tie(
      'free-threaded',
      'demo-1.0-cp313-cp313t-linux_x86_64.whl',
      'demo-1.0.0-cp313-cp313t-linux_x86_64.whl',
    ),
    {
      name: 'in every era of pip',
      wheelhouse: everyEra + wheel(any) + listed(longer),
      findings: [
        {
          message: 'split',
          data: { theirs: 'pip 21.0, pip 26.2 and pip 26.3', mine: 'pip 20.2 and uv' },
        },
      ],
    },
    {
      name: 'for pip alone',
      wheelhouse: installers('pip@26.2') + wheel(any) + listed(longer),
      findings: [{ message: 'theirs', data: { theirs: 'pip 26.2', mine: '' } }],
    },
    {
      name: 'for uv alone',
      wheelhouse: installers('uv') + wheel(any) + listed(longer),
      findings: [{ message: 'mine', data: { theirs: '', mine: 'uv' } }],
    },
    {
      name: 'a tie on one Python, a better tag on another',
      wheelhouse:
        '[target]\ninstallers = ["pip@26.2"]\npython = ["3.11", "3.12"]\n' +
        wheel('demo-1.0-cp311.py3-none-any.whl') +
        listed(any),
      findings: [{ message: 'theirs', data: { theirs: 'pip 26.2 (Python 3.12 on linux_x86_64)', mine: '' } }],
    },
    {
      name: 'a tie with one file, where another one wins by its tag',
      wheelhouse:
        '[target]\ninstallers = ["pip@26.2"]\npython = ["3.11", "3.12"]\n' +
        wheel(any) +
        listed('demo-1.0-py2.py3-none-any.whl') +
        listed('demo-1.0-cp311.py3-none-any.whl'),
      findings: [
        {
          message: 'theirs',
          data: {
            other: 'demo-1.0-cp311.py3-none-any.whl',
            theirs: 'pip 26.2 (Python 3.12 on linux_x86_64)',
          },
        },
      ],
    },
    {
      name: 'two files that tie with it are one conflict: the one that is installed',
      wheelhouse: everyEra + wheel(any) + listed('demo-1.0-py2.py3-none-any.whl') + listed(longer),
      findings: [
        {
          message: 'split',
          data: { other: longer, theirs: 'pip 21.0, pip 26.2 and pip 26.3', mine: 'pip 20.2 and uv' },
        },
      ],
    },
    {
      name: 'different ones for different machines are named together',
      wheelhouse:
        installers('pip@26.2') +
        wheel('demo-1.0-cp311-cp311-win_amd64.win32.whl') +
        listed('demo-1.0.0-cp311-cp311-win_amd64.whl') +
        listed('demo-1.0.0-cp311-cp311-win32.whl'),
      findings: [
        {
          message: 'theirs',
          data: { other: 'demo-1.0.0-cp311-cp311-win32.whl and 1 more', theirs: 'pip 26.2' },
        },
      ],
    },
    {
      name: 'the copy in another folder is quiet, the other build is not',
      wheelhouse: wheelIn('copies', any) + wheelIn('own', longer) + listed(any, 'sha256 = "same"'),
      findings: [{ message: 'theirs', wheel: `own/${longer}` }],
    },
    {
      name: 'a wheel that asks for a newer Python than those of older versions',
      wheelhouse:
        wheel('demo-0.9-cp39-cp39-linux_x86_64.whl') +
        wheel(any, 'requires-python = ">=3.10"') +
        listed(longer, 'requires-python = ">=3.10"'),
      findings: [{ message: 'split', data: { theirs: 'pip 26.2 and pip 26.3', mine: 'uv' } }],
    },
    {
      name: 'no hash on the index: another name is another file',
      wheelhouse: wheel(any) + listed(longer, ''),
      findings: [{ message: 'split' }],
    },
  ],
});
