import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { matching } from '../src/engine/matching.ts';
import { list } from '../src/report/words.ts';
import { baseName } from '../src/wheel/native/file-suffix.ts';
import { isLoaded } from '../src/wheel/native/native-member.ts';
import { searchPath } from '../src/wheel/native/search-path.ts';
import { isProvided, providersAmong } from './families/library-providers.ts';
import { isNvidiaLibrary } from './families/nvidia.ts';
import { nvidiaPackageOf } from './families/nvidia-libraries.ts';

export default defineRule({
  code: 'WHL804',
  name: 'bundled-nvidia-library',
  category: 'linkage',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary:
      'The wheel brings NVIDIA libraries along that a package or a CUDA module has as well, or is linked to look there.',
    why: `Where CUDA comes as a module, a copy in the wheel costs up to gigabytes and may be loaded in its place; beside a
requirement for the package that has the same library, there are two of them in one process. An RPATH into
\`site-packages/nvidia\` does the same as a copy: the package's library is loaded before the module's.`,
    example: `[[wheel]]
filename = "demo-1.0-cp311-cp311-manylinux_2_28_x86_64.whl"
files = { "demo.libs/libcublas-1a2b3c4d.so.12.8.4.1" = "binary: elf x86_64" }
`,
    fix: `Leave the libraries out (\`auditwheel repair --exclude 'libcublas.so.*'\`) and take the RPATH to the packages away
(\`patchelf --remove-rpath\`), or accept single ones: \`bundled-nvidia-library = { allow = ["libcudart*"] }\`.`,
    quiet:
      'For the packages of NVIDIA that the libraries belong to, and for static CUDA inside of another library.',
    references: [
      'https://docs.nvidia.com/cuda/cuda-installation-guide-linux/index.html#pip-wheels',
      'https://github.com/pytorch/pytorch/issues/97990',
    ],
  },
  messages: {
    bundled:
      "The wheel brings '{libraries}' along, which a CUDA module or the packages '{packages}' have as well: whichever is found first is loaded.",
    twice:
      "The wheel brings '{libraries}' along and requires packages with the same libraries ('{packages}'): both are installed, and one process may load both.",
    linked:
      "'{member}' looks for '{libraries}' in the folder of NVIDIA's packages ('{path}'): these come before the libraries of a CUDA module.",
  },
  options: v.strictObject({
    allow: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description('Globs for file names of libraries that may be brought along, for example `libcudart*`.'),
    ),
  }),
  reads: ['symbols'],
  readsOf: ({ name, nativeMembers }) => nativeMembers.length > 0 && !isNvidiaLibrary(name?.project ?? ''),
  checkContents({ wheel, symbols }, { options, report }) {
    if (wheel.name === undefined || isNvidiaLibrary(wheel.name.project)) return;
    const isAllowed = matching(options.allow);
    const packageOf = (library: string) => (isAllowed(library) ? undefined : nvidiaPackageOf(library));
    const requirements = providersAmong(wheel.distInfo?.metadata?.requirements ?? []);
    const copies = wheel.nativeMembers
      .filter((item) => isLoaded(item))
      .flatMap(({ member }) => {
        const library = baseName(member);
        const name = packageOf(library);
        return name === undefined
          ? []
          : [{ member, library, name, isTwice: isProvided(requirements, library) }];
      });
    for (const [message, isTwice] of [
      ['twice', true],
      ['bundled', false],
    ] as const) {
      const found = copies.filter((copy) => copy.isTwice === isTwice);
      const [first] = found;
      if (first === undefined) continue;
      const libraries = unique(found.map(({ library }) => library));
      const data = { libraries, packages: unique(found.map(({ name }) => name)) };
      report({ message, wheel, member: first.member, data });
    }
    for (const { member: native, needed, rpath } of symbols) {
      const { member } = native;
      const path = rpath.find((entry) => {
        const found = searchPath(entry, member);
        return (
          found.kind === 'installed' && (found.folder === 'nvidia' || found.folder.startsWith('nvidia/'))
        );
      });
      const libraries = needed.filter((library) => packageOf(library) !== undefined);
      if (path === undefined || libraries.length === 0) continue;
      const data = { member, path, libraries: unique(libraries) };
      report({ message: 'linked', wheel, member, atMost: 'info', data });
      return;
    }
  },
});

function unique(texts: readonly string[]): string {
  return list([...new Set(texts)], 4);
}
