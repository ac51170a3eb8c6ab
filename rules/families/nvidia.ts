import { remember } from '../../src/packaging/remember.ts';

/**
 * Packages that bring NVIDIA's libraries along. A cluster has these libraries as modules; next to them a second copy
 * from a wheel costs gigabytes and can load the wrong one.
 *
 * Sources: RAPIDS pre-commit-hooks `use_cuda_wheels.py` (352a42e), cuda-pathfinder `descriptor_catalog.py` (b63275e),
 * PyTorch `generate_binary_build_matrix.py` (00018c9), METADATA of cuda-toolkit 13.0.3.0.
 */

/** Parts of the CUDA toolkit: `-cuNN` up to CUDA 12, without a suffix from CUDA 13. */
const toolkit = [
  'cublas',
  'cuda-cccl',
  'cuda-crt',
  'cuda-culibos',
  'cuda-cuobjdump',
  'cuda-cupti',
  'cuda-cuxxfilt',
  'cuda-nvcc',
  'cuda-nvdisasm',
  'cuda-nvrtc',
  'cuda-opencl',
  'cuda-profiler-api',
  'cuda-runtime',
  'cuda-sanitizer-api',
  'cuda-tileiras',
  'cudla',
  'cufft',
  'cufile',
  'curand',
  'cusolver',
  'cusparse',
  'npp',
  'nvfatbin',
  'nvjitlink',
  'nvjpeg',
  'nvml-dev',
  'nvptxcompiler',
  'nvtx',
  'nvvm',
];

/** Libraries beside the toolkit, with and without a suffix. */
const libraries = [
  'cublasmp',
  'cudnn',
  'cudss',
  'cufftmp',
  'cusparselt',
  'libmathdx',
  'libnvcomp',
  'nccl',
  'nvimgcodec',
  'nvjpeg2k',
  'nvshmem',
  'nvtiff',
];

const nvidiaName = new RegExp(`^nvidia-(?:${[...toolkit, ...libraries].join('|')})(?:-cu\\d{2,3})?$`);

/** Libraries whose names do not begin with `nvidia-`. */
const otherName =
  /^(?:(?:cutensor|cutensornet|custatevec|cudensitymat)-cu\d{2,3}|tensorrt-cu\d{2,3}-libs|nvpl-[a-z0-9-]+|nvidia-cutlass-dsl-libs-[a-z0-9-]+)$/;

/**
 * Whether a project is a bundle of NVIDIA libraries. Python code, tools and bindings of the driver are not: they are
 * not matched by name (`nvidia-ml-py`, `cuda-python`, `cuda-bindings`, `nvidia-cudnn-frontend`, `nvidia-cutlass-dsl`,
 * `nvidia-dali-cuda120`, `nvidia-nvcomp-cu12`, `triton`, `cupy-cuda12x`, …).
 * @param project normalised name
 */
export const isNvidiaLibrary = remember(
  10_000,
  (project) => nvidiaName.test(project) || otherName.test(project),
);

/** What each extra of `cuda-toolkit` asks for; a bare `cuda-toolkit` asks for nothing. */
const toolkitExtras: Readonly<Record<string, readonly string[]>> = {
  cccl: ['cuda-cccl'],
  crt: ['cuda-crt'],
  cublas: ['cublas', 'cuda-nvrtc'],
  cudart: ['cuda-runtime'],
  cufft: ['cufft', 'nvjitlink'],
  cufile: ['cufile'],
  culibos: ['cuda-culibos'],
  cupti: ['cuda-cupti'],
  curand: ['curand'],
  cusolver: ['cusolver', 'cublas', 'cusparse', 'nvjitlink'],
  cusparse: ['cusparse', 'nvjitlink'],
  cuxxfilt: ['cuda-cuxxfilt'],
  npp: ['npp'],
  nvcc: ['cuda-nvcc', 'cuda-crt', 'cuda-runtime', 'nvvm'],
  nvfatbin: ['nvfatbin'],
  nvjitlink: ['nvjitlink'],
  nvjpeg: ['nvjpeg'],
  nvml: ['nvml-dev'],
  nvptxcompiler: ['nvptxcompiler'],
  nvrtc: ['cuda-nvrtc'],
  nvtx: ['nvtx'],
  nvvm: ['nvvm'],
  opencl: ['cuda-opencl'],
  profiler: ['cuda-profiler-api'],
  sanitizer: ['cuda-sanitizer-api'],
};

/**
 * The packages behind `cuda-toolkit[…]`.
 * @param extras normalised
 * @param major of the version asked for; up to 12 the names carry `-cu12`
 */
export function expandCudaToolkit(extras: readonly string[], major: number | undefined): string[] {
  const suffix = major !== undefined && major < 13 ? `-cu${major}` : '';
  const wanted = extras.includes('all') ? Object.keys(toolkitExtras) : extras;
  const parts = wanted.flatMap((extra) => toolkitExtras[extra] ?? []);
  return [...new Set(parts)].map((part) => `nvidia-${part}${suffix}`);
}
