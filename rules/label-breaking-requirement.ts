import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';

export default defineRule({
  code: 'WHL505',
  name: 'label-breaking-requirement',
  category: 'requirements',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'A requirement pins a version with `===`, which no build with a local version label satisfies.',
    why: `\`==1.0\` takes \`1.0+mysite\`, but \`===1.0\` compares texts: only a file whose version is spelled exactly \`1.0\` fits. In a
wheelhouse of labelled builds the requirement fails, or pulls the index's file in beside your own builds.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
requires = ["numpy===2.1.0"]
`,
    fix: 'Write `==` in place of `===`, in the sources of the project or in METADATA of the wheel.',
    quiet: 'When the version behind `===` has a label itself.',
    references: [
      'https://packaging.python.org/en/latest/specifications/version-specifiers/#arbitrary-equality',
    ],
  },
  messages: {
    arbitrary:
      "The requirement '{requirement}' takes no build with a local version label: write '{suggestion}'.",
  },
  fix: 'replace-requirement',
  options: v.strictObject({}),
  checkWheel(wheel, { report }) {
    const metadata = wheel.distInfo?.metadata;
    for (const { line, parsed } of metadata?.requirements ?? []) {
      if (!parsed.ok) continue;
      const { requirement } = parsed;
      const isPinned = requirement.specifiers.some(
        ({ operator, version }) => operator === '===' && version?.local.length === 0,
      );
      if (!isPinned) continue;
      report({
        message: 'arbitrary',
        wheel,
        member: metadata?.member,
        line,
        subject: requirement.project,
        // The first one in the text: names and extras have none, and a marker comes behind the versions.
        data: { requirement: requirement.text, suggestion: requirement.text.replace('===', '==') },
      });
    }
  },
});
