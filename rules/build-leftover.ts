import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import { allow, notAllowed } from './contents/options.ts';

export default defineRule({
  code: 'WHL733',
  name: 'build-leftover',
  category: 'contents',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'Folders and files that a build makes on its way are in the wheel.',
    why: `A \`build/lib\` holds every module a second time, maybe of another version. An \`*.egg-info\` is the metadata of an old
build: tools that look for installed projects find it and believe its version. Object files and CMake's caches are large
and have the paths of the build machine in them.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "build/lib/demo/__init__.py" = "", "demo.egg-info/PKG-INFO" = "Name: demo" }
`,
    fix: 'Delete `build/`, `dist/` and `*.egg-info` before building, or build in an isolated folder (`python -m build`).',
    references: ['https://github.com/pypa/setuptools/issues/1347'],
  },
  messages: {
    found:
      "A build left these behind, old copies of modules or metadata among them: '{members}'; empty the build folder and build again.",
  },
  options: withProjects({ allow }),
  when: ['marked-files'],
  checkContents({ wheel, layout }, { options, report }) {
    const found = layout.marked.get('build') ?? [];
    const unwanted = notAllowed(found, optionsFor(options, wheel).allow);
    const [member] = unwanted;
    if (member !== undefined) {
      report({ message: 'found', wheel, member, data: { members: few(unwanted) } });
    }
  },
});
