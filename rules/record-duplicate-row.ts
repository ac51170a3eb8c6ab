import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { findFault } from './record/found.ts';

export default defineRule({
  code: 'WHL656',
  name: 'record-duplicate-row',
  category: 'record',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'RECORD has more than one row for a file.',
    why: `Of two rows that say different things one is wrong, and readers choose differently: uv keeps the first, the installer library
and \`wheel unpack\` the last, pip both.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo.py" = "" }
record = { again = "demo.py,sha256=AeOOlP4F6s77YK8wg9sHxzMQKP3Issk9nVy7Z2nTZ0I,65" }
`,
    fix: 'Build the wheel again, or let `wheelhouse-lint fix --record` write RECORD anew.',
    quiet: `Rows that say the same are an info.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file',
      'https://github.com/pypa/pip/issues/5868',
    ],
  },
  fix: 'record',
  messages: {
    conflicting:
      "RECORD has rows for '{files}' that contradict each other: uv keeps the first, the installer library and 'wheel unpack' the last, pip both; run 'wheelhouse-lint fix --record'.",
    repeated:
      "RECORD has the same row twice for '{files}': pip keeps both, uv one, and nothing breaks; run 'wheelhouse-lint fix --record'.",
  },
  options: v.strictObject({}),
  when: ['record-faults'],
  checkContents({ wheel, record }, { report }) {
    for (const fault of ['conflicting'] as const) {
      const found = findFault(record, fault);
      if (found !== undefined) report({ message: fault, wheel, ...found });
    }
    for (const fault of ['repeated'] as const) {
      const found = findFault(record, fault);
      if (found !== undefined) report({ message: fault, wheel, atMost: 'info', ...found });
    }
  },
});
