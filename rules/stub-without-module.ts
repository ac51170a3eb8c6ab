import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import type { Member } from '../src/wheel/archive/directory.ts';
import { few } from '../src/wheel/layout/few.ts';
import type { Folder, Layout } from '../src/wheel/layout/layout.ts';
import { isModule, moduleName } from '../src/wheel/layout/module-name.ts';
import { allow, notAllowed } from './contents/options.ts';
import { isSideFolder } from './contents/side-folders.ts';

export default defineRule({
  code: 'WHL715',
  name: 'stub-without-module',
  category: 'contents',
  severity: 'info',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'A type stub has no module beside it.',
    why: `Type checkers believe a \`.pyi\` file: code that imports the module passes every check and fails when it runs. The
module was removed or renamed, or it is an extension that this build did not make.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo/fast.pyi" = "def run() -> None: ..." }
`,
    fix: 'Add the module that is missing, or remove the stub.',
    quiet:
      'For stub packages (`demo-stubs`), and for names that begin with an underscore: such stubs hold types only.',
    references: [
      'https://github.com/jwodder/check-wheel-contents/issues/14',
      'https://typing.python.org/en/latest/spec/distributing.html',
    ],
  },
  messages: {
    found:
      "Type checkers accept imports of these stubs, but the wheel has no such module and they fail when run: '{members}'; add the modules or remove the stubs.",
  },
  options: withProjects({ allow }),
  when: ['stub-files'],
  checkContents({ wheel, layout }, { options, report }) {
    const stubs = layout.bySuffix.get('pyi') ?? [];
    const byFolder = Map.groupBy(stubs, ({ name }) => name.slice(0, name.lastIndexOf('/') + 1));
    const found = Array.from(byFolder).flatMap(([path, inside]) => {
      const folder = layout.folder(path);
      return folder !== undefined && isJudged(folder) ? lonelyStubs(folder, inside, layout) : [];
    });
    const unwanted = notAllowed(found, optionsFor(options, wheel).allow);
    const [member] = unwanted;
    if (member !== undefined) {
      report({ message: 'found', wheel, member, data: { members: few(unwanted) } });
    }
  },
});

/** Neither a folder of stubs for another package, nor a private one. */
function isJudged({ section, path, start }: Folder): boolean {
  const isPrivate = path.startsWith('_', start) || path.includes('/_', start);
  const top = path.slice(start, Math.max(start, path.indexOf('/', start)));
  return section === 'library' && !isPrivate && !isSideFolder(top);
}

function lonelyStubs(
  { path, files, otherFiles }: Folder,
  stubs: readonly Member[],
  layout: Layout,
): string[] {
  const missing = withoutSource(stubs, files);
  if (missing.length === 0) return [];
  // `MPI.mpich.cpython-311-x86_64-linux-gnu.so` is a build of `MPI`.
  const extensions = new Set(
    otherFiles
      .filter(({ name }) => isModule(name))
      .flatMap(({ name }) => moduleName(name.slice(path.length))?.split('.', 1)[0] ?? []),
  );
  if (files.length === otherFiles.length && extensions.size === 0) return [];
  return missing.filter((name) => {
    const stub = name.slice(path.length, -'.pyi'.length);
    const isHidden = stub.startsWith('_') && stub !== '__init__';
    return !isHidden && !extensions.has(stub) && layout.folder(`${path}${stub}/`) === undefined;
  });
}

/** Those stubs of a folder that have no `.py` file beside them. */
function withoutSource(stubs: readonly Member[], files: readonly Member[]): string[] {
  const bySource = new Map<string, string>();
  // A map has to read all of a text to find it, its length is at hand.
  const lengths = new Set<number>();
  for (const { name } of stubs) {
    const source = name.slice(0, -'i'.length);
    bySource.set(source, name);
    lengths.add(source.length);
  }
  for (const { name } of files) if (lengths.has(name.length)) bySource.delete(name);
  return [...bySource.values()];
}
