import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';

export default defineRule({
  code: 'WHL743',
  name: 'invalid-root-is-purelib',
  category: 'contents',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: "The WHEEL file does not say 'Root-Is-Purelib: true' or 'false'.",
    why: `The field decides where the wheel is installed. Without it, or with another word, pip and uv take it for \`false\`:
on systems with \`lib\` and \`lib64\` a pure package lands in \`lib64\`, and other tools refuse the wheel.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo.py" = "" }
dist-info = { WHEEL = "Wheel-Version: 1.0\\nRoot-Is-Purelib: yes\\nTag: py3-none-any\\n" }
`,
    fix: 'Write `Root-Is-Purelib: true` for a wheel without native code, `false` for others, and RECORD anew.',
    references: [
      'https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-contents',
    ],
  },
  messages: {
    found:
      "'{member}' does not say 'Root-Is-Purelib: true' or 'false', so installers take it for false and others refuse the wheel: add the line.",
  },
  options: v.strictObject({}),
  checkWheel(wheel, { report }) {
    const file = wheel.distInfo?.wheel;
    if (file === undefined || file.rootIsPurelib !== undefined) return;
    report({ message: 'found', wheel, member: file.member, data: { member: file.member } });
  },
});
