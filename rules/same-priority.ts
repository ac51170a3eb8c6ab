import * as v from 'valibot';
import { choicesFor, isCopy, isRemote } from '../src/engine/contest/choices.ts';
import type { Entry } from '../src/engine/contest/contest.ts';
import { relatedFiles, sayFiles, verdictOf } from '../src/engine/contest/verdict.ts';
import { defineRule } from '../src/engine/define-rule.ts';
import type { NamedWheel } from '../src/engine/project.ts';

export default defineRule({
  code: 'WHL102',
  name: 'same-priority',
  category: 'conflicts',
  severity: 'warning',
  needs: ['index'],
  docs: {
    summary:
      'An index lists a different file that installers rank exactly like this one, under another spelling of the name.',
    why: `Installers compare parsed names, not texts: \`1.0\` equals \`1.0.0\`, build tag \`01\` equals \`1\`, \`py2.py3-none-any\`
equals \`py3-none-any\` on Python 3, and \`Foo.Bar\` is \`foo-bar\`. Such a pair is a tie, and the tie is broken by where the
files come from: pip 20.3 and newer takes **the index's** file over a find-links folder's, uv takes **the folder's**.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"

[[index]]
filename = "demo-1.0.0-py2.py3-none-any.whl"
sha256 = "9d1a2bd3f9f1a4a5c8d0f2f26d7d7a1b8a7b9c5d2b1e4f3a6c7d8e9f0a1b2c3d"
`,
    fix: `Give your build a local version label, which wins over the same public version in every installer, or remove it if the
index's file serves as well.`,
    quiet: `When the file name is the same to the letter (that is [same-filename](same-filename.md)), when the wheel is an
untouched copy of an index's file, and when a third file is installed in place of both.`,
    references: [
      'https://github.com/pypa/pip/issues/10156',
      'https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/',
    ],
  },
  messages: {
    theirs:
      "'{index}' lists '{other}', ranked exactly like this file, and '{theirs}' would install that instead of yours.",
    split:
      "'{index}' lists '{other}', ranked exactly like this file: '{theirs}' would install that, '{mine}' would install yours.",
    mine: "'{index}' lists '{other}', ranked exactly like this file: '{mine}' would install yours, only because of where it lies.",
  },
  options: v.strictObject({}),
  checkProject(project, { report }) {
    for (const compared of project.wheels) {
      const { wheel } = compared;
      // An untouched copy is on the index under its own name; what ties with it there is not this folder's doing.
      if (isCopy(project, compared)) continue;
      const isRival = (theirs: Entry): boolean => hasOtherName(theirs, wheel);
      const choices = choicesFor(project, wheel, isRival);
      const rivals = choices.flatMap(({ tied }) => tied.filter(isRival));
      for (const [index, group] of Map.groupBy(new Set(rivals), ({ offer }) => offer.source.name)) {
        const contested = choices.filter(({ tied }) => tied.some((theirs) => group.includes(theirs)));
        const verdict = verdictOf(
          contested,
          (winner, { tied }) => group.includes(winner) && tied.includes(winner),
          choices,
        );
        if (verdict === undefined) continue;
        const { kind, mine, theirs, winners } = verdict;
        const others = winners.length > 0 ? winners : group;
        report({
          message: kind,
          wheel,
          subject: index,
          data: { index, other: sayFiles(others), mine, theirs },
          related: relatedFiles(others, 'a file on the index'),
        });
      }
    }
  },
});

/** Whether a file of an index has a name that is not the wheel's, and is not yanked, which loses. */
function hasOtherName(theirs: Entry, { name }: NamedWheel): boolean {
  const { filename, yanked } = theirs.offer;
  return isRemote(theirs) && filename !== name.filename && yanked === false;
}
