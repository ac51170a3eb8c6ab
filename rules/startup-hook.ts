import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import { isEditableHook } from './contents/editable.ts';
import { allow, notAllowed } from './contents/options.ts';

export default defineRule({
  code: 'WHL735',
  name: 'startup-hook',
  category: 'contents',
  severity: 'info',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'The wheel installs a file that Python reads at every start.',
    why: `Python runs the \`import\` lines of every \`*.pth\` file in site-packages, \`sitecustomize\` and \`usercustomize\`
whenever it starts, whether the project is used or not. Each makes every start slower, on a shared file system most of
all, and it is where malicious wheels put their code.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo.pth" = "import demo" }
`,
    fix: 'Look at what the file does. Do it when the package is imported, if that is early enough.',
    quiet: 'For the hooks of an editable installation, which [editable-wheel](editable-wheel.md) is about.',
    references: ['https://docs.python.org/3/library/site.html'],
  },
  messages: {
    found:
      "Python would read these files at every start, whatever it is started for: '{members}'; look at what they do.",
  },
  options: withProjects({ allow }),
  checkContents({ wheel, layout }, { options, report }) {
    const found = layout.toplevels
      .filter(({ name, isFolder }) => isHook(name, isFolder) && !isEditableHook(name))
      .map(({ path }) => path);
    const unwanted = notAllowed(found, optionsFor(options, wheel).allow);
    const [member] = unwanted;
    if (member !== undefined) {
      report({ message: 'found', wheel, member, data: { members: few(unwanted) } });
    }
  },
});

function isHook(name: string, isFolder: boolean): boolean {
  if (!isFolder && /.\.pth$/.test(name)) return true;
  return /^(?:site|user)customize(?:\.py)?$/.test(name);
}
