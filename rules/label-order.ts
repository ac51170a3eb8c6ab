import * as v from 'valibot';
import { choicesFor, isRemote, labelOf } from '../src/engine/contest/choices.ts';
import type { Entry } from '../src/engine/contest/contest.ts';
import { isLarger } from '../src/engine/contest/label-size.ts';
import { relatedFiles, verdictOf } from '../src/engine/contest/verdict.ts';
import { defineRule } from '../src/engine/define-rule.ts';
import { holdsLabel } from '../src/packaging/local-label.ts';
import { compareLocal } from '../src/packaging/version.ts';

export default defineRule({
  code: 'WHL202',
  name: 'label-order',
  category: 'labels',
  severity: 'warning',
  needs: [],
  uses: ['index'],
  docs: {
    summary:
      'Of several labelled builds of one version the wrong one wins, because labels sort by the alphabet.',
    why: `A word in a label is compared letter by letter, digits included: \`+torch210\` sorts below \`+torch29\`, \`+rocm10\` below
\`+rocm7\`. The build for the older library wins for everybody who does not name a label, and the newest build is never
installed. In the same way a build with your own label loses to one that only has a vendor's (\`+computecanada\` < \`+cpu\`).`,
    example: `[[wheel]]
filename = "demo-1.0+torch210.mysite-cp311-cp311-linux_x86_64.whl"
files = { "demo.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64" }

[[wheel]]
filename = "demo-1.0+torch29.mysite-cp311-cp311-linux_x86_64.whl"
files = { "demo.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64" }
`,
    fix: `Make the number a segment of its own (\`+torch.2.10\` > \`+torch.2.9\`): numbers compare as numbers. Keep builds for
different libraries in folders of their own, so that one installation sees one of them.`,
    quiet: `When no Python and machine takes both wheels, and about a CUDA that only looks larger: \`cu118\` is 11.8 and belongs
below \`cu12\`. Hashes of commits have no size either.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/version-specifiers/#local-version-identifiers',
      'https://github.com/ROCm/TheRock/issues/7183',
    ],
  },
  messages: {
    number:
      "The label '{own}' sorts below '{label}', although its number is larger: '{theirs}' would install '{other}'.",
    foreign:
      "The label '{own}' sorts below '{label}', which is not the configured one: '{theirs}' would install '{other}'.",
  },
  options: v.strictObject({}),
  checkProject(project, { label: configured, report }) {
    const isForeign = (label: string): boolean => configured !== undefined && !holdsLabel(label, configured);
    for (const { wheel } of project.wheels) {
      const { local } = wheel.name.version;
      if (local.length === 0) continue;
      const own = local.join('.');
      const wrongly = (winner: Entry): 'number' | 'foreign' | undefined => {
        const theirs = labelOf(winner);
        if (isRemote(winner) || compareLocal(theirs, local) <= 0) return undefined;
        if (isLarger(local, theirs)) return 'number';
        return isForeign(theirs.join('.')) && !isForeign(own) ? 'foreign' : undefined;
      };
      const choices = choicesFor(project, wheel, (theirs) => wrongly(theirs) !== undefined);
      const [winner] = verdictOf(choices, (theirs) => wrongly(theirs) !== undefined)?.winners ?? [];
      const message = winner && wrongly(winner);
      // In another stack it is another entry.
      const verdict = verdictOf(choices, ({ offer }) => offer.location === winner?.offer.location);
      if (winner === undefined || message === undefined || verdict === undefined) continue;
      report({
        message,
        wheel,
        data: {
          own,
          label: labelOf(winner).join('.'),
          other: winner.offer.filename,
          theirs: verdict.theirs,
        },
        related: relatedFiles([winner], 'the file that wins'),
      });
    }
  },
});
