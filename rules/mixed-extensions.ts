import { defineRule } from '../src/engine/define-rule.ts';
import { matching } from '../src/engine/matching.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import type { Layout } from '../src/wheel/layout/layout.ts';
import { allow } from './contents/options.ts';

/** Suffixes for one kind of file, in lower case. */
const kinds: readonly (readonly string[])[] = [
  ['cc', 'cpp', 'cxx'],
  ['htm', 'html'],
  ['jpg', 'jpeg'],
  ['jsonl', 'ndjson'],
  ['txt', 'text'],
  ['yaml', 'yml'],
];
const kindOf: ReadonlyMap<string, number> = new Map(
  kinds.flatMap((suffixes, kind) =>
    suffixes.flatMap((suffix): [string, number][] => [
      [suffix, kind],
      [suffix.toUpperCase(), kind],
    ]),
  ),
);

export default defineRule({
  code: 'WHL724',
  name: 'mixed-extensions',
  category: 'contents',
  severity: 'info',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'Files of one kind have several suffixes, for example .yml and .yaml.',
    why: `Code and globs that look for \`*.yml\` pass over the one file that is called \`.yaml\`, and package data that is listed
by suffix loses it from the next wheel.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo/a.yml" = "", "demo/b.yaml" = "" }
`,
    fix: 'Choose one suffix and rename the others.',
    references: ['https://pydistcheck.readthedocs.io/en/latest/check-reference.html#mixed-file-extensions'],
  },
  messages: {
    found:
      "Files of the same kind have different suffixes, and what looks for one of them misses the others: '{suffixes}'; choose one.",
  },
  options: withProjects({ allow }),
  checkContents({ wheel, layout }, { options, report }) {
    if (!mayBeMixed(layout)) return;
    const isAllowed = matching(optionsFor(options, wheel).allow);
    const counts = countSuffixes(layout, isAllowed);
    for (const found of counts.values()) {
      if (found.size < 2) continue;
      const suffixes = Array.from(found, ([suffix, { count }]) => `.${suffix} (${count})`).sort();
      const [{ first } = { first: undefined }] = [...found.values()].slice(-1);
      report({
        message: 'found',
        wheel,
        member: first,
        subject: suffixes[0] ?? '',
        data: { suffixes: suffixes.join(', ') },
      });
    }
  },
});

/** Whether two suffixes of one kind are there; few wheels get further. */
function mayBeMixed({ bySuffix }: Layout): boolean {
  let seen = 0;
  for (const suffix of bySuffix.keys()) {
    const kind = kindOf.get(suffix);
    if (kind === undefined) continue;
    if ((seen & (1 << kind)) !== 0) return true;
    seen |= 1 << kind;
  }
  return false;
}

interface Suffix {
  readonly first: string;
  readonly count: number;
}

/** By kind and suffix, in the order of the archive. */
function countSuffixes(
  layout: Layout,
  isAllowed: (path: string) => boolean,
): Map<number, Map<string, Suffix>> {
  const counts = new Map<number, Map<string, Suffix>>();
  for (const [suffix, files] of layout.bySuffix) {
    const kind = kindOf.get(suffix);
    if (kind === undefined) continue;
    const names = files.map(({ name }) => name).filter((name) => !isAllowed(name));
    const [first] = names;
    if (first === undefined) continue;
    const found = counts.get(kind) ?? new Map<string, Suffix>();
    counts.set(kind, found.set(suffix, { first, count: names.length }));
  }
  return counts;
}
