import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { findFault } from './record/found.ts';

export default defineRule({
  code: 'WHL651',
  name: 'record-missing-file',
  category: 'record',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'RECORD has a row for a file that the archive does not have.',
    why: `RECORD tells installers what they have installed. pip copies the row, so that \`pip show --files\` lists a file that is
not there, and \`pip uninstall\` removes whatever stands under that path, another package's file as well. uv drops the row.
PyPI writes to the maintainers when such a wheel is uploaded, and has announced to refuse it. The usual cause is a file that
was taken out with \`zip -d\`.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo.py" = "" }
record = { "demo/gone.py" = "demo/gone.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0" }
`,
    fix: 'Build the wheel again, or let `wheelhouse-lint fix --record` write RECORD anew if the file is to stay away.',
    references: [
      'https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file',
      'https://blog.pypi.org/posts/2025-08-07-wheel-archive-confusion-attacks/',
    ],
  },
  fix: 'record',
  messages: {
    missing:
      "RECORD lists what the archive does not have: '{files}'. pip records it as installed and would remove it with the package, uv drops the row, the installer library passes over it, and PyPI writes to the maintainers; run 'wheelhouse-lint fix --record'.",
  },
  options: v.strictObject({}),
  when: ['record-faults'],
  checkContents({ wheel, record }, { report }) {
    const missing = findFault(record, 'missing');
    if (missing !== undefined) report({ message: 'missing', wheel, ...missing });
  },
});
