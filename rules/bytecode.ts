import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import { allow, notAllowed } from './contents/options.ts';

export default defineRule({
  code: 'WHL701',
  name: 'bytecode',
  category: 'contents',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: "The wheel holds Python's byte code.",
    why: `Byte code is for one version of Python, and installers make it anew from the modules, so that what is in the wheel is
dead weight at best. A \`.pyc\` whose module is gone is worse: beside the sources it is imported under the old name, and
nobody can read what it does. It usually gets in with package data that is listed as \`*\`.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo/__pycache__/__init__.cpython-311.pyc" = "x" }
`,
    fix: 'Leave `__pycache__` and `*.pyc` out of the package data (`global-exclude *.py[co]` in `MANIFEST.in`).',
    references: ['https://github.com/jwodder/check-wheel-contents#w001--wheel-contains-pycpyo-files'],
  },
  messages: {
    found:
      "This wheel holds byte code, which is for one version of Python and which installers make anew: '{members}'; leave it out.",
  },
  options: withProjects({ allow }),
  when: ['bytecode'],
  checkContents({ wheel, layout }, { options, report }) {
    const found = ['pyc', 'pyo']
      .flatMap((suffix) => layout.bySuffix.get(suffix) ?? [])
      .map(({ name }) => name)
      .filter(hasStem);
    const unwanted = notAllowed(found, optionsFor(options, wheel).allow);
    const [member] = unwanted;
    if (member !== undefined) {
      report({ message: 'found', wheel, member, data: { members: few(unwanted) } });
    }
  },
});

/** Not for a hidden file that is called `.pyc`. */
function hasStem(name: string): boolean {
  return !name.endsWith('/', name.length - '.pyc'.length) && name.length > '.pyc'.length;
}
