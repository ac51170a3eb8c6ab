import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import { allow, notAllowed } from './contents/options.ts';

export default defineRule({
  code: 'WHL726',
  name: 'space-in-path',
  category: 'contents',
  severity: 'info',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'A path in the wheel has a space in it.',
    why: `Shell scripts, Makefiles and job files that do not quote a path take it for two. No module can be imported from
such a folder. \`file (1).py\` and \`Copy of file.py\` are leftovers of a file manager.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo/table (1).csv" = "a" }
`,
    fix: 'Rename the file, with an underscore for example, or leave it out.',
    references: ['https://pydistcheck.readthedocs.io/en/latest/check-reference.html#path-contains-spaces'],
  },
  messages: {
    found: "Scripts that do not quote these paths fail, because they have spaces: '{members}'; rename them.",
  },
  options: withProjects({ allow }),
  when: ['odd-paths'],
  checkContents({ wheel, layout }, { options, report }) {
    const found = layout.oddNames.spaced;
    const unwanted = notAllowed(found, optionsFor(options, wheel).allow);
    const [member] = unwanted;
    if (member !== undefined) {
      report({ message: 'found', wheel, member, data: { members: few(unwanted) } });
    }
  },
});
