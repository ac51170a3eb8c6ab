import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { fewNames } from '../src/packaging/few-names.ts';
import type { WheelFacts } from '../src/wheel/facts.ts';

export default defineRule({
  code: 'WHL606',
  name: 'case-collision',
  category: 'archive',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'Two members have paths that differ in upper and lower case only.',
    why: `The file systems of Windows and macOS keep one of the two: the file that is written last takes the place of the
other, and an import finds the wrong one. Nothing fails while the wheel is installed.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/Config.py" = "A = 1", "demo/config.py" = "A = 2" }
`,
    fix: 'Rename one of the files.',
    quiet: 'For wheels whose platform tags are for Linux only.',
    references: ['https://github.com/jameslamb/pydistcheck/blob/main/docs/check-reference.rst'],
  },
  messages: {
    case: "'{first}' and '{second}' differ in case only: on Windows and macOS one of them overwrites the other.",
  },
  options: v.strictObject({}),
  when: ['name-clashes'],
  checkContents({ wheel, names }, { report }) {
    if (!foldsCase(wheel)) return;
    const { caseOnly } = names.clashes;
    const [pair] = caseOnly;
    if (pair === undefined) return;
    const [first, second] = pair;
    report({
      message: 'case',
      wheel,
      member: second,
      data: { first: fewNames(first, 1), second: fewNames(second, caseOnly.length) },
    });
  },
});

/** Whether the wheel can be installed where the file system does not tell `A` from `a`. */
function foldsCase({ name }: WheelFacts): boolean {
  return name === undefined || name.platforms.some((tag) => !/linux|android|emscripten/.test(tag));
}
