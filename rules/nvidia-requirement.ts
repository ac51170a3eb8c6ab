import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { matching } from '../src/engine/matching.ts';
import { markerEnvironmentOf } from '../src/packaging/platform-marker.ts';
import type { Requirement } from '../src/packaging/requirement.ts';
import { askedPackages, groupByExtras, listPackages } from './families/asked-packages.ts';
import { expandCudaToolkit, isNvidiaLibrary } from './families/nvidia.ts';

export default defineRule({
  code: 'WHL501',
  name: 'nvidia-requirement',
  category: 'requirements',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'The wheel requires packages that bring NVIDIA libraries along.',
    why: `On a machine whose CUDA comes as a module, such a requirement installs a second copy of it, gigabytes of cuBLAS,
cuDNN and NCCL, and programs may load the wrong one. Or the install fails, because the wheelhouse has no such package and
the node no network. CUDA 13 dropped the \`-cu13\` suffix of most of these packages, and PyTorch now asks for
\`cuda-toolkit[cublas,cudart,…]\`, so a search for \`nvidia-.*-cu12\` misses most of them.`,
    example: `[[wheel]]
filename = "demo-1.0-cp311-cp311-linux_x86_64.whl"
files = { "demo.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64" }
requires = [
  "nvidia-cudnn-cu13==9.24.0.43; platform_system == 'Linux'",
  "cuda-toolkit[cublas,cudart]==13.0.3; platform_system == 'Linux'",
  "cuda-bindings>=13.0.3,<14",
]
`,
    fix: `Remove these \`Requires-Dist\` lines when you build or relabel the wheel, or accept single packages with
\`nvidia-requirement = { allow = ["nvidia-nvshmem-*"] }\`.`,
    quiet: `For Python code, tools and bindings of the driver (\`nvidia-ml-py\`, \`cuda-python\`, \`cuda-bindings\`,
\`nvidia-cudnn-frontend\`, \`nvidia-dali-cuda120\`, \`triton\`, \`cupy-cuda12x\`, …), for a bare \`cuda-toolkit\`, which asks for
nothing, and for requirements whose marker cannot hold on the wheel's platform. Behind an extra it is an info.`,
    references: [
      'https://docs.nvidia.com/cuda/cuda-installation-guide-linux/index.html#pip-wheels',
      'https://github.com/pytorch/pytorch/issues/97990',
    ],
  },
  messages: {
    always: "Every install of this wheel also installs NVIDIA libraries: '{packages}'.",
    extra: "With the extra '{extras}' this wheel also installs NVIDIA libraries: '{packages}'.",
  },
  fix: 'drop-requirement',
  options: v.strictObject({
    allow: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description('Globs for packages that may be required, for example `nvidia-nvshmem-*`.'),
    ),
    deny: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description('Globs for further packages to flag, for example `cupy-cuda*`.'),
    ),
    'behind-extra': v.pipe(
      v.optional(v.picklist(['off', 'info', 'warning', 'error']), 'info'),
      v.description('The most that a requirement behind an extra can be.'),
    ),
  }),
  checkWheel(wheel, { options, report }) {
    const metadata = wheel.distInfo?.metadata;
    if (metadata === undefined || metadata.requirements.length === 0) return;
    const isDenied = matching(options.deny);
    const requirements = metadata.requirements.filter(
      ({ parsed }) => parsed.ok && librariesOf(parsed.requirement, isDenied).length > 0,
    );
    if (requirements.length === 0) return;
    const environment = markerEnvironmentOf(wheel.name?.platforms ?? []);
    const isAllowed = matching(options.allow);
    const found = requirements
      .flatMap((line) =>
        askedPackages(line, environment, (requirement) => librariesOf(requirement, isDenied)),
      )
      .flatMap((item) => {
        const packages = item.packages.filter((name) => !isAllowed(name));
        return packages.length > 0 ? [{ ...item, packages }] : [];
      });
    const always = found.filter(({ extras }) => extras.length === 0);
    const [first] = always;
    const { member } = metadata;
    if (first !== undefined) {
      report({
        message: 'always',
        wheel,
        member,
        line: first.line,
        data: { packages: listPackages(always) },
      });
    }
    const atMost = options['behind-extra'];
    if (atMost === 'off') return;
    for (const [extras, items] of groupByExtras(found)) {
      const [{ line } = { line: undefined }] = items;
      report({
        message: 'extra',
        wheel,
        member,
        line,
        subject: extras,
        atMost,
        data: { extras, packages: listPackages(items) },
      });
    }
  },
});

function librariesOf(
  { project, extras, specifiers }: Requirement,
  isDenied: (name: string) => boolean,
): readonly string[] {
  if (project === 'cuda-toolkit') return expandCudaToolkit(extras, specifiers[0]?.version?.release[0]);
  return isNvidiaLibrary(project) || isDenied(project) ? [project] : [];
}
