import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';

export default defineRule({
  code: 'WHL712',
  name: 'toplevel-difference',
  category: 'contents',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'The names at the top of site-packages are not those that the configuration expects.',
    why: `Who knows what a project installs can have it said when a build brings something else: a package that is missing
because the build did not find it, or tests and tools that came along.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "tests/__init__.py" = "" }
`,
    exampleOptions: { projects: { demo: { expect: ['demo', 'demo_cli.py'] } } },
    fix: 'Build the wheel again with the packages that it should have, or correct the list.',
    quiet: 'Without `expect`, and for `.pth` files, which may be there or not.',
    references: [
      'https://github.com/jwodder/check-wheel-contents#w201--wheel-library-is-missing-specified-toplevel-entry',
      'https://github.com/jwodder/check-wheel-contents#w202--wheel-library-has-undeclared-toplevel-entry',
    ],
  },
  messages: {
    missing: "This wheel should install '{members}' at the top of site-packages, and does not.",
    undeclared: "This wheel installs '{members}' at the top of site-packages, which is not expected of it.",
  },
  options: withProjects({
    expect: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description(
        'Names of the packages and modules, for example `demo` and `demo_cli.py`; none: no check.',
      ),
    ),
  }),
  checkContents({ wheel, layout }, { options, report }) {
    const { expect } = optionsFor(options, wheel);
    if (expect.length === 0 || wheel.problems.length > 0) return;
    const expected = new Set(expect.map((name) => name.replace(/\/$/, '')));
    const toplevels = layout.toplevels;
    const names = new Set(toplevels.map(({ name }) => name));
    const missing = [...expected].filter((name) => !names.has(name));
    if (missing.length > 0) report({ message: 'missing', wheel, data: { members: few(missing) } });
    const undeclared = toplevels.filter(
      ({ name, isFolder }) => !expected.has(name) && (isFolder || !name.endsWith('.pth')),
    );
    const [first] = undeclared;
    if (first === undefined) return;
    const data = { members: few(undeclared.map(({ path }) => path)) };
    report({ message: 'undeclared', wheel, member: first.path, data });
  },
});
