/** A family of libraries that belong to the machine. */
export type SystemFamily = 'libc' | 'runtime' | 'openssl' | 'openmp' | 'mpi' | 'fabric' | 'driver' | 'python';

/**
 * Names without `lib`, hash, version and suffix. What is not here is fair to bring along: auditwheel and delocate do it.
 *
 * Sources: the libraries that auditwheel never grafts (`manylinux-policy.json`, 86154d1), conda-forge's pinned run-time
 * libraries, mpi4py's documentation on wheels.
 */
const families: readonly (readonly [stem: RegExp, family: SystemFamily])[] = [
  [
    /^(?:c|m|dl|rt|pthread|util|resolv|nsl|anl|mvec|c\.musl-\w+|System|System\.B)$|^ld(?:-linux|-musl|64)/,
    'libc',
  ],
  [/^(?:stdc\+\+|gcc_s|c\+\+|c\+\+abi)$/, 'runtime'],
  [/^(?:ssl|crypto)$/, 'openssl'],
  [/^(?:gomp|iomp5|iomp5md|omp)$/, 'openmp'],
  [/^(?:mpi|mpich|mpicxx|mpifort|mpi_\w+|open-rte|open-pal|pmi2?|pmix)$/, 'mpi'],
  [/^(?:fabric|ucp|uct|ucs|ucm|ibverbs|rdmacm|psm2|psm_infinipath)$/, 'fabric'],
  [/^(?:cuda|nvidia-[a-z-]+|GL|EGL|GLX|drm)$/, 'driver'],
  [/^(?:python3(?:\.\d+)?t?|python3\d+t?)$/, 'python'],
];

const SUFFIX = /(?:-[0-9a-f]{8,32})?(?:[-.]\d[\w.-]*?)?\.(?:so(?:\.\d+)*|dylib|dll)$/;

/** No file system has longer names, and patterns take their time over them. */
const longestName = 255;

/**
 * The family of a library; `undefined` for one that a wheel may bring along.
 * @param library file name, also as tools that graft libraries write it: `libssl-1a2b3c4d.so.3`
 */
export function systemFamilyOf(library: string): SystemFamily | undefined {
  const suffix = library.length > longestName ? null : SUFFIX.exec(library);
  if (suffix === null) return undefined;
  const stem = library.slice(0, suffix.index).replace(/^lib/, '');
  return families.find(([pattern]) => pattern.test(stem))?.[1];
}
