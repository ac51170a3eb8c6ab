import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { findFault } from './record/found.ts';

export default defineRule({
  code: 'WHL660',
  name: 'record-missing-hash',
  category: 'record',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'A row of RECORD has no hash or no size.',
    why: `Every file but RECORD itself must have both. Without the hash nobody can tell whether the file was changed.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo.py" = "" }
record = { "demo.py" = "demo.py,," }
`,
    fix: 'Build the wheel again, or let `wheelhouse-lint fix --record` write RECORD anew.',
    quiet: `For the row of RECORD itself. A missing size alone is an info.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file',
    ],
  },
  fix: 'record',
  messages: {
    'no-hash':
      "RECORD has no hash for '{files}': the installer library, when it validates, and 'wheel unpack' refuse the wheel, pip and uv copy the row; run 'wheelhouse-lint fix --record'.",
    'no-size':
      "RECORD has no size for '{files}': the installer library refuses the wheel when it validates it, pip and uv copy the row; run 'wheelhouse-lint fix --record'.",
  },
  options: v.strictObject({}),
  when: ['record-faults'],
  checkContents({ wheel, record }, { report }) {
    for (const fault of ['no-hash'] as const) {
      const found = findFault(record, fault);
      if (found !== undefined) report({ message: fault, wheel, ...found });
    }
    for (const fault of ['no-size'] as const) {
      const found = findFault(record, fault);
      if (found !== undefined) report({ message: fault, wheel, atMost: 'info', ...found });
    }
  },
});
