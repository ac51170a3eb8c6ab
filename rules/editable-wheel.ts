import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import { isEditableHook } from './contents/editable.ts';
import { allow, notAllowed } from './contents/options.ts';

export default defineRule({
  code: 'WHL736',
  name: 'editable-wheel',
  category: 'contents',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'The wheel was made for an editable installation and points to a folder of the build machine.',
    why: `\`pip install -e\` builds a wheel that holds no modules, only a \`.pth\` file with the path of the sources on this
machine. It is made to be thrown away; in a wheelhouse it installs everywhere and imports nowhere but there, and it is
chosen like any other wheel of its version.`,
    example: `[[wheel]]
filename = "demo-1.0-0.editable-py3-none-any.whl"
files = { "__editable__.demo-1.0.pth" = "/home/me/demo/src" }
`,
    fix: 'Remove it, and build a wheel with `pip wheel` or `python -m build`.',
    references: [
      'https://peps.python.org/pep-0660/',
      'https://setuptools.pypa.io/en/latest/userguide/development_mode.html',
    ],
  },
  messages: {
    hook: "'{member}' points to the sources on the machine of the build: the wheel is of an editable installation, and nothing of it can be imported elsewhere; build it with 'pip wheel'.",
    build:
      "The build tag '{build}' says that this wheel is of an editable installation, which works only on the machine of the build; build it with 'pip wheel'.",
  },
  options: withProjects({ allow }),
  checkContents({ wheel, layout }, { options, report }) {
    const hooks = layout.toplevels
      .filter(({ name, isFolder }) => !isFolder && isEditableHook(name))
      .map(({ path }) => path);
    const [member] = notAllowed(hooks, optionsFor(options, wheel).allow);
    const build = wheel.name?.build?.text;
    if (member !== undefined) report({ message: 'hook', wheel, member, data: { member: few([member]) } });
    else if (build === '0.editable') report({ message: 'build', wheel, data: { build } });
  },
});
