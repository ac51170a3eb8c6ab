import rule from '../../rules/abi-mismatch.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = (tags: string, files: readonly string[], platform = 'linux_x86_64') =>
  `[[wheel]]\nfilename = "demo-1.0-${tags}-${platform}.whl"\n[wheel.files]\n${files
    .map((name) => `"${name}" = "binary: ${name.endsWith('.pyd') ? 'pe amd64' : 'elf x86_64'}"\n`)
    .join('')}`;
const linux = (abi: string, stem = 'demo/a') => `${stem}.${abi}-x86_64-linux-gnu.so`;

testRule(rule, {
  valid: [
    { name: 'its own Python', wheelhouse: wheel('cp311-cp311', [linux('cpython-311')]) },
    { name: 'the m of old Pythons', wheelhouse: wheel('cp37-cp37m', [linux('cpython-37m')]) },
    { name: 'free-threaded', wheelhouse: wheel('cp313-cp313t', [linux('cpython-313t')]) },
    { name: 'Windows', wheelhouse: wheel('cp311-cp311', ['a.cp311-win_amd64.pyd'], 'win_amd64') },
    { name: 'PyPy', wheelhouse: wheel('pp311-pypy311_pp73', [linux('pypy311-pp73')]) },
    { name: 'the stable ABI', wheelhouse: wheel('cp39-abi3', ['demo/a.abi3.so']) },
    { name: 'the stable ABI under one Python', wheelhouse: wheel('cp311-cp311', ['demo/a.abi3.so']) },
    { name: 'the stable ABI of 3.15', wheelhouse: wheel('cp315-abi3.abi3t', ['demo/a.abi3t.so']) },
    { name: 'and under its builds', wheelhouse: wheel('cp315-cp315t', ['demo/a.abi3t.so']) },
    { name: 'the stable ABI in a wheel for all', wheelhouse: wheel('py3-none', ['demo/a.abi3.so']) },
    { name: 'one Python without an ABI', wheelhouse: wheel('cp311-none', [linux('cpython-311')]) },
    { name: 'plain names', wheelhouse: wheel('cp39-abi3', ['demo/a.so', 'demo/b.pyd']) },
    {
      name: 'a module for several Pythons',
      wheelhouse: wheel('py3-none', [linux('cpython-310'), linux('cpython-311')]),
    },
    {
      name: 'the right one beside it',
      wheelhouse: wheel('cp312-cp312', [linux('cpython-311'), linux('cpython-312')]),
    },
    {
      name: 'several ABIs in one name',
      wheelhouse: wheel('cp310.cp311-cp310.cp311', [linux('cpython-310'), linux('cpython-311')]),
    },
    {
      name: 'code for the wrong machine, judged elsewhere',
      wheelhouse: wheel('cp311-cp311', ['a.cpython-311-aarch64-linux-gnu.so'], 'linux_aarch64'),
    },
    {
      name: 'a Python that the wheel brings along',
      wheelhouse: wheel('py3-none', [linux('cpython-311', 'demo/lib/python3.11/lib-dynload/_ssl')]),
    },
  ],
  invalid: [
    {
      name: 'renamed for another Python',
      wheelhouse: wheel('cp311-cp311', [linux('cpython-310')]),
      findings: [
        {
          message: 'other',
          severity: 'error',
          member: 'demo/a.cpython-310-x86_64-linux-gnu.so',
          data: { abi: 'cp310', tag: 'cp311-cp311', suggestion: 'cp310-cp310-linux_x86_64' },
        },
      ],
    },
    {
      name: 'not free-threaded',
      wheelhouse: wheel('cp313-cp313t', [linux('cpython-313')]),
      findings: [{ message: 'other', data: { abi: 'cp313' } }],
    },
    {
      name: 'free-threaded only',
      wheelhouse: wheel('cp313-cp313', [linux('cpython-313t')]),
      findings: [{ message: 'other', data: { abi: 'cp313t' } }],
    },
    {
      name: 'the stable ABI, for a free-threaded Python that has none',
      wheelhouse: wheel('cp314-cp314t', ['demo/a.abi3.so']),
      findings: [{ message: 'other', data: { abi: 'abi3' } }],
    },
    {
      name: 'the stable ABI of 3.15, before it',
      wheelhouse: wheel('cp314-cp314', ['demo/a.abi3t.so']),
      findings: [{ message: 'other', data: { abi: 'abi3t' } }],
    },
    {
      name: 'abi3 without the stable ABI, said once',
      wheelhouse: wheel('cp39-abi3', [
        linux('cpython-39'),
        linux('cpython-39', 'b'),
        linux('cpython-39', 'c'),
        linux('cpython-39', 'd'),
      ]),
      findings: [
        {
          message: 'one',
          data: {
            abi: 'cp39',
            members: 'demo/a.cpython-39-x86_64-linux-gnu.so, b.cpython-39-x86_64-linux-gnu.so and 2 more',
            suggestion: 'cp39-cp39-linux_x86_64',
          },
        },
      ],
    },
    {
      name: 'the same on Windows',
      wheelhouse: wheel('cp39-abi3', ['a.cp39-win_amd64.pyd'], 'win_amd64'),
      findings: [{ message: 'one', data: { suggestion: 'cp39-cp39-win_amd64' } }],
    },
    {
      name: 'any Python 3, and a module for one',
      wheelhouse: wheel('py3-none', [linux('cpython-311')]),
      findings: [{ message: 'one', data: { abi: 'cp311', tag: 'py3-none' } }],
    },
    {
      name: 'cross-compiled under the name of the machine that compiled',
      wheelhouse: wheel('cp311-cp311', ['a.cpython-311-aarch64-linux-gnu.so']),
      findings: [
        { message: 'triplet', severity: 'error', data: { triplet: 'aarch64-linux-gnu', found: 'x86_64' } },
      ],
    },
    {
      name: 'PyPy in a wheel for CPython',
      wheelhouse: wheel('cp311-cp311', [linux('pypy311-pp73')]),
      findings: [{ message: 'other', data: { abi: 'pypy311_pp73' } }],
    },
  ],
});
