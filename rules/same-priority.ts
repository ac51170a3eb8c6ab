import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { isSamePriority } from '../src/installer/same-priority.ts';

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
    quiet:
      'When the sha256 is the same, and when the file name is the same to the letter (that is [same-filename](same-filename.md)).',
    references: [
      'https://github.com/pypa/pip/issues/10156',
      'https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/',
    ],
  },
  messages: {
    tie: "'{index}' lists '{other}', which installers rank exactly like this file: pip 20.3 and newer installs the index's file, uv installs yours.",
    unknown:
      "'{index}' lists '{other}', which installers rank exactly like this file, and gives no sha256 to tell whether it is the same: pip 20.3 and newer installs the index's file, uv installs yours.",
  },
  options: v.strictObject({}),
  checkProject({ wheels }, { report }) {
    for (const { wheel, matches } of wheels) {
      // An untouched copy is on the index under its own name; what ties with it there is not this folder's doing.
      if (matches.some(({ identity }) => identity === 'equal')) continue;
      for (const { name, file, answer, identity } of matches) {
        if (
          name.filename === wheel.name.filename ||
          file.yanked !== false ||
          !isSamePriority(wheel.name, name)
        )
          continue;
        report({
          message: identity === 'unknown' ? 'unknown' : 'tie',
          wheel,
          subject: answer.source.url,
          data: { index: answer.source.url, other: file.filename },
          related: [{ location: file.url, message: 'the file on the index' }],
        });
      }
    }
  },
});
