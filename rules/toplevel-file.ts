import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import { markOfFile } from '../src/wheel/layout/marks.ts';
import { isModule } from '../src/wheel/layout/module-name.ts';
import { allow, notAllowed } from './contents/options.ts';

export default defineRule({
  code: 'WHL704',
  name: 'toplevel-file',
  category: 'contents',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'A file that is no module would stand at the top of site-packages.',
    why: `What is at the top of a wheel is installed at the top of site-packages, beside the files of every other project. A
\`README.md\` or \`LICENSE\` there says to nobody whose it is, and the next wheel that has one overwrites it, with no word
from pip; uninstalling either then removes the file of both.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "README.md" = "# Demo" }
`,
    fix: `Move the file into a package, or leave it out: the description stands in METADATA, and licence files belong to the
dist-info folder (\`license-files\` in \`pyproject.toml\`). With Poetry and Hatch, look at \`include\`.`,
    quiet: `For modules and \`.pth\` files, and for byte code, leftovers and credentials, which have rules of their own.
\`py.typed\` and \`*.pyi\` count: type checkers look for them in packages only.`,
    references: [
      'https://github.com/jwodder/check-wheel-contents#w003--wheel-contains-non-module-at-library-toplevel',
    ],
  },
  messages: {
    found:
      "Files that are no modules would be installed at the top of site-packages, where they collide with those of other projects: '{members}'; move them into a package or leave them out.",
  },
  options: withProjects({ allow }),
  checkContents({ wheel, layout }, { options, report }) {
    const found = layout.toplevels
      .filter(({ isFolder, name }) => !isFolder && !isModule(name) && !hasOtherRule(name))
      .map(({ path }) => path);
    const unwanted = notAllowed(found, optionsFor(options, wheel).allow);
    const [member] = unwanted;
    if (member !== undefined) {
      report({ message: 'found', wheel, member, data: { members: few(unwanted) } });
    }
  },
});

function hasOtherRule(name: string): boolean {
  return /.\.(?:pth|pyc|pyo|egg-info)$/.test(name) || markOfFile(name) !== undefined;
}
