import * as v from 'valibot';
import { choicesFor, isCopy, isRemote, labelOf } from '../src/engine/contest/choices.ts';
import type { Entry } from '../src/engine/contest/contest.ts';
import { relatedFiles, sayFiles, verdictOf } from '../src/engine/contest/verdict.ts';
import { defineRule } from '../src/engine/define-rule.ts';
import { compareLocal } from '../src/packaging/version.ts';

export default defineRule({
  code: 'WHL104',
  name: 'outranked-by-label',
  category: 'conflicts',
  severity: 'warning',
  needs: ['index'],
  docs: {
    summary: 'An index lists the same public version with a local version label that sorts higher.',
    why: `A label wins over the same version without one, but labels also compare with each other: segment by segment, words by
the alphabet, numbers above words. \`+computecanada\` loses to \`+cpu\`, \`+cu126\` and \`+rocm6.2\`, which PyTorch's and other
vendors' indexes list, and then the tags no longer matter.`,
    example: `[[wheel]]
filename = "demo-1.0+computecanada-cp311-cp311-linux_x86_64.whl"
files = { "demo.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64" }

[[index]]
filename = "demo-1.0+cpu-cp311-cp311-linux_x86_64.whl"
`,
    fix: `Leave out the index if your users need nothing else from it. Otherwise choose a label that sorts higher: one that begins
with a number (\`+1.mysite\`) beats every label that begins with a letter.`,
    quiet:
      'When the wheel is an untouched copy of a file of an index, and when a file of yours has a label that sorts higher still.',
    references: [
      'https://packaging.python.org/en/latest/specifications/version-specifiers/#local-version-identifiers',
      'https://github.com/ROCm/TheRock/issues/7183',
    ],
  },
  messages: {
    label:
      "'{index}' lists '{other}', which '{theirs}' would install instead of this file: its label '{label}' sorts above '{own}'.",
    unlabelled:
      "'{index}' lists '{other}', which '{theirs}' would install instead of this file: its label '{label}' beats none.",
  },
  options: v.strictObject({}),
  checkProject(project, { report }) {
    for (const compared of project.wheels) {
      const { wheel } = compared;
      if (isCopy(project, compared)) continue;
      const own = wheel.name.version.local;
      const isRival = (theirs: Entry): boolean => isRemote(theirs) && compareLocal(labelOf(theirs), own) > 0;
      const choices = choicesFor(project, wheel, isRival);
      const lost = choices.filter(({ winner }) => isRival(winner));
      for (const [index, group] of Map.groupBy(lost, ({ winner }) => winner.offer.source.name)) {
        const verdict = verdictOf(choices, (_, choice) => group.includes(choice));
        const [strongest] = verdict?.winners ?? [];
        if (verdict === undefined || strongest === undefined) continue;
        report({
          message: own.length > 0 ? 'label' : 'unlabelled',
          wheel,
          subject: index,
          data: {
            index,
            other: sayFiles(verdict.winners),
            theirs: verdict.theirs,
            label: labelOf(strongest).join('.'),
            own: own.join('.'),
          },
          related: relatedFiles(verdict.winners, 'a file on the index'),
        });
      }
    }
  },
});
