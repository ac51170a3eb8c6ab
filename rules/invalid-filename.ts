import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';

export default defineRule({
  code: 'WHL301',
  name: 'invalid-filename',
  category: 'names',
  severity: 'error',
  needs: [],
  docs: {
    summary: 'The file name is not a valid wheel file name.',
    why: `pip and uv pass over a file whose name does not parse **without a word** and install another one, usually from the
index. The usual causes are a label with a dash (\`+compute-canada\`), an underscore where the \`+\` should be
(\`1.0_computecanada\`, accepted by pip before 25.3) and a build tag that does not begin with a digit.`,
    example: `[[wheel]]
filename = "demo-1.0_computecanada-py3-none-any.whl"
`,
    fix: `Rename the file to \`name-version[-build]-python-abi-platform.whl\`. A local version label follows the version after a
\`+\`, in lower-case letters, digits and dots, and stands in METADATA as well.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-name-convention',
      'https://github.com/pypa/pip/pull/13581',
    ],
  },
  messages: {
    invalid: "Installers pass over this file without a word, because of its name: '{reason}'.",
  },
  options: v.strictObject({}),
  checkWheel(wheel, { report }) {
    if (wheel.nameProblem !== undefined)
      report({ message: 'invalid', wheel, data: { reason: wheel.nameProblem } });
  },
});
