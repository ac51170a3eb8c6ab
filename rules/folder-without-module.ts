import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import { markOfFolder } from '../src/wheel/layout/marks.ts';
import { isModule } from '../src/wheel/layout/module-name.ts';
import { filesBelow, type TopLevel } from '../src/wheel/layout/toplevel.ts';
import { allow, notAllowed } from './contents/options.ts';
import { isSideFolder } from './contents/side-folders.ts';

export default defineRule({
  code: 'WHL711',
  name: 'folder-without-module',
  category: 'contents',
  severity: 'info',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'A folder at the top of site-packages without any module.',
    why: `Site-packages is where Python looks for modules. A folder of data there takes a name that a package could have, and
Python imports it as an empty namespace package instead of saying that there is none.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "assets/logo.svg" = "" }
`,
    fix: "Move the files into the package, or to `share/` with the build's way of adding data files.",
    quiet:
      'For stubs (`demo-stubs`), for the folders of repair tools (`demo.libs`) and for leftovers, which have a rule of their own.',
    references: [
      'https://github.com/jwodder/check-wheel-contents#w010--toplevel-library-directory-contains-no-python-modules',
    ],
  },
  messages: {
    found:
      "Folders without any module would be installed at the top of site-packages: '{members}'; move them into a package or leave them out.",
  },
  options: withProjects({ allow }),
  checkContents({ wheel, layout }, { options, report }) {
    const found = layout.toplevels
      .filter((entry) => entry.isFolder && !hasModule(entry))
      .filter(({ name }) => !isSideFolder(name) && markOfFolder(`${name}/`) === undefined)
      .map(({ path }) => path);
    const unwanted = notAllowed(found, optionsFor(options, wheel).allow);
    const [member] = unwanted;
    if (member !== undefined) {
      report({ message: 'found', wheel, member, data: { members: few(unwanted) } });
    }
  },
});

function hasModule(entry: TopLevel): boolean {
  for (const { name } of filesBelow(entry)) if (isModule(name)) return true;
  return false;
}
