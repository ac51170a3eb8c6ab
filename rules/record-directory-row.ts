import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { findFault } from './record/found.ts';

export default defineRule({
  code: 'WHL663',
  name: 'record-directory-row',
  category: 'record',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'RECORD has a row for a folder.',
    why: `RECORD lists files. pip copies the row and removes the whole folder when the package is uninstalled, with whatever other
packages or users have put there. uv drops the row.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/a.py" = "" }
record = { "demo/" = "demo/,," }
`,
    fix: 'Build the wheel again, or let `wheelhouse-lint fix --record` write RECORD anew.',
    references: [
      'https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file',
    ],
  },
  fix: 'record',
  messages: {
    directory:
      "RECORD lists the folder '{files}': pip copies the row and removes the whole folder with the package, whoever put something there, uv drops the row, and PyPI writes to the maintainers; run 'wheelhouse-lint fix --record'.",
  },
  options: v.strictObject({}),
  when: ['record-faults'],
  checkContents({ wheel, record }, { report }) {
    const found = findFault(record, 'directory');
    if (found !== undefined) report({ message: 'directory', wheel, ...found });
  },
});
