import { declaredFiles } from '../support/declared-files.ts';
import { wheelWith } from '../support/declaring.ts';
import type { PeerTable } from '../support/peer-table.ts';

export default {
  peer: 'auditwheel',
  url: 'https://github.com/pypa/auditwheel/tree/86154d1/src/auditwheel',
  checks: [
    {
      check: 'shared library in purelib',
      rules: ['WHL405'],
      wheelhouse: declaredFiles(
        { 'demo.cpython-311-x86_64-linux-gnu.so': 'binary: elf x86_64' },
        {
          filename: 'demo-1.0-cp311-cp311-linux_x86_64.whl',
          'dist-info': {
            WHEEL: 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: cp311-cp311-linux_x86_64\n',
          },
        },
      ),
    },
    {
      check: 'non-platform wheel: any, with ELF files',
      rules: ['WHL401'],
      wheelhouse: declaredFiles({ 'demo/libdemo.so': 'binary: elf x86_64' }),
    },
    {
      check: 'non-platform wheel: no ELF files',
      rules: ['WHL406'],
      wheelhouse: declaredFiles(['demo.py'], { filename: 'demo-1.0-cp311-cp311-linux_x86_64.whl' }),
    },
    {
      check: 'wrong machine',
      rules: ['WHL403'],
      wheelhouse: declaredFiles(
        { 'a.so': 'binary: elf aarch64' },
        { filename: 'demo-1.0-cp311-cp311-linux_x86_64.whl' },
      ),
    },
    {
      check: 'libc of the other kind',
      rules: ['WHL407'],
      wheelhouse: declaredFiles(
        { 'a.so': 'binary: elf x86_64 needs=libc.so.6:GLIBC_2.17' },
        { filename: 'demo-1.0-py3-none-musllinux_1_2_x86_64.whl' },
      ),
    },
    {
      check: 'mixed libc',
      leftOut:
        'a wheel may bring a library for each libc and choose when it is imported; one for the wrong libc alone is WHL407',
    },
    {
      check: 'undetectable libc',
      leftOut:
        'a library that needs no libc keeps every promise; auditwheel only has to choose a policy to repair for',
    },
    {
      check: 'versioned symbols above the policy',
      rules: ['WHL407'],
      wheelhouse: declaredFiles(
        { 'demo.cpython-311-x86_64-linux-gnu.so': 'binary: elf x86_64 needs=libc.so.6:GLIBC_2.34' },
        { filename: 'demo-1.0-cp311-cp311-manylinux2014_x86_64.whl' },
      ),
    },
    {
      check: 'external libraries',
      rules: ['WHL801'],
      wheelhouse: declaredFiles(
        { 'demo.cpython-311-x86_64-linux-gnu.so': 'binary: elf x86_64 needs=libhdf5.so.310' },
        { filename: 'demo-1.0-cp311-cp311-manylinux_2_28_x86_64.whl' },
      ),
    },
    {
      check: 'blacklisted symbols',
      leftOut:
        'symbols of zlib and libc without a version are in the symbol table, which would have to be read whole for them',
    },
    {
      check: 'UCS2',
      leftOut:
        'an ABI of Python 2 and 3.2, which nobody builds for any more; the suffix is checked by abi-mismatch',
    },
    { check: 'PyFPE', leftOut: 'an option of builds before Python 3.7, taken out of the language since' },
    {
      check: 'ISA extensions: x86-64-v2 to v4',
      rules: ['WHL407'],
      wheelhouse: declaredFiles(
        { 'demo.cpython-311-x86_64-linux-gnu.so': 'binary: elf x86_64 isa=3' },
        { filename: 'demo-1.0-cp311-cp311-manylinux_2_28_x86_64.whl' },
      ),
    },
    {
      check: 'Python extension or plain library',
      leftOut:
        'no fault but a distinction, which abi-mismatch, linked-python and missing-init-function make for themselves',
    },
    {
      check: 'issue 180: verdict against the file name',
      rules: ['WHL407'],
      wheelhouse: declaredFiles(
        { 'demo.cpython-311-x86_64-linux-gnu.so': 'binary: elf x86_64 needs=libc.so.6:GLIBC_2.28' },
        { filename: 'demo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl' },
      ),
    },
    {
      check: 'issue 180: file name against WHEEL',
      rules: ['WHL402'],
      wheelhouse: wheelWith('WHEEL', [
        'Wheel-Version: 1.0',
        'Root-Is-Purelib: true',
        'Generator: x',
        'Tag: py2-none-any',
      ]),
    },
    {
      check: 'issue 394: mixed wheelhouses',
      leftOut: 'no check but a failure of its own: wheels without native code are read like all others',
    },
  ],
} satisfies PeerTable;
