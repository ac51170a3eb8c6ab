import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import type { Severity } from '../src/engine/finding.ts';
import { matching } from '../src/engine/matching.ts';
import { baseName } from '../src/wheel/native/file-suffix.ts';
import { isLoaded } from '../src/wheel/native/native-member.ts';
import { type SystemFamily, systemFamilyOf } from './families/system-libraries.ts';

const messages = {
  libc: "'{member}' is a copy of the C library: with the system's in the same process, memory and threads of one are broken by the other.",
  runtime:
    "'{member}' is a copy of the compiler's run-time library: where it is older than the system's, other libraries in the process miss its newer symbols.",
  openssl:
    "'{member}' is a copy of OpenSSL: it gets none of the system's security updates, and knows none of its certificates and settings.",
  openmp:
    "'{member}' is a copy of an OpenMP run-time library: two in one process start twice as many threads, and may hang.",
  mpi: "'{member}' is a copy of an MPI library: it knows neither the network nor the job scheduler of a cluster.",
  fabric: "'{member}' is a copy of a network library: it has to fit the drivers of the machine.",
  driver: "'{member}' is a copy of a part of a driver: it has to fit the kernel module of the machine.",
  python:
    "'{member}' is a copy of Python: an extension module that is linked with it starts a second interpreter.",
} as const satisfies Readonly<Record<SystemFamily, string>>;

/** What is often done, and seldom to be changed by who packs the wheel. */
const softer: Readonly<Partial<Record<SystemFamily, Severity>>> = { openssl: 'info', openmp: 'info' };

export default defineRule({
  code: 'WHL803',
  name: 'bundled-system-library',
  category: 'linkage',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'The wheel brings a library along that belongs to the machine.',
    why: `Some libraries cannot be there twice, or have to fit what is below them: the C library and the compiler's run-time
library, MPI and the network libraries under it, drivers, Python itself. Copies of OpenSSL and of OpenMP work and are an
info: the one misses updates, two of the other slow a program down or hang it.`,
    example: `[[wheel]]
filename = "demo-1.0-cp311-cp311-manylinux_2_28_x86_64.whl"
files = { "demo.libs/libmpi-1a2b3c4d.so.40.30.4" = "binary: elf x86_64" }
`,
    fix: `Leave the library out (\`auditwheel repair --exclude libmpi.so.40\`), or accept it:
\`bundled-system-library = { allow = ["libgomp*"] }\`.`,
    quiet: `For \`libstdc++\` and \`libgcc_s\` in musllinux wheels, whose systems may have neither, for libraries of other systems
than the tag's, and for wheels that bring a whole Python along as a program.`,
    references: [
      'https://github.com/pypa/auditwheel#limitations',
      'https://conda-forge.org/docs/maintainer/knowledge_base/',
      'https://mpi4py.readthedocs.io/en/stable/install.html',
    ],
  },
  messages,
  options: v.strictObject({
    allow: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description('Globs for file names of libraries that may be brought along, for example `libgomp*`.'),
    ),
  }),
  checkWheel(wheel, { options, report }) {
    if (wheel.nativeMembers.length === 0) return;
    const isAllowed = matching(options.allow);
    const isMusl = wheel.name?.platforms.some((tag) => tag.startsWith('musllinux')) ?? false;
    const told = new Set<SystemFamily>();
    for (const item of wheel.nativeMembers) {
      const { member } = item;
      const name = baseName(member);
      const family = isLoaded(item) && !isAllowed(name) ? systemFamilyOf(name) : undefined;
      if (family === undefined || told.has(family) || (isMusl && family === 'runtime')) continue;
      if (family === 'python' && bringsPython(wheel.nativeMembers)) continue;
      told.add(family);
      const atMost = softer[family];
      report({ message: family, wheel, member, ...(atMost && { atMost }), data: { member } });
    }
  },
});

function bringsPython(members: readonly { readonly member: string }[]): boolean {
  return members.some(({ member }) => /(?:^|\/)python(?:3(?:\.\d+)?)?(?:\.exe)?$/.test(member));
}
