import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import { allow, notAllowed } from './contents/options.ts';

export default defineRule({
  code: 'WHL732',
  name: 'development-file',
  category: 'contents',
  severity: 'info',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'Files that only the developers of a project use are in the wheel.',
    why: `The configuration of CI services, linters and version control does nothing once it is installed. It says that the
wheel has more in it than was meant, and sometimes how the project is built and where it is deployed.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo/data/.gitignore" = "*", "tox.ini" = "[tox]" }
`,
    fix: 'Leave them out of the package data; list what a package needs instead of everything in its folder.',
    references: [
      'https://github.com/jwodder/check-wheel-contents/issues/13',
      'https://pydistcheck.readthedocs.io/en/latest/check-reference.html#unexpected-files',
    ],
  },
  messages: {
    found:
      "Only developers of the project use these files, and every user installs them: '{members}'; leave them out.",
  },
  options: withProjects({ allow }),
  when: ['marked-files'],
  checkContents({ wheel, layout }, { options, report }) {
    const found = layout.marked.get('development') ?? [];
    const unwanted = notAllowed(found, optionsFor(options, wheel).allow);
    const [member] = unwanted;
    if (member !== undefined) {
      report({ message: 'found', wheel, member, data: { members: few(unwanted) } });
    }
  },
});
