import rule from '../../rules/bundled-nvidia-library.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = (files: Record<string, string>, more = '', name = 'demo') =>
  `[[wheel]]\nfilename = "${name}-1.0-cp311-cp311-manylinux_2_28_x86_64.whl"\n${more}\n[wheel.files]\n${Object.entries(
    files,
  )
    .map(([member, content]) => `"${member}" = "binary: ${content}"\n`)
    .join('')}`;
const cublas = { 'demo.libs/libcublas-1a2b3c4d.so.12.8.4.1': 'elf x86_64' };

testRule(rule, {
  valid: [
    {
      name: 'no such library',
      wheelhouse: wheel({ 'demo/libcuda_helper.so': 'elf x86_64 needs=libc.so.6' }),
    },
    {
      name: "NVIDIA's own package",
      wheelhouse: wheel({ 'nvidia/cublas/lib/libcublas.so.12': 'elf x86_64' }, '', 'nvidia_cublas_cu12'),
    },
    { name: 'an allowed library', wheelhouse: wheel(cublas), options: { allow: ['libcublas*'] } },
    {
      name: 'linked, and found wherever it is',
      wheelhouse: wheel({ 'demo/a.so': 'elf x86_64 needs=libcublas.so.12' }),
    },
    {
      name: 'an RPATH there for another library',
      wheelhouse: wheel({ 'demo/a.so': 'elf x86_64 needs=libx.so rpath=$ORIGIN/../nvidia/x' }),
    },
  ],
  invalid: [
    {
      name: 'copies',
      wheelhouse: wheel({ ...cublas, 'demo/lib/libcudart.so.12': 'elf x86_64' }),
      findings: [
        {
          message: 'bundled',
          severity: 'warning',
          member: 'demo.libs/libcublas-1a2b3c4d.so.12.8.4.1',
          data: {
            libraries: 'libcublas-1a2b3c4d.so.12.8.4.1 and libcudart.so.12',
            packages: 'nvidia-cublas and nvidia-cuda-runtime',
          },
        },
      ],
    },
    {
      name: 'a copy beside the package',
      wheelhouse: wheel(cublas, 'requires = ["nvidia-cublas-cu12"]'),
      findings: [{ message: 'twice', data: { packages: 'nvidia-cublas' } }],
    },
    {
      name: 'an RPATH to the packages',
      wheelhouse: wheel({
        'demo/lib/a.so': 'elf x86_64 needs=libcudnn.so.9 rpath=$ORIGIN/../../nvidia/cudnn/lib',
      }),
      findings: [
        {
          message: 'linked',
          severity: 'info',
          data: { libraries: 'libcudnn.so.9', path: '$ORIGIN/../../nvidia/cudnn/lib' },
        },
      ],
    },
  ],
});
