import { expect, test } from 'vitest';
import { lintToJson } from '../../support/json-report.ts';
import { recorded, tempWheelhouse } from '../../support/temp-wheelhouse.ts';

const filename = 'torch-2.14.1+mysite-cp311-cp311-linux_x86_64.whl';

/** What torch 2.14.1 asks for on Linux. */
const torch = `
[[wheel]]
filename = "${filename}"
files = { "torch/_C.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64" }
requires = [
  "filelock",
  "typing-extensions>=4.10.0",
  "cuda-toolkit[cublas,cudart,cufft,cufile,cupti,curand,cusolver,cusparse,nvjitlink,nvrtc,nvtx]==13.0.3; platform_system == \\"Linux\\"",
  "cuda-bindings>=13.0.3,<14; platform_system == \\"Linux\\"",
  "nvidia-cudnn-cu13==9.24.0.43; platform_system == \\"Linux\\"",
  "nvidia-cusparselt-cu13==0.8.1; platform_system == \\"Linux\\"",
  "nvidia-nccl-cu13==2.30.7; platform_system == \\"Linux\\"",
  "nvidia-nvshmem-cu13==3.4.5; platform_system == \\"Linux\\"",
  "triton~=3.8.0; platform_system == \\"Linux\\"",
  "nvidia-cuda-cccl-cu12; platform_system == \\"Windows\\"",
]
`;

const libraries = [
  'nvidia-cublas',
  'nvidia-cuda-cupti',
  'nvidia-cuda-nvrtc',
  'nvidia-cuda-runtime',
  'nvidia-cudnn-cu13',
  'nvidia-cufft',
  'nvidia-cufile',
  'nvidia-curand',
  'nvidia-cusolver',
  'nvidia-cusparse',
  'nvidia-cusparselt-cu13',
  'nvidia-nccl-cu13',
  'nvidia-nvjitlink',
  'nvidia-nvshmem-cu13',
  'nvidia-nvtx',
];

test("torch's requirements: every CUDA library, none of the bindings, nothing for Windows", async () => {
  const cwd = await tempWheelhouse(torch);
  const { report } = await lintToJson(recorded, { cwd });
  expect(report.findings).toHaveLength(1);
  expect(report.findings[0]).toMatchObject({
    code: 'WHL501',
    wheel: `wheels/${filename}`,
    member: 'torch-2.14.1+mysite.dist-info/METADATA',
    line: 6,
    data: { packages: libraries.join(', ') },
  });
});
