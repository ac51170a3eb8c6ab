import rule from '../../rules/nvidia-requirement.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = (requires: readonly string[], tags = 'cp311-cp311-linux_x86_64') =>
  `[[wheel]]\nfilename = "demo-1.0-${tags}.whl"\nrequires = ${JSON.stringify(requires)}\n`;
const always = (packages: string) => [
  { message: 'always', severity: 'warning', data: { packages } } as const,
];

const torch = [
  'filelock',
  'cuda-toolkit[cublas,cudart,cufft,cufile,cupti,curand,cusolver,cusparse,nvjitlink,nvrtc,nvtx]==13.0.3; platform_system == "Linux"',
  'cuda-bindings>=13.0.3,<14; platform_system == "Linux"',
  'nvidia-cudnn-cu13==9.24.0.43; platform_system == "Linux"',
  'nvidia-cusparselt-cu13==0.8.1; platform_system == "Linux"',
  'nvidia-nccl-cu13==2.30.7; platform_system == "Linux"',
  'nvidia-nvshmem-cu13==3.4.5; platform_system == "Linux"',
  'triton~=3.8.0; platform_system == "Linux"',
];
const torchLibraries =
  'nvidia-cublas, nvidia-cuda-cupti, nvidia-cuda-nvrtc, nvidia-cuda-runtime, nvidia-cudnn-cu13, nvidia-cufft, nvidia-cufile, nvidia-curand, nvidia-cusolver, nvidia-cusparse, nvidia-cusparselt-cu13, nvidia-nccl-cu13, nvidia-nvjitlink, nvidia-nvshmem-cu13, nvidia-nvtx';

testRule(rule, {
  valid: [
    {
      name: 'Python code, tools and bindings of the driver',
      wheelhouse: wheel([
        'nvidia-ml-py',
        'pynvml',
        'cuda-python',
        'cuda-bindings',
        'cuda-core',
        'cuda-pathfinder',
        'cuda-tile',
        'nvidia-cudnn-frontend',
        'nvidia-cutlass-dsl',
        'nvidia-cutlass',
        'nvidia-dali-cuda120',
        'nvidia-modelopt',
        'nvidia-nvcomp-cu12',
        'nvmath-python',
        'nvtx',
        'numba-cuda',
        'cupy-cuda12x',
        'triton',
        'warp-lang',
        'nvidia-pyindex',
        'nvidia-stub',
      ]),
    },
    { name: 'a bare cuda-toolkit asks for nothing', wheelhouse: wheel(['cuda-toolkit>=12']) },
    {
      name: 'a marker that cannot hold on the platform',
      wheelhouse: wheel(['nvidia-nccl-cu12; sys_platform == "win32"']),
    },
    {
      name: 'a marker for another machine',
      wheelhouse: wheel(['nvidia-nccl-cu12; platform_machine == "aarch64"']),
    },
    { name: 'allowed', wheelhouse: wheel(['nvidia-nvshmem-cu12']), options: { allow: ['nvidia-nvshmem-*'] } },
    {
      name: 'behind an extra, switched off',
      wheelhouse: wheel(['nvidia-nccl-cu12; extra == "cuda"']),
      options: { 'behind-extra': 'off' },
    },
    { name: 'a line that is no requirement', wheelhouse: wheel(['nvidia-nccl-cu12 (']) },
  ],
  invalid: [
    {
      name: 'torch 2.14.1 as it is on PyPI',
      wheelhouse: wheel(torch),
      findings: [
        {
          message: 'always',
          member: 'demo-1.0.dist-info/METADATA',
          line: 5,
          data: { packages: torchLibraries },
        },
      ],
    },
    {
      name: 'CUDA 11 and 12 with suffixes, any spelling',
      wheelhouse: wheel(['NVIDIA_cublas.cu12 (==12.8.3.14)', 'nvidia-cuda-runtime-cu117']),
      findings: always('nvidia-cublas-cu12, nvidia-cuda-runtime-cu117'),
    },
    {
      name: 'libraries that are not called nvidia',
      wheelhouse: wheel(['cutensor-cu12', 'tensorrt-cu12-libs', 'nvpl-blas']),
      findings: always('cutensor-cu12, nvpl-blas, tensorrt-cu12-libs'),
    },
    {
      name: 'a toolkit of CUDA 12 has the old names',
      wheelhouse: wheel(['cuda-toolkit[cudart,cufft]==12.9.*']),
      findings: always('nvidia-cuda-runtime-cu12, nvidia-cufft-cu12, nvidia-nvjitlink-cu12'),
    },
    {
      name: 'a marker that holds on the platform',
      wheelhouse: wheel(['nvidia-nccl-cu12; sys_platform == "linux" and platform_machine == "x86_64"']),
      findings: always('nvidia-nccl-cu12'),
    },
    {
      name: 'a wheel for any platform may be installed where the marker holds',
      wheelhouse: wheel(['nvidia-nccl-cu12; sys_platform == "win32"'], 'py3-none-any'),
      findings: always('nvidia-nccl-cu12'),
    },
    {
      name: 'behind an extra it is softer, one finding an extra',
      wheelhouse: wheel([
        "nvidia-cublas-cu12; extra == 'cuda12'",
        "nvidia-cudnn-cu12>=9 ; (platform_machine == 'x86_64') and extra == 'cuda12'",
        "nvidia-cublas; extra == 'cuda13'",
      ]),
      findings: [
        {
          message: 'extra',
          severity: 'info',
          line: 4,
          data: { extras: 'cuda12', packages: 'nvidia-cublas-cu12, nvidia-cudnn-cu12' },
        },
        {
          message: 'extra',
          severity: 'info',
          line: 6,
          data: { extras: 'cuda13', packages: 'nvidia-cublas' },
        },
      ],
    },
    {
      name: 'a marker that an extra only widens is asked of every install',
      wheelhouse: wheel(["nvidia-nccl-cu12; sys_platform == 'linux' or extra == 'cuda'"]),
      findings: always('nvidia-nccl-cu12'),
    },
    {
      name: 'denied by the configuration',
      wheelhouse: wheel(['cupy-cuda12x']),
      options: { deny: ['cupy-cuda*'] },
      findings: always('cupy-cuda12x'),
    },
  ],
});
