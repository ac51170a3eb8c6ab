import rule from '../../rules/unresolved-library.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = (files: Record<string, string>, more = '', platform = 'linux_x86_64') =>
  `[[wheel]]\nfilename = "demo-1.0-cp311-cp311-${platform}.whl"\n${more}\n[wheel.files]\n${Object.entries(
    files,
  )
    .map(([name, content]) => `"${name}" = "binary: ${content}"\n`)
    .join('')}`;
const needs = (...words: string[]) => ({ 'demo/a.so': `elf x86_64 ${words.join(' ')}` });

testRule(rule, {
  valid: [
    {
      name: 'what every system has',
      wheelhouse: wheel(needs('needs=libc.so.6', 'needs=libstdc++.so.6', 'needs=ld-linux-x86-64.so.2')),
    },
    { name: 'musl', wheelhouse: wheel(needs('needs=libc.musl-x86_64.so.1'), '', 'musllinux_1_2_x86_64') },
    { name: 'the driver', wheelhouse: wheel(needs('needs=libcuda.so.1', 'needs=libnvidia-ml.so.1')) },
    {
      name: 'a library of the wheel, through $ORIGIN',
      wheelhouse: wheel({
        ...needs('needs=libb-1a2b3c4d.so.2', 'runpath=$ORIGIN/../demo.libs'),
        'demo.libs/libb-1a2b3c4d.so.2': 'elf x86_64',
      }),
    },
    {
      name: 'through .data, which installers spread',
      wheelhouse: wheel({
        'demo-1.0.data/platlib/demo/a.so': 'elf x86_64 needs=libb.so rpath=$ORIGIN/lib:${ORIGIN}/../x',
        'x/libb.so': 'elf x86_64',
      }),
    },
    {
      name: 'what some member leads to is loaded for all',
      wheelhouse: wheel({
        ...needs('needs=libb.so.2', 'rpath=$ORIGIN/../demo.libs'),
        'demo.libs/libb.so.2': 'elf x86_64 needs=libc-own.so.1',
        'demo.libs/libc-own.so.1': 'elf x86_64',
      }),
    },
    {
      name: "a requirement's libraries, for any CUDA",
      wheelhouse: wheel(
        needs('needs=libcublas.so.12', 'needs=libcudnn_graph.so.9'),
        'requires = ["nvidia-cublas-cu12", "nvidia-cudnn-cu12"]',
      ),
    },
    {
      name: 'through an extra of cuda-toolkit',
      wheelhouse: wheel(needs('needs=libcusolver.so.12'), 'requires = ["cuda-toolkit[cusolver]==13.0.3"]'),
    },
    {
      name: 'torch, which requires them itself',
      wheelhouse: wheel(needs('needs=libtorch.so', 'needs=libcudart.so.13'), 'requires = ["torch"]'),
    },
    {
      name: 'MKL',
      wheelhouse: wheel(needs('needs=libmkl_rt.so.2', 'needs=libiomp5.so'), 'requires = ["mkl"]'),
    },
    {
      name: 'the folder of a package that is required',
      wheelhouse: wheel(needs('needs=libown.so.1', 'rpath=$ORIGIN/../my_lib/lib'), 'requires = ["my-lib"]'),
    },
    {
      name: 'a folder that every machine has',
      wheelhouse: wheel(needs('needs=libhdf5.so.310', 'rpath=/cvmfs/soft.computecanada.ca/easybuild/lib')),
      options: { prefixes: ['/cvmfs/soft.computecanada.ca/'] },
    },
    {
      name: 'an allowed library',
      wheelhouse: wheel(needs('needs=libmpi.so.40')),
      options: { allow: ['libmpi.so.*'] },
    },
    {
      name: 'macOS, its own libraries and those beside the member',
      wheelhouse: wheel(
        {
          'demo/a.so': 'mach-o arm64 needs=/usr/lib/libSystem.B.dylib needs=@loader_path/.dylibs/libb.dylib',
          'demo/.dylibs/libb.dylib': 'mach-o arm64',
        },
        '',
        'macosx_11_0_arm64',
      ),
    },
    {
      name: 'Android',
      wheelhouse: wheel({ 'a.so': 'elf aarch64 needs=liblog.so' }, '', 'android_24_arm64_v8a'),
    },
  ],
  invalid: [
    {
      name: 'libraries of nobody, said once',
      wheelhouse: wheel({
        ...needs('needs=libc.so.6', 'needs=libhdf5.so.310'),
        'demo/b.so': 'elf x86_64 needs=libhdf5.so.310 needs=libmpi.so.40',
      }),
      findings: [
        {
          message: 'unresolved',
          severity: 'warning',
          member: 'demo/a.so',
          data: { libraries: 'libhdf5.so.310 and libmpi.so.40' },
        },
      ],
    },
    {
      name: 'a package that is not required',
      wheelhouse: wheel(needs('needs=libcublas.so.12'), 'requires = ["nvidia-cudnn-cu12"]'),
      findings: [{ message: 'unresolved', data: { libraries: 'libcublas.so.12' } }],
    },
    {
      name: 'an absolute path that nobody has vouched for',
      wheelhouse: wheel(needs('needs=libhdf5.so.310', 'rpath=/cvmfs/soft.computecanada.ca-not/lib')),
      options: { prefixes: ['/cvmfs/soft.computecanada.ca'] },
      findings: [{ message: 'unresolved' }],
    },
    {
      name: 'a library in a folder that nothing leads to',
      wheelhouse: wheel({
        ...needs('needs=libb.so', 'rpath=$ORIGIN/lib'),
        'demo/libs/libb.so': 'elf x86_64',
      }),
      findings: [
        { message: 'unreachable', severity: 'info', member: 'demo/a.so', data: { libraries: 'libb.so' } },
      ],
    },
    {
      name: 'a library that goes by its SONAME only',
      wheelhouse: wheel({
        ...needs('needs=libb.so.1', 'rpath=$ORIGIN'),
        'demo/libb.so': 'elf x86_64 soname=libb.so.1',
      }),
      findings: [{ message: 'unreachable', data: { libraries: 'libb.so.1' } }],
    },
    {
      name: 'Homebrew',
      wheelhouse: wheel(
        { 'a.so': 'mach-o arm64 needs=/opt/homebrew/lib/libhdf5.dylib' },
        '',
        'macosx_11_0_arm64',
      ),
      findings: [{ message: 'unresolved', data: { libraries: 'libhdf5.dylib' } }],
    },
  ],
});
