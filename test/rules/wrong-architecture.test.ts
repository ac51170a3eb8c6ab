import rule from '../../rules/wrong-architecture.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = (platform: string, files: Record<string, string>, tags = 'cp311-cp311') =>
  `[[wheel]]\nfilename = "demo-1.0-${tags}-${platform}.whl"\n[wheel.files]\n${Object.entries(files)
    .map(([name, content]) => `"${name}" = "binary: ${content}"\n`)
    .join('')}`;

testRule(rule, {
  valid: [
    { name: 'the right machine', wheelhouse: wheel('linux_x86_64', { 'a.so': 'elf x86_64' }) },
    {
      name: 'manylinux, compressed',
      wheelhouse: wheel('manylinux2014_s390x.manylinux_2_17_s390x', { 'a.so': 'elf s390x' }),
    },
    { name: '32-bit Windows', wheelhouse: wheel('win32', { 'a.pyd': 'pe x86' }) },
    { name: 'a universal Mach-O', wheelhouse: wheel('macosx_11_0_arm64', { 'a.so': 'mach-o universal2' }) },
    {
      name: 'universal2 in two halves',
      wheelhouse: wheel('macosx_10_9_universal2', {
        'x/a.dylib': 'mach-o x86_64',
        'y/a.dylib': 'mach-o arm64',
      }),
    },
    {
      name: 'ARMv6, whose header is that of ARMv7',
      wheelhouse: wheel('linux_armv6l', { 'a.so': 'elf armv7l' }),
    },
    { name: 'Android', wheelhouse: wheel('android_24_arm64_v8a', { 'a.so': 'elf aarch64' }) },
    { name: 'an unknown machine', wheelhouse: wheel('linux_sw64', { 'a.so': 'elf x86_64' }) },
    { name: 'any, judged elsewhere', wheelhouse: wheel('any', { 'a.so': 'elf x86_64' }, 'py3-none') },
    {
      name: 'launchers of another system',
      wheelhouse: wheel('linux_x86_64', { 't64.exe': 'pe amd64 executable', 'w32.exe': 'pe x86 executable' }),
    },
    {
      name: 'libraries for several machines side by side',
      wheelhouse: wheel('linux_x86_64', {
        'x/a.so': 'elf x86_64',
        'y/a.so': 'elf aarch64',
        'z/a.dll': 'pe amd64',
      }),
    },
    {
      name: 'an extension module for several machines',
      wheelhouse: wheel('linux_x86_64', {
        'a.cpython-311-x86_64-linux-gnu.so': 'elf x86_64',
        'a.cp311-win_amd64.pyd': 'pe amd64',
      }),
    },
    {
      name: 'a program that the machine emulates',
      wheelhouse: wheel('win_arm64', { 'tool.exe': 'pe amd64 executable' }, 'py3-none'),
    },
    {
      name: 'a static program of the other float ABI',
      wheelhouse: wheel('manylinux2014_armv7l', { tool: 'elf armel executable' }, 'py3-none'),
    },
    {
      name: 'half of universal2, for a program that the other half emulates',
      wheelhouse: wheel('macosx_10_9_universal2', { tool: 'mach-o x86_64 executable' }, 'py3-none'),
    },
    { name: 'GPU code only', wheelhouse: wheel('linux_aarch64', { 'kernels.cubin': 'elf cuda' }) },
    {
      name: 'an allowed member',
      wheelhouse: wheel('linux_x86_64', { 'tests/arm.so': 'elf aarch64' }),
      options: { allow: ['tests/*'] },
    },
  ],
  invalid: [
    {
      name: 'cross-compiled, and named for it, by a compiler that did not',
      wheelhouse: wheel('linux_aarch64', { 'a.cpython-311-aarch64-linux-gnu.so': 'elf x86_64' }),
      findings: [
        {
          message: 'wrong',
          severity: 'error',
          member: 'a.cpython-311-aarch64-linux-gnu.so',
          data: { found: 'linux_x86_64', platform: 'linux_aarch64', suggestion: 'cp311-cp311-linux_x86_64' },
        },
      ],
    },
    {
      name: 'the wrong word size',
      wheelhouse: wheel('manylinux_2_28_x86_64', { 'a.so': 'elf i686' }),
      findings: [{ message: 'wrong', data: { found: 'linux_i686' } }],
    },
    {
      name: 'the wrong byte order',
      wheelhouse: wheel('linux_ppc64le', { 'a.so': 'elf ppc64' }),
      findings: [{ message: 'wrong', data: { found: 'linux_ppc64' } }],
    },
    {
      name: 'soft float where hard float is promised',
      wheelhouse: wheel('manylinux_2_31_armv7l', { 'a.so': 'elf armel' }),
      findings: [{ message: 'wrong', data: { found: 'linux_armel' } }],
    },
    {
      name: 'another system',
      wheelhouse: wheel('win_amd64', { 'a.pyd': 'elf x86_64' }),
      findings: [{ message: 'wrong', data: { found: 'linux_x86_64', platform: 'win_amd64' } }],
    },
    {
      name: 'one extension module among right ones',
      wheelhouse: wheel('linux_x86_64', {
        'a.cpython-311-x86_64-linux-gnu.so': 'elf x86_64',
        'b.cpython-311-x86_64-linux-gnu.so': 'elf aarch64',
      }),
      findings: [{ message: 'wrong', member: 'b.cpython-311-x86_64-linux-gnu.so' }],
    },
    {
      name: 'a library is not emulated',
      wheelhouse: wheel('macosx_11_0_arm64', { 'a.dylib': 'mach-o x86_64' }),
      findings: [{ message: 'wrong', data: { found: 'macosx_10_9_x86_64' } }],
    },
    {
      name: 'half of universal2',
      wheelhouse: wheel('macosx_10_9_universal2', { 'a.dylib': 'mach-o x86_64' }),
      findings: [
        {
          message: 'missing',
          severity: 'error',
          data: { missing: 'macos arm64', platform: 'macosx_10_9_universal2' },
        },
      ],
    },
  ],
});
