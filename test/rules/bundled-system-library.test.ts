import rule from '../../rules/bundled-system-library.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = (names: readonly string[], platform = 'manylinux_2_28_x86_64', binary = 'elf x86_64') =>
  `[[wheel]]\nfilename = "demo-1.0-cp311-cp311-${platform}.whl"\n[wheel.files]\n${names
    .map((name) => `"${name}" = "binary: ${binary}"\n`)
    .join('')}`;

testRule(rule, {
  valid: [
    {
      name: 'libraries that may be brought along',
      wheelhouse: wheel(['demo.libs/libhdf5-1a2b3c4d.so.310.1.0', 'demo/libcdemo.so', 'demo/libmpir.so.23']),
    },
    {
      name: 'C++ where the system may have none',
      wheelhouse: wheel(
        ['demo.libs/libstdc++-1a2b3c4d.so.6.0.32', 'demo.libs/libgcc_s.so.1'],
        'musllinux_1_2_x86_64',
      ),
    },
    {
      name: 'an allowed library',
      wheelhouse: wheel(['demo.libs/libgomp-1a2b3c4d.so.1.0.0']),
      options: { allow: ['libgomp*'] },
    },
    {
      name: 'a text that is called like a library',
      wheelhouse:
        '[[wheel]]\nfilename = "demo-1.0-py3-none-any.whl"\nfiles = { "lib/libc.so.6" = "a script for the linker, say" }\n',
    },
    {
      name: 'a whole Python',
      wheelhouse: wheel(['demo/bin/python3.11', 'demo/lib/libpython3.11.so.1.0']),
    },
  ],
  invalid: [
    {
      name: 'the C library, said once',
      wheelhouse: wheel(['demo/libc.so.6', 'demo/ld-linux-x86-64.so.2', 'demo/libm-2.28.so']),
      findings: [{ message: 'libc', severity: 'warning', member: 'demo/libc.so.6' }],
    },
    {
      name: 'a grafted C++ library',
      wheelhouse: wheel(['demo.libs/libstdc++-5d72f927.so.6.0.28']),
      findings: [{ message: 'runtime' }],
    },
    {
      name: 'OpenSSL, which is often done',
      wheelhouse: wheel(['demo.libs/libcrypto-1a2b3c4d.so.3']),
      findings: [{ message: 'openssl', severity: 'info' }],
    },
    {
      name: 'OpenSSL on Windows',
      wheelhouse: wheel(['demo/libssl-3-x64.dll'], 'win_amd64', 'pe amd64'),
      findings: [{ message: 'openssl' }],
    },
    {
      name: 'OpenMP on macOS',
      wheelhouse: wheel(['demo/.dylibs/libomp.dylib'], 'macosx_11_0_arm64', 'mach-o arm64'),
      findings: [{ message: 'openmp', severity: 'info' }],
    },
    {
      name: 'MPI and what is under it',
      wheelhouse: wheel(['demo.libs/libmpi-1a2b3c4d.so.40.30.4', 'demo.libs/libucp.so.0']),
      findings: [{ message: 'mpi', severity: 'warning' }, { message: 'fabric' }],
    },
    { name: 'a driver', wheelhouse: wheel(['demo/libcuda.so.1']), findings: [{ message: 'driver' }] },
    {
      name: 'Python',
      wheelhouse: wheel(['demo.libs/libpython3.11-1a2b3c4d.so.1.0']),
      findings: [{ message: 'python' }],
    },
  ],
});
