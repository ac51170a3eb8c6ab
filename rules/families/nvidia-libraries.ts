/**
 * Which package brings an NVIDIA library along, without the `-cuNN` that most names have up to CUDA 12.
 *
 * Sources: cuda-pathfinder `descriptor_catalog.py` (b63275e), RAPIDS pre-commit-hooks `use_cuda_wheels.py` (352a42e),
 * PyTorch `build_cuda.sh` (00c7a38).
 */
const packages: readonly (readonly [library: RegExp, name: string])[] = [
  [/^libcudart$/, 'nvidia-cuda-runtime'],
  [/^lib(?:cublas|cublasLt|nvblas)$/, 'nvidia-cublas'],
  [/^libcufftw?$/, 'nvidia-cufft'],
  [/^libcufftMp$/, 'nvidia-cufftmp'],
  [/^libcublasmp$/i, 'nvidia-cublasmp'],
  [/^libcurand$/, 'nvidia-curand'],
  [/^libcusolver(?:Mg)?$/, 'nvidia-cusolver'],
  [/^libcusparse$/, 'nvidia-cusparse'],
  [/^libcusparseLt$/, 'nvidia-cusparselt'],
  [/^libcudnn(?:_\w+)?$/, 'nvidia-cudnn'],
  [/^libnccl$/, 'nvidia-nccl'],
  [/^libnvrtc(?:-builtins)?$/, 'nvidia-cuda-nvrtc'],
  [/^libnvJitLink$/, 'nvidia-nvjitlink'],
  [/^libnvfatbin$/, 'nvidia-nvfatbin'],
  [/^libcufile(?:_rdma)?$/, 'nvidia-cufile'],
  [/^lib(?:cupti|nvperf_host|nvperf_target|pcsamplingutil)$/, 'nvidia-cuda-cupti'],
  [/^lib(?:nvToolsExt|nvtx3interop)$/, 'nvidia-nvtx'],
  [/^libnvvm$/, 'nvidia-nvvm'],
  [/^libnpp\w+$/, 'nvidia-npp'],
  [/^libnvjpeg$/, 'nvidia-nvjpeg'],
  [/^(?:lib)?nvshmem_\w+$/, 'nvidia-nvshmem'],
  [/^libcudss(?:_\w+)?$/, 'nvidia-cudss'],
  [/^libmathdx$/, 'nvidia-libmathdx'],
  [/^libnvcomp(?:_\w+)?$/, 'nvidia-libnvcomp'],
  [/^libcutensor(?:Mg)?$/, 'cutensor'],
];

/** Part of the driver: a wheel cannot bring it along. */
const driver = /^lib(?:cuda|nvidia-[a-z-]+|nvcuvid|nvoptix)\.so\.\d+$/;

export function isDriverLibrary(library: string): boolean {
  return driver.test(library);
}

/** No file system has longer names, and patterns take their time over them. */
const longestName = 255;

/** `libcublas-1a2b3c4d.so.12` is `libcublas`: tools that graft libraries put a part of the digest into the name. */
const LIBRARY = /^([\w+-]+?)(?:-[0-9a-f]{8})?(?:[-.]\d[\d.]*)?\.so(?:\.\d+)*$/;

/**
 * The package for an NVIDIA library, `nvidia-cublas` for `libcublas.so.12`; `undefined` for any other.
 * @param library file name
 */
export function nvidiaPackageOf(library: string): string | undefined {
  const stem = library.length > longestName ? undefined : LIBRARY.exec(library)?.[1];
  return stem === undefined ? undefined : packages.find(([pattern]) => pattern.test(stem))?.[1];
}

/** Whether a project is this package, for any CUDA. @param project normalised name */
export function isPackage(project: string, name: string): boolean {
  return (
    project === name || (project.startsWith(`${name}-cu`) && /^\d{2,3}$/.test(project.slice(name.length + 3)))
  );
}
