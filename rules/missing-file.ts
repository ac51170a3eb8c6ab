import picomatch from 'picomatch';
import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import { globs } from './contents/options.ts';

export default defineRule({
  code: 'WHL723',
  name: 'missing-file',
  category: 'contents',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'The wheel lacks a file that the configuration expects.',
    why: `A build that does not find a file leaves it out without a word: package data, a compiled library, a licence. The
wheel installs, and fails on the first machine where somebody needs the file.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "" }
`,
    exampleOptions: {
      expect: ['*.dist-info/licenses/*'],
      projects: { demo: { expect: ['*.dist-info/licenses/*', 'demo/lib*.so'] } },
    },
    fix: 'List the file in the configuration of the build (package data, `MANIFEST.in`, `include`), or correct the glob.',
    quiet: 'Without `expect`.',
    references: ['https://pydistcheck.readthedocs.io/en/latest/check-reference.html#expected-files'],
  },
  messages: {
    found:
      "This wheel should have members like '{patterns}', and has none: the build left them out, or the globs are wrong.",
  },
  options: withProjects({
    expect: globs('Globs, each of which a member has to match; with a slash at the end for a folder.'),
  }),
  checkContents({ wheel, members }, { options, report }) {
    const { expect } = optionsFor(options, wheel);
    if (expect.length === 0 || wheel.problems.length > 0) return;
    const missing = matchersOf(expect)
      .filter(({ matches }) => !members.some(({ name }) => matches(name)))
      .map(({ pattern }) => pattern);
    if (missing.length > 0) report({ message: 'found', wheel, data: { patterns: few(missing) } });
  },
});

interface Matcher {
  readonly pattern: string;
  matches(path: string): boolean;
}

const matchers = new WeakMap<readonly string[], readonly Matcher[]>();

function matchersOf(patterns: readonly string[]): readonly Matcher[] {
  const known = matchers.get(patterns);
  if (known !== undefined) return known;
  const compiled = patterns.map((pattern) => ({
    pattern,
    matches: picomatch(pattern.endsWith('/') ? `${pattern}**` : pattern, { dot: true }),
  }));
  matchers.set(patterns, compiled);
  return compiled;
}
