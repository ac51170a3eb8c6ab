import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { normalizeName } from '../src/packaging/name.ts';
import { few } from '../src/wheel/layout/few.ts';

/** Names of folders that nobody means to install. */
const usual: ReadonlySet<string> = new Set(
  `app bench benchmark benchmarks bin build cli config data demo demos dist doc docs env example examples
  include lib libs node_modules notebooks sample samples script scripts site-packages src test testing tests tools util
  utils venv`.split(/\s+/),
);

export default defineRule({
  code: 'WHL706',
  name: 'generic-toplevel',
  category: 'contents',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: "A top-level name such as 'tests' or 'src' that many projects have.",
    why: `The top level of site-packages is shared: a folder \`tests\` from one wheel is merged with \`tests\` from the next,
files of the same name are overwritten without a word, and \`import tests\` in somebody's own project may find yours. It
usually comes from \`packages = find_packages()\` without an \`exclude\`, or from a \`src\` layout that the build does not
know of.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "tests/__init__.py" = "", "tests/test_demo.py" = "" }
`,
    fix: `Leave the folder out (\`[tool.setuptools.packages.find] include = ["demo*"]\`), or move it into the package. For a
\`src\` layout, tell the build where the packages are (\`where = ["src"]\`).`,
    quiet: `For a name that is the name of the project, for files (\`test.py\` is one module, and its name can be meant), and for what a
build left behind, which \`build-leftover\` (WHL733) tells of.`,
    references: [
      'https://github.com/jwodder/check-wheel-contents#w005--wheel-contains-common-toplevel-name-in-library',
    ],
  },
  messages: {
    found:
      "Names that many projects use would be installed at the top of site-packages, and files of others are overwritten there: '{members}'; leave them out or move them into the package.",
  },
  options: withProjects({
    names: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description('Further names to flag, for example `helpers`.'),
    ),
    allow: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description('Names that may be there, for example `lib`.'),
    ),
  }),
  checkContents({ wheel, layout }, { options, report }) {
    const { names, allow } = optionsFor(options, wheel);
    const isCommon = (name: string): boolean =>
      (usual.has(name) || names.includes(name)) &&
      !allow.includes(name) &&
      normalizeName(name) !== wheel.name?.project;
    const common = layout.toplevels.filter(
      ({ name, isFolder }) => isCommon(name) && (isFolder || !name.includes('.')),
    );
    if (common.length === 0) return;
    // WHL733 says what to do about these.
    const leftByBuild = new Set(layout.marked.get('build'));
    const found = common.filter(({ path }) => !leftByBuild.has(path));
    const [first] = found;
    if (first === undefined) return;
    const data = { members: few(found.map(({ path }) => path)) };
    report({ message: 'found', wheel, member: first.path, data });
  },
});
