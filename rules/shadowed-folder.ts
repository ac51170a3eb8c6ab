import * as v from 'valibot';
import { type Choice, choicesIn } from '../src/engine/contest/choices.ts';
import type { Contest, Entry, LintedEntry } from '../src/engine/contest/contest.ts';
import { relatedFiles, type Verdict, verdictOf } from '../src/engine/contest/verdict.ts';
import { defineRule } from '../src/engine/define-rule.ts';

export default defineRule({
  code: 'WHL201',
  name: 'shadowed-folder',
  category: 'conflicts',
  severity: 'warning',
  needs: [],
  uses: ['index'],
  docs: {
    summary: 'Another find-links folder holds a different file that wins over this one by its path alone.',
    why: `The order in which a configuration lists find-links folders means nothing to pip. Of files that are equal by version and
tags, pip 20.3 and newer and uv take the one whose path sorts **first** (pip up to 20.2: last): \`generic\` beats
\`gentoo2023/x86-64-v4\`, \`avx2\` beats \`avx512\`, whatever the configuration puts first. Builds for better processors are
then never installed, or a build for a newer processor is installed where it cannot run.`,
    example: `[[stack]]
name = "x86-64-v4"
find-links = ["gentoo2023/x86-64-v4", "generic"]

[[wheel]]
filename = "demo-1.0+mysite-cp311-cp311-linux_x86_64.whl"
folder = "gentoo2023/x86-64-v4"
files = { "demo.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64" }

[[wheel]]
filename = "demo-1.0+mysite-cp311-cp311-linux_x86_64.whl"
folder = "generic"
`,
    fix: `Give the builds different local version labels, the one that is to win the higher one (\`+mysite.generic\` < \`+mysite.v4\`),
or list only one of the folders.`,
    quiet: `When the files are the same to the byte, and when every installer takes the file of the folder that the configuration
lists first. Folders that no \`[[stack]]\` lists are taken to be one stack without an order: then the losing files are flagged.`,
    references: ['https://github.com/pypa/pip/issues/3082', 'https://docs.astral.sh/uv/concepts/indexes/'],
  },
  messages: {
    shadowed: "'{theirs}' would install the file of '{folder}' instead of this one: '{reason}'.",
    split:
      "'{theirs}' would install the file of '{folder}' instead of this one: '{reason}'; '{mine}' would install this one.",
  },
  options: v.strictObject({}),
  checkProject({ contests }, { report }) {
    const told = new Set<string>();
    for (const contest of contests) {
      for (const entry of contest.wheels) {
        const { wheel, offer } = entry;
        const verdict = shadowOf(contest, entry);
        const [winner] = verdict?.winners ?? [];
        if (verdict === undefined || winner === undefined) continue;
        // A wheel can lose to the same file in several stacks.
        const conflict = JSON.stringify([offer.location, winner.offer.location]);
        if (told.has(conflict)) continue;
        told.add(conflict);
        const folder = winner.offer.source.name;
        report({
          message: verdict.kind === 'split' ? 'split' : 'shadowed',
          wheel,
          subject: folder,
          data: { folder, theirs: verdict.theirs, mine: verdict.mine, reason: verdict.reason },
          related: relatedFiles([winner], 'the file that wins'),
        });
      }
    }
  },
});

/** Who installs the file of another folder in place of a wheel that equals it; of several files the one of most targets. */
function shadowOf(contest: Contest, mine: LintedEntry): Verdict | undefined {
  const { wheel, offer } = mine;
  const isElsewhere = ({ offer: { source } }: Entry): boolean =>
    source.kind === 'folder' && source !== offer.source;
  // Most wheels are alone, and asking who wins takes its time.
  if (!contest.ofVersion(wheel.name.version).some(isElsewhere)) return undefined;
  const choices = choicesIn(contest, wheel);
  const rivals = new Set(choices.flatMap(({ tied }) => tied.filter(isElsewhere)));
  const isFirst = [...rivals].every(({ offer: { source } }) => offer.source.position < source.position);
  if (contest.stack.name !== undefined && !isFirst) return undefined;
  const contested = choices.filter(({ tied }) => tied.some((theirs) => rivals.has(theirs)));
  const isTheirs = (winner: Entry, { tied }: Choice): boolean =>
    rivals.has(winner) && tied.includes(winner) && !hasSameBytes(mine, winner);
  const [strongest] = verdictOf(contested, isTheirs)?.winners ?? [];
  return verdictOf(contested, (winner, choice) => winner === strongest && isTheirs(winner, choice), choices);
}

function hasSameBytes(a: Entry, b: Entry): boolean {
  return a.content !== undefined && a.content === b.content;
}
