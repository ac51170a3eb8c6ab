import * as v from 'valibot';
import { choicesFor, isCopy, isRemote } from '../src/engine/contest/choices.ts';
import type { Entry } from '../src/engine/contest/contest.ts';
import { relatedFiles, sayFiles, verdictOf } from '../src/engine/contest/verdict.ts';
import { defineRule } from '../src/engine/define-rule.ts';
import type { NamedWheel } from '../src/engine/project.ts';

export default defineRule({
  code: 'WHL103',
  name: 'outranked',
  category: 'conflicts',
  severity: 'warning',
  needs: ['index'],
  docs: {
    summary: 'An index lists a file of the same version that an installer prefers to this one.',
    why: `Among files of one version installers take the one with the best tag, wherever it comes from: your \`linux_x86_64\`
build loses to PyPI's \`manylinux\` wheel in pip up to 26.2 and in uv (pip 26.3 turns this around), and a \`py3-none-any\`
wheel loses to any wheel made for the Python at hand. A build tag does not help: since pip 21.1 the tag is compared first.`,
    example: `[[wheel]]
filename = "demo-1.0-1-cp311-cp311-linux_x86_64.whl"
files = { "demo.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64" }

[[index]]
filename = "demo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl"
`,
    fix: `Give your build a local version label (\`1.0+mysite\`): versions are compared before tags, so it wins in every installer.
\`wheelhouse-lint explain demo==1.0 wheelhouse/\` shows the whole order.`,
    quiet: `When the wheel is an untouched copy of an index's file, or loses to another file of yours. Where machines refuse
manylinux, say so (\`manylinux = false\` in \`[target]\`, or \`--no-manylinux\`): an index's manylinux wheels are no rivals then.`,
    references: [
      'https://github.com/pypa/packaging/issues/160',
      'https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/',
    ],
  },
  messages: {
    theirs: "'{index}' lists '{other}', which '{theirs}' would install instead of this file: '{reason}'.",
    split:
      "'{index}' lists '{other}', which '{theirs}' would install instead of this file: '{reason}'; '{mine}' would install yours.",
  },
  options: v.strictObject({}),
  checkProject(project, { report }) {
    for (const compared of project.wheels) {
      const { wheel } = compared;
      if (isCopy(project, compared)) continue;
      const isRival = (theirs: Entry): boolean => isRemote(theirs) && hasVersion(theirs, wheel);
      const choices = choicesFor(project, wheel, isRival);
      // A tie is another rule's.
      const lost = choices.filter(({ winner, tied }) => isRival(winner) && !tied.includes(winner));
      for (const [index, group] of Map.groupBy(lost, ({ winner }) => winner.offer.source.name)) {
        const verdict = verdictOf(choices, (_, choice) => group.includes(choice));
        if (verdict === undefined || verdict.kind === 'mine') continue;
        const { kind, mine, theirs, winners, reason } = verdict;
        report({
          message: kind,
          wheel,
          subject: index,
          data: { index, other: sayFiles(winners), mine, theirs, reason },
          related: relatedFiles(winners, 'a file that is preferred'),
        });
      }
    }
  },
});

/** Whether a file has the version of a wheel, label and all; others are for the rule about labels. */
function hasVersion({ offer: { file } }: Entry, { name }: NamedWheel): boolean {
  return file.kind !== 'unreadable' && file.version.key === name.version.key;
}
