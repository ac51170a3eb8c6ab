import { posix } from 'node:path';
import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { matching } from '../src/engine/matching.ts';
import { list } from '../src/report/words.ts';
import { baseName } from '../src/wheel/native/file-suffix.ts';
import { isLoader } from '../src/wheel/native/libc.ts';
import { manylinuxLibraries } from '../src/wheel/native/manylinux-policy.ts';
import { installedPath, isBelow, searchPath } from '../src/wheel/native/search-path.ts';
import type { NativeSymbols } from '../src/wheel/native/symbols.ts';
import { isProvided, providersAmong } from './families/library-providers.ts';
import { isDriverLibrary } from './families/nvidia-libraries.ts';

export default defineRule({
  code: 'WHL801',
  name: 'unresolved-library',
  category: 'linkage',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'Native code needs a library that neither the wheel nor what it requires brings along.',
    why: `The wheel installs, and the import fails with "cannot open shared object file", unless a module was loaded or
LD_LIBRARY_PATH happens to be set. Searched are the wheel, the folders of RPATH and RUNPATH (\`$ORIGIN\` resolved where the
member is installed), the packages that it requires and that are known to bring libraries along (NVIDIA's, MKL, TBB,
torch, pyarrow, …), and the libraries that every distribution has under the manylinux policies.`,
    example: `[[wheel]]
filename = "demo-1.0-cp311-cp311-linux_x86_64.whl"
files = { "demo/libdemo.so" = "binary: elf x86_64 needs=libc.so.6 needs=libhdf5.so.310" }
`,
    fix: `Bring the library along (\`auditwheel repair\`, \`delocate\`), require the package that has it, or, where every user has
it, name it: \`unresolved-library = { allow = ["libmpi.so.*"], prefixes = ["/cvmfs/soft.computecanada.ca"] }\`.`,
    quiet: `For libraries of the NVIDIA driver, for folders of RPATH that belong to a package the wheel requires or lie below a
configured prefix, and for Windows, Android and iOS. A library of the wheel that some RPATH leads to counts as found by all, because it is loaded once.`,
    references: [
      'https://peps.python.org/pep-0600/',
      'https://github.com/pypa/auditwheel/blob/86154d1/src/auditwheel/policy/manylinux-policy.json',
    ],
  },
  messages: {
    unresolved:
      "'{member}' needs '{libraries}', which neither the wheel, nor a package that it requires, nor every system has: the import fails where they are not found otherwise.",
    unreachable:
      "The wheel has '{libraries}', but no RPATH of '{member}' or of others leads there: it is found only if the package loads it first.",
  },
  options: v.strictObject({
    allow: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description('Globs for libraries that every machine has, for example `libmpi.so.*`.'),
    ),
    prefixes: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description('Folders of RPATH in which every machine has what is needed.'),
    ),
  }),
  reads: ['symbols'],
  readsOf: ({ nativeMembers, name }) => nativeMembers.length > 0 && !name?.platforms.some(isMobile),
  when: ['symbols'],
  checkContents({ wheel, symbols }, { options, report }) {
    const relevant = symbols.filter(({ member }) => member.system === 'linux' || member.system === 'macos');
    if (relevant.length === 0 || wheel.name?.platforms.some(isMobile)) return;
    const isAllowed = matching(options.allow);
    const lines = wheel.distInfo?.metadata?.requirements ?? [];
    const providers = providersAmong(lines);
    const required = new Set(
      lines.flatMap(({ parsed }) => (parsed.ok ? [parsed.requirement.project.replaceAll('-', '_')] : [])),
    );
    const inside = new Set(relevant.flatMap(({ member, soname }) => [baseName(member.member), soname ?? '']));
    const searched = relevant.map((item) => ({ item, ...foldersOf(item, options.prefixes, required) }));
    // RPATH holds for the libraries of libraries too, and what is loaded once is there for all.
    const all = new Set(searched.flatMap(({ folders }) => folders));
    const reached = new Set(
      wheel.nativeMembers
        .flatMap(({ member }) => installedPath(member) ?? [])
        .flatMap((path) => (all.has(posix.dirname(path)) ? [baseName(path)] : [])),
    );
    /** Libraries that are not found, with the first member that needs them. */
    const lost = new Map<string, string>();
    for (const { item, isOpen } of searched) {
      for (const library of isOpen ? [] : item.needed) {
        const name = baseName(library);
        if (lost.has(name) || lost.size === mostLost) continue;
        if (!isOfSystem(library) && !isAllowed(name) && !reached.has(name))
          lost.set(name, item.member.member);
      }
    }
    const unprovided = [...lost.keys()].filter((name) => !isProvided(providers, name));
    for (const [message, names, atMost] of [
      ['unresolved', unprovided.filter((name) => !inside.has(name)), undefined],
      ['unreachable', unprovided.filter((name) => inside.has(name)), 'info'],
    ] as const) {
      const [first] = names;
      const member = first === undefined ? undefined : lost.get(first);
      if (member === undefined) continue;
      const data = { member, libraries: list(names, 4) };
      report({ message, wheel, member, ...(atMost && { atMost }), data });
    }
  },
});

/** Past these nobody counts. */
const mostLost = 1000;

interface Folders {
  /** Relative to site-packages. */
  readonly folders: readonly string[];
  /** Whether one of the others may have anything: a prefix of ours, or a package that is required. */
  readonly isOpen: boolean;
}

function foldersOf(
  { member, rpath, needed }: NativeSymbols,
  prefixes: readonly string[],
  required: ReadonlySet<string>,
): Folders {
  const folders: string[] = [];
  let isOpen = false;
  // Mach-O may name the folder with the library.
  const beside = needed.filter((library) => library.startsWith('@loader_path/')).map(posix.dirname);
  for (const entry of [...rpath, ...new Set(beside)]) {
    const path = searchPath(entry, member.member);
    if (path.kind === 'absolute') isOpen ||= isBelow(path.folder, prefixes);
    if (path.kind !== 'installed') continue;
    folders.push(path.folder);
    isOpen ||= required.has(path.folder.split('/')[0]?.toLowerCase() ?? '');
  }
  return { folders, isOpen };
}

/** Systems with libraries of their own. */
function isMobile(platform: string): boolean {
  return platform.startsWith('android') || platform.startsWith('ios');
}

/** What every machine of the platform has. */
function isOfSystem(library: string): boolean {
  return (
    manylinuxLibraries.has(library) ||
    isLoader(library) ||
    isDriverLibrary(library) ||
    /^libc\.(?:musl-\w+\.so\.1|so)$/.test(library) ||
    /^\/(?:usr\/lib|System)\//.test(library)
  );
}
