import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';

export default defineRule({
  code: 'WHL707',
  name: 'toplevel-init',
  category: 'contents',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: "An '__init__.py' would stand at the top of site-packages.",
    why: `An \`__init__.py\` makes its folder a package, and site-packages is none: Python never looks at the file, and test
runners such as pytest take all of site-packages for a package when they meet it. It is the mark of a build that took the
project's folder for the package.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "__init__.py" = "", "demo/__init__.py" = "" }
`,
    fix: 'Remove the file from the root of the project, or list the packages (`packages = ["demo"]`).',
    references: ['https://github.com/jwodder/check-wheel-contents#w006--__init__py-at-top-level-of-library'],
  },
  messages: {
    found:
      "'{member}' would stand at the top of site-packages, which is no package: Python never reads it there; leave it out.",
  },
  options: v.strictObject({}),
  checkContents({ wheel, layout }, { report }) {
    for (const { name, path } of layout.toplevels) {
      if (name === '__init__.py') report({ message: 'found', wheel, member: path, data: { member: path } });
    }
  },
});
