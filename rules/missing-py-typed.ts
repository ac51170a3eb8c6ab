import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import type { Folder } from '../src/wheel/layout/layout.ts';
import { allow, notAllowed } from './contents/options.ts';
import { isSideFolder } from './contents/side-folders.ts';

export default defineRule({
  code: 'WHL716',
  name: 'missing-py-typed',
  category: 'contents',
  severity: 'info',
  offByDefault: true,
  needs: [],
  docs: {
    summary: "A package ships type stubs but no 'py.typed', so that type checkers pass over them.",
    why: `Type checkers use the types of an installed package only where it has a file \`py.typed\` (PEP 561). Without it mypy
says that the package is untyped, whatever stubs are in it.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo/__init__.pyi" = "version: str" }
`,
    fix: 'Add an empty `py.typed` to the package, and list it as package data.',
    quiet:
      'For stub packages (`demo-stubs`), which need none, and where any package below the top-level one has the file.',
    references: [
      'https://peps.python.org/pep-0561/#packaging-type-information',
      'https://github.com/jwodder/check-wheel-contents/issues/15',
    ],
  },
  messages: {
    found:
      "Packages with type stubs have no 'py.typed', so type checkers pass over the stubs: '{members}'; add the file to them.",
  },
  options: withProjects({ allow }),
  when: ['stub-files'],
  checkContents({ wheel, layout }, { options, report }) {
    const marked = new Set(layout.bySuffix.get('typed')?.map(({ name }) => markedFolder(name)));
    const found = layout.toplevels
      .filter((entry) => entry.isFolder && !isSideFolder(entry.name))
      .filter(({ folders }) => !folders.some(({ path }) => marked.has(path)) && folders.some(hasStub))
      .map(({ path }) => path);
    const unwanted = notAllowed(found, optionsFor(options, wheel).allow);
    const [member] = unwanted;
    if (member !== undefined) {
      report({ message: 'found', wheel, member, data: { members: few(unwanted) } });
    }
  },
});

/** The folder of a `py.typed`; what has another name is in none. */
function markedFolder(name: string): string | undefined {
  return name.endsWith('/py.typed') ? name.slice(0, -'py.typed'.length) : undefined;
}

function hasStub({ otherFiles }: Folder): boolean {
  return otherFiles.some(({ name }) => name.endsWith('.pyi'));
}
