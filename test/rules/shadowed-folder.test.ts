import rule from '../../rules/shadowed-folder.ts';
import { installers, listed, stack, wheelIn } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const file = 'demo-1.0+computecanada-cp311-cp311-linux_x86_64.whl';
const any = 'demo-1.0-py3-none-any.whl';
/** A wheel that is like no other. */
const built = (folder: string, filename = file) =>
  wheelIn(folder, filename, `files = { "demo.py" = "built for ${folder}" }`);
const copied = (folder: string, filename = file) => wheelIn(folder, filename);
const builtIn = (...folders: string[]) => folders.map((folder) => built(folder)).join('');

const v4 = ['gentoo2023/x86-64-v4', 'gentoo2023/x86-64-v3', 'gentoo2023/generic', 'generic'];
const avx512 = [
  ...['gentoo2020/avx512', 'gentoo/avx512', 'gentoo2020/avx2', 'gentoo/avx2', 'gentoo2020/generic'],
  ...['gentoo/generic', 'generic'],
];
const eras = ['pip@20.2', 'pip@21.0', 'pip@26.2', 'pip@26.3', 'uv'];
// pip 20.2 calls Python 3.11 `cp3_11`.
const old = file.replaceAll('cp311', 'cp39');
const path = (first: string, second: string, which = 'smallest') =>
  `the ${which} path wins a tie, "${first}" before "${second}", whatever the configuration lists first`;

testRule(rule, {
  valid: [
    { name: 'one folder', wheelhouse: built('a') },
    { name: 'the same bytes', wheelhouse: copied('b') + copied('a') },
    { name: 'another name', wheelhouse: built('a') + built('b', file.replace('1.0', '1.1')) },
    {
      name: 'two Pythons of one version',
      wheelhouse: built('b', file.replaceAll('cp311', 'cp310')) + built('a'),
    },
    {
      name: 'the folder that is listed first wins everywhere',
      wheelhouse: installers('pip@26.2', 'uv') + stack('all', 'a', 'b') + builtIn('a', 'b'),
    },
    {
      name: 'the winner is the same to the byte, whatever else there is',
      wheelhouse: stack('all', 'c', 'b', 'a') + copied('c') + built('b') + copied('a'),
    },
    {
      name: 'folders that no pip sees together',
      wheelhouse: stack('one', 'b') + stack('two', 'a') + builtIn('b', 'a'),
    },
    {
      name: 'a label decides',
      wheelhouse: stack('all', 'b', 'a') + built('b') + built('a', file.replace('+computecanada', '+cpu')),
    },
    {
      name: 'the file of an index wins over both',
      wheelhouse: installers('pip@26.2') + built('b', any) + built('a', any) + listed(any),
    },
    {
      name: 'nobody installs for Python 2',
      wheelhouse: ['b', 'a'].map((folder) => built(folder, 'demo-1.0-py2-none-any.whl')).join(''),
    },
    {
      name: 'PDM takes the folder that is listed first',
      wheelhouse: installers('pdm') + stack('all', 'b', 'a') + builtIn('b', 'a'),
    },
    {
      name: 'Poetry takes no folders',
      wheelhouse: installers('poetry') + stack('all', 'b', 'a') + builtIn('b', 'a'),
    },
    {
      name: 'a file that pip discards does not win',
      wheelhouse:
        installers('pip@26.2') + stack('all', 'b', 'a') + built('b') + wheelIn('a', file, 'version = "2.0"'),
    },
    {
      name: 'a file that uv stops at',
      wheelhouse:
        installers('uv') + stack('all', 'b', 'a') + built('b') + wheelIn('a', file, 'version = "2.0"'),
    },
  ],
  invalid: [
    {
      name: 'the first users: generic wins, one finding, on the file for the best processor',
      wheelhouse: stack('x86-64-v4', ...v4) + builtIn(...v4),
      findings: [
        {
          message: 'shadowed',
          severity: 'warning',
          wheel: `gentoo2023/x86-64-v4/${file}`,
          data: {
            folder: 'generic',
            theirs: 'pip 26.2, pip 26.3 and uv',
            reason: path('generic', 'gentoo2023/x86-64-v4'),
          },
        },
      ],
    },
    {
      name: 'the first users in every era: the largest path won before pip 20.3',
      wheelhouse:
        installers(...eras) + stack('x86-64-v4', ...v4) + v4.map((folder) => built(folder, old)).join(''),
      findings: [
        {
          message: 'split',
          data: { folder: 'generic', theirs: 'pip 21.0, pip 26.2, pip 26.3 and uv', mine: 'pip 20.2' },
        },
      ],
    },
    {
      name: 'the first users without the generic folder: v3 wins over v4',
      wheelhouse: stack('x86-64-v4', ...v4) + builtIn('gentoo2023/x86-64-v4', 'gentoo2023/x86-64-v3'),
      findings: [
        {
          message: 'shadowed',
          wheel: `gentoo2023/x86-64-v4/${file}`,
          data: { folder: 'gentoo2023/x86-64-v3', reason: path('x86-64-v3', 'x86-64-v4') },
        },
      ],
    },
    {
      name: 'the first of those that have it is the one that is meant',
      wheelhouse: stack('x86-64-v4', ...v4) + builtIn('gentoo2023/x86-64-v3', 'generic'),
      findings: [{ message: 'shadowed', wheel: `gentoo2023/x86-64-v3/${file}`, data: { folder: 'generic' } }],
    },
    {
      name: 'the avx512 stack',
      wheelhouse: stack('avx512', ...avx512) + builtIn(...avx512),
      findings: [
        {
          message: 'shadowed',
          wheel: `gentoo2020/avx512/${file}`,
          data: { folder: 'generic', reason: path('generic', 'gentoo2020/avx512') },
        },
      ],
    },
    {
      name: 'the avx512 stack without generic: a slash sorts before a digit',
      wheelhouse: stack('avx512', ...avx512) + builtIn(...avx512.slice(0, -1)),
      findings: [
        {
          message: 'shadowed',
          wheel: `gentoo2020/avx512/${file}`,
          data: { folder: 'gentoo/avx2', reason: path('gentoo/avx2', 'gentoo2020/avx512') },
        },
      ],
    },
    {
      name: 'the avx512 stack for pip 20.2: the largest path',
      wheelhouse:
        installers('pip@20.2') +
        stack('avx512', ...avx512) +
        avx512.map((folder) => built(folder, old)).join(''),
      findings: [
        {
          message: 'shadowed',
          data: { folder: 'gentoo2020/generic', reason: path('generic', 'avx512', 'largest') },
        },
      ],
    },
    {
      name: 'both stacks of one layout: each has a file that is meant',
      wheelhouse: stack('x86-64-v4', ...v4) + stack('x86-64-v3', ...v4.slice(1)) + builtIn(...v4),
      findings: [
        { message: 'shadowed', wheel: `gentoo2023/x86-64-v3/${file}`, data: { folder: 'generic' } },
        { message: 'shadowed', wheel: `gentoo2023/x86-64-v4/${file}`, data: { folder: 'generic' } },
      ],
    },
    {
      name: 'a wheel that loses to one file in two stacks is told once',
      wheelhouse: stack('one', 'b', 'a') + stack('two', 'b', 'c', 'a') + builtIn('b', 'a'),
      findings: [{ message: 'shadowed', wheel: `b/${file}` }],
    },
    {
      name: 'without a stack every loser is told',
      wheelhouse: builtIn('a', 'b', 'c'),
      findings: [
        { message: 'shadowed', wheel: `b/${file}`, data: { folder: 'a' } },
        { message: 'shadowed', wheel: `c/${file}`, data: { folder: 'a' } },
      ],
    },
    {
      name: 'another spelling of the same version and tags',
      wheelhouse: stack('all', 'b', 'a') + built('b', any) + built('a', 'demo-1.0.0-py2.py3-none-any.whl'),
      findings: [
        { message: 'split', wheel: `b/${any}`, data: { theirs: 'pip 26.2 and pip 26.3', mine: 'uv' } },
      ],
    },
    {
      name: 'each wheel of several Pythons',
      wheelhouse:
        stack('all', 'b', 'a') +
        ['cp310', 'cp311']
          .map((python) => file.replaceAll('cp311', python))
          .map((name) => built('b', name) + built('a', name))
          .join(''),
      findings: ['cp310', 'cp311'].map((python) => ({
        message: 'shadowed',
        wheel: `b/${file.replaceAll('cp311', python)}`,
        data: { theirs: 'pip 26.2, pip 26.3 and uv' },
      })),
    },
    {
      name: 'a tie on one Python; on the other the tag is better, which is no matter of folders',
      wheelhouse:
        '[target]\ninstallers = ["pip@26.2"]\npython = ["3.11", "3.12"]\n' +
        built('a', 'demo-1.0-cp311.py3-none-any.whl') +
        built('b', any) +
        built('c', 'demo-1.0-py2.py3-none-any.whl'),
      findings: [
        {
          message: 'shadowed',
          wheel: `b/${any}`,
          data: { folder: 'a', theirs: 'pip 26.2 (Python 3.12 on linux_x86_64)' },
        },
        { message: 'shadowed', wheel: 'c/demo-1.0-py2.py3-none-any.whl', data: { folder: 'a' } },
      ],
    },
    {
      name: 'where an index wins for pip, the folders still decide for uv',
      wheelhouse: stack('all', 'b', 'a') + built('b', any) + built('a', any) + listed(any),
      findings: [{ message: 'shadowed', wheel: `b/${any}`, data: { folder: 'a', theirs: 'uv', mine: '' } }],
    },
    {
      name: 'an index that was not asked',
      wheelhouse: stack('all', 'b', 'a') + built('b', any) + built('a', any) + listed(any),
      index: 'offline',
      findings: [{ message: 'shadowed', data: { theirs: 'pip 26.2, pip 26.3 and uv' } }],
    },
  ],
});
