import rule from '../../rules/broken-manylinux-promise.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = (platform: string, files: Record<string, string>) =>
  `[[wheel]]\nfilename = "demo-1.0-cp311-cp311-${platform}.whl"\n[wheel.files]\n${Object.entries(files)
    .map(([name, content]) => `"${name}" = "binary: ${content}"\n`)
    .join('')}`;
const library = (needs: string, machine = 'x86_64') => ({ 'demo/libdemo.so': `elf ${machine} ${needs}` });

testRule(rule, {
  valid: [
    {
      name: 'what the tag promises',
      wheelhouse: wheel('manylinux_2_28_x86_64', library('needs=libc.so.6:GLIBC_2.2.5,GLIBC_2.28')),
    },
    {
      name: 'no promise',
      wheelhouse: wheel('linux_x86_64', library('needs=libc.so.6:GLIBC_2.40')),
    },
    {
      name: 'the legacy name with the symbol of glibc 2.18 that RHEL 7 has on aarch64',
      wheelhouse: wheel('manylinux2014_aarch64', library('needs=libc.so.6:GLIBC_2.18', 'aarch64')),
    },
    {
      name: 'a weak version',
      wheelhouse: wheel('manylinux2014_x86_64', library('needs=libc.so.6:GLIBC_2.40?')),
    },
    {
      name: 'a version without an order',
      wheelhouse: wheel('manylinux2014_x86_64', library('needs=libstdc++.so.6:CXXABI_FLOAT128,CXXABI_TM_1')),
    },
    {
      name: 'a library that the wheel brings along',
      wheelhouse: wheel('manylinux2014_x86_64', {
        ...library('needs=libstdc++.so.6:GLIBCXX_3.4.30'),
        'demo/libstdc++.so.6': 'elf x86_64 needs=libc.so.6:GLIBC_2.17',
      }),
    },
    {
      name: 'a member for another machine',
      wheelhouse: wheel('manylinux2014_x86_64', {
        ...library('needs=libc.so.6:GLIBC_2.17'),
        'demo/arm.so': 'elf aarch64 needs=libc.so.6:GLIBC_2.38',
      }),
    },
    {
      name: 'musl for musl',
      wheelhouse: wheel('musllinux_1_2_x86_64', library('needs=libc.musl-x86_64.so.1')),
    },
    {
      name: 'static programs for both',
      wheelhouse: wheel('manylinux2014_x86_64.musllinux_1_1_x86_64', { tool: 'elf x86_64 executable' }),
    },
    {
      name: 'libraries for either, chosen at import',
      wheelhouse: wheel('manylinux_2_28_x86_64.musllinux_1_2_x86_64', {
        'glibc/a.so': 'elf x86_64 needs=libc.so.6:GLIBC_2.17',
        'musl/a.so': 'elf x86_64 needs=libc.musl-x86_64.so.1',
      }),
    },
    {
      name: 'the level that distributions are built for',
      wheelhouse: wheel('manylinux_2_28_x86_64', library('needs=libc.so.6:GLIBC_2.17 isa=2')),
    },
    {
      name: 'a folder that is searched only where its level fits',
      wheelhouse: wheel('manylinux_2_28_x86_64', { 'glibc-hwcaps/x86-64-v3/a.so': 'elf x86_64 isa=3' }),
    },
    {
      name: 'the macOS of the tag',
      wheelhouse: wheel('macosx_11_0_arm64', { 'a.dylib': 'mach-o arm64 macos=11.0' }),
    },
    {
      name: 'arm64 in a universal2 wheel for an older macOS',
      wheelhouse: wheel('macosx_10_9_universal2', { 'a.dylib': 'mach-o arm64 macos=11.0' }),
    },
  ],
  invalid: [
    {
      name: 'a newer glibc',
      wheelhouse: wheel(
        'manylinux2014_x86_64.manylinux_2_17_x86_64',
        library('needs=libc.so.6:GLIBC_2.2.5,GLIBC_2.28'),
      ),
      findings: [
        {
          message: 'newer',
          severity: 'error',
          member: 'demo/libdemo.so',
          data: { versions: 'GLIBC_2.28', tag: 'manylinux2014_x86_64', suggestion: 'manylinux_2_28_x86_64' },
        },
      ],
    },
    {
      name: 'a newer C++ library',
      wheelhouse: wheel(
        'manylinux_2_17_x86_64',
        library('needs=libstdc++.so.6:GLIBCXX_3.4.29,CXXABI_1.3.13'),
      ),
      findings: [
        {
          message: 'newer',
          data: { versions: 'GLIBCXX_3.4.29 and CXXABI_1.3.13', suggestion: 'manylinux_2_34_x86_64' },
        },
      ],
    },
    {
      name: 'the tag of a glibc between two policies',
      wheelhouse: wheel('manylinux_2_28_x86_64', library('needs=libc.so.6:GLIBC_2.29')),
      findings: [{ message: 'newer', data: { suggestion: 'manylinux_2_29_x86_64' } }],
    },
    {
      name: 'relocations that only glibc 2.36 reads',
      wheelhouse: wheel('manylinux_2_28_x86_64', library('needs=libc.so.6:GLIBC_2.17,GLIBC_ABI_DT_RELR')),
      findings: [{ message: 'newer', data: { versions: 'GLIBC_2.36', suggestion: 'manylinux_2_36_x86_64' } }],
    },
    {
      name: 'versions that no tag promises',
      wheelhouse: wheel('manylinux_2_41_x86_64', library('needs=libstdc++.so.6:GLIBCXX_3.4.99')),
      findings: [{ message: 'newer', data: { suggestion: 'linux_x86_64' } }],
    },
    {
      name: 'the policy of another architecture',
      wheelhouse: wheel('manylinux_2_17_s390x', library('needs=libgcc_s.so.1:GCC_4.8.0', 's390x')),
      findings: [{ message: 'newer', data: { suggestion: 'manylinux_2_26_s390x' } }],
    },
    {
      name: 'the strictest of several tags',
      wheelhouse: wheel('manylinux_2_17_x86_64.manylinux_2_28_x86_64', library('needs=libc.so.6:GLIBC_2.28')),
      findings: [{ message: 'newer', data: { tag: 'manylinux_2_17_x86_64' } }],
    },
    {
      name: 'glibc for musl',
      wheelhouse: wheel('musllinux_1_2_x86_64', library('needs=libc.so.6:GLIBC_2.17')),
      findings: [{ message: 'glibcInMusl', severity: 'error', data: { tag: 'musllinux_1_2_x86_64' } }],
    },
    {
      name: 'musl for glibc',
      wheelhouse: wheel('manylinux_2_28_x86_64', library('needs=libc.musl-x86_64.so.1')),
      findings: [{ message: 'muslInGlibc', severity: 'error' }],
    },
    {
      name: 'a program whose loader is that of musl',
      wheelhouse: wheel('manylinux_2_28_x86_64', { tool: 'elf x86_64 interpreter=/lib/ld-musl-x86_64.so.1' }),
      findings: [{ message: 'muslInGlibc', member: 'tool' }],
    },
    {
      name: 'a level that no tag tells',
      wheelhouse: wheel('manylinux_2_28_x86_64', library('needs=libc.so.6:GLIBC_2.17 isa=3')),
      findings: [{ message: 'isa', severity: 'warning', data: { level: 'x86-64-v3' } }],
    },
    {
      name: 'a newer macOS',
      wheelhouse: wheel('macosx_10_9_x86_64', { 'a.dylib': 'mach-o x86_64 macos=10.13' }),
      findings: [
        { message: 'macos', severity: 'warning', data: { minimum: '10.13', tag: 'macosx_10_9_x86_64' } },
      ],
    },
    {
      name: 'a newer macOS, as newer linkers say it',
      wheelhouse: wheel('macosx_11_0_arm64', { 'a.dylib': 'mach-o arm64 macos=14.2' }),
      findings: [{ message: 'macos', data: { minimum: '14.2' } }],
    },
  ],
});
