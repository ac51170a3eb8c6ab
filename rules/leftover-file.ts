import { defineRule } from '../src/engine/define-rule.ts';
import { matching } from '../src/engine/matching.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import { allow, globs, notAllowed } from './contents/options.ts';

export default defineRule({
  code: 'WHL731',
  name: 'leftover-file',
  category: 'contents',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'Files that version control, editors, caches and desktops leave behind are in the wheel.',
    why: `A \`.git\` folder is the whole history of a project, with everything that was ever in it. \`.DS_Store\`, \`.idea\` and
\`*.swp\` tell about the machine of the build, and every user downloads and stores them.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo/.DS_Store" = "x", ".idea/workspace.xml" = "<x/>" }
`,
    fix: 'Build from a clean checkout, and leave them out of the package data.',
    quiet: `For \`package.json.orig\`, which every extension of JupyterLab has. \`.gitignore\` and the files of CI services are in
[development-file](development-file.md).`,
    references: [
      'https://github.com/jwodder/check-wheel-contents/issues/8',
      'https://github.com/jwodder/check-wheel-contents/issues/9',
      'https://pydistcheck.readthedocs.io/en/latest/check-reference.html#unexpected-files',
    ],
  },
  messages: {
    found:
      "Leftovers of version control, editors, caches or desktops are in this wheel, and every user stores them: '{members}'; build from a clean checkout.",
    denied: "The configuration denies files that are in this wheel: '{members}'; leave them out.",
  },
  options: withProjects({
    deny: globs('Globs for further members that should not be there, for example `**/*.ipynb`.'),
    allow,
  }),
  checkContents({ wheel, members, layout }, { options, report }) {
    const { deny, allow: allowed } = optionsFor(options, wheel);
    const unwanted = notAllowed(layout.marked.get('leftover') ?? [], allowed);
    const [member] = unwanted;
    if (member !== undefined) {
      report({ message: 'found', wheel, member, data: { members: few(unwanted) } });
    }
    if (deny.length === 0 || wheel.problems.length > 0) return;
    const isDenied = matching(deny);
    const found = members.flatMap(({ name }) => (isDenied(name) ? [name] : []));
    const deniedPaths = notAllowed(found, allowed);
    const [denied] = deniedPaths;
    if (denied !== undefined) {
      report({ message: 'denied', wheel, member: denied, data: { members: few(deniedPaths) } });
    }
  },
});
