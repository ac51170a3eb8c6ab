import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { formatTagSet } from '../src/packaging/tags.ts';

export default defineRule({
  code: 'WHL408',
  name: 'unsorted-tags',
  category: 'tags',
  severity: 'info',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'A compressed tag in the file name is not sorted.',
    why: `The specification wants the parts of a compressed tag sorted, so that one set of tags has one file name. Installers
take any order, but the same build under two spellings is two files to an index, and \`packaging\` refuses the name where it
is asked to check the order.`,
    example: `[[wheel]]
filename = "demo-1.0-py3.py2-none-any.whl"
files = { "demo.py" = "" }
`,
    fix: 'Rename the file before it is published or shared: nothing inside depends on the order.',
    quiet: `By default: one of sixteen wheels on PyPI has such a name, and a copy that is renamed is no longer the file that the
index and lock files know.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/#compressed-tag-sets',
      'https://github.com/pypi/warehouse/issues/18129',
    ],
  },
  fix: 'sorted-tags',
  messages: {
    unsorted:
      "The tag '{written}' is not sorted: installers take it, but the same wheel under the sorted '{sorted}' counts as another file.",
  },
  options: v.strictObject({}),
  checkWheel(wheel, { report }) {
    const { name } = wheel;
    if (name === undefined) return;
    const { pythons, abis, platforms } = name;
    if (isSorted(pythons) && isSorted(abis) && isSorted(platforms)) return;
    const sorted = { pythons: pythons.toSorted(), abis: abis.toSorted(), platforms: platforms.toSorted() };
    report({
      message: 'unsorted',
      wheel,
      data: { written: formatTagSet(name), sorted: formatTagSet(sorted) },
    });
  },
});

function isSorted(parts: readonly string[]): boolean {
  return parts.every((part, index) => index === 0 || (parts[index - 1] ?? '') <= part);
}
