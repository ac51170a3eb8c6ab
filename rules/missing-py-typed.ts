import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import type { TopLevel } from '../src/wheel/layout/toplevel.ts';
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
    if (!layout.bySuffix.has('pyi')) return;
    const found = layout.toplevels
      .filter((entry) => entry.isFolder && !isSideFolder(entry.name) && isUnmarked(entry))
      .map(({ path }) => path);
    const unwanted = notAllowed(found, optionsFor(options, wheel).allow);
    const [member] = unwanted;
    if (member !== undefined) {
      report({ message: 'found', wheel, member, data: { members: few(unwanted) } });
    }
  },
});

function isUnmarked(entry: TopLevel): boolean {
  let hasStubs = false;
  for (const { otherFiles } of entry.folders) {
    for (const { name } of otherFiles) {
      if (name.endsWith('.pyi')) hasStubs = true;
      else if (name.endsWith('/py.typed')) return false;
    }
  }
  return hasStubs;
}
