import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import { allow, notAllowed } from './contents/options.ts';

export default defineRule({
  code: 'WHL725',
  name: 'non-ascii-path',
  category: 'contents',
  severity: 'info',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'A path in the wheel has characters that are not ASCII.',
    why: `An \`é\` can be written in two ways, and file systems differ in which they keep: a file that is looked for by the one
is not found by the other. Under a \`C\` locale, which batch jobs often have, and in archives without the UTF-8 flag the
name can become another one.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo/données.csv" = "a" }
`,
    fix: 'Rename the file with ASCII letters.',
    references: [
      'https://pydistcheck.readthedocs.io/en/latest/check-reference.html#path-contains-non-ascii-characters',
    ],
  },
  messages: {
    found:
      "Paths with characters that are not ASCII are not the same on every system: '{members}'; rename them.",
  },
  options: withProjects({ allow }),
  when: ['odd-paths'],
  checkContents({ wheel, layout }, { options, report }) {
    const found = layout.oddNames.nonAscii;
    const unwanted = notAllowed(found, optionsFor(options, wheel).allow);
    const [member] = unwanted;
    if (member !== undefined) {
      report({ message: 'found', wheel, member, data: { members: few(unwanted) } });
    }
  },
});
