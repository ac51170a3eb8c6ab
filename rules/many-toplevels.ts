import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import { markOfFile, markOfFolder } from '../src/wheel/layout/marks.ts';
import type { TopLevel } from '../src/wheel/layout/toplevel.ts';
import { isSideFolder } from './contents/side-folders.ts';

export default defineRule({
  code: 'WHL710',
  name: 'many-toplevels',
  category: 'contents',
  severity: 'info',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'The wheel adds more than one name to the top of site-packages.',
    why: `A wheel that adds one package is easy to find, to remove and to tell from others. Several names are often an accident:
the tests, the documentation or a second project of the repository went along. Some wheels mean it, and say so with
\`max\` or \`allow\`.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demolition/__init__.py" = "" }
`,
    fix: 'Build a wheel for each package, or put them under one; list what is meant in the options.',
    quiet: `For names that begin with an underscore, for \`.pth\` files, for stubs of a package (\`demo-stubs\`), for the folders
that repair tools add (\`demo.libs\`), and for leftovers, which have rules of their own.`,
    references: [
      'https://github.com/jwodder/check-wheel-contents#w009--wheel-contains-multiple-toplevel-library-entries',
    ],
  },
  messages: {
    found:
      "This wheel adds '{count}' names to the top of site-packages, where '{max}' may be: '{members}'; leave out what is not meant.",
  },
  options: withProjects({
    max: v.pipe(
      v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 1),
      v.description('How many names there may be.'),
    ),
    allow: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description('Names that are not counted, for example `pkg_resources`.'),
    ),
  }),
  checkContents({ wheel, layout }, { options, report }) {
    const { max, allow } = optionsFor(options, wheel);
    if (layout.toplevels.length <= max) return;
    const names = new Map(
      layout.toplevels
        .filter((entry) => isMeant(entry) && !allow.includes(entry.name))
        .map(({ name, path }) => [name, path]),
    );
    const found = [...names.values()];
    const [first] = found;
    if (first === undefined || found.length <= max) return;
    const data = {
      count: String(found.length),
      max: String(max),
      members: few(found),
    };
    report({ message: 'found', wheel, member: first, data });
  },
});

/** What other rules are about, and what goes with a package, is not counted. */
function isMeant({ name, isFolder }: TopLevel): boolean {
  if (name.startsWith('_')) return false;
  if (isFolder) return !isSideFolder(name) && markOfFolder(`${name}/`) === undefined;
  return !name.endsWith('.pth') && !name.includes('__mypyc.') && markOfFile(name) === undefined;
}
