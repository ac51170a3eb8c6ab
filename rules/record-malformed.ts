import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { findFault } from './record/found.ts';

export default defineRule({
  code: 'WHL654',
  name: 'record-malformed',
  category: 'record',
  severity: 'error',
  needs: [],
  docs: {
    summary: 'RECORD, or a row of it, cannot be read.',
    why: `RECORD is a table of comma-separated values in UTF-8: path, hash and size of each file. What does not fit breaks installs and
uninstalls, and not all installers break at the same place. An empty line makes pip stop with an internal error after it has
unpacked the wheel, and the half-installed package cannot be uninstalled. uv refuses a row that has not three fields or whose
size is no number.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo.py" = "" }
record = { "demo.py" = "demo.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU" }
`,
    fix: 'Build the wheel again, or let `wheelhouse-lint fix --record` write RECORD anew.',
    quiet: `For what pip, uv and PyPI all read. A byte order mark and an empty RECORD are warnings, because nobody refuses them but who validates.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file',
      'https://docs.python.org/3/library/csv.html',
    ],
  },
  fix: 'record',
  messages: {
    encoding:
      'RECORD is not UTF-8: pip stops after it has unpacked the wheel, uv, the installer library and PyPI refuse the wheel; build it again.',
    'blank-row':
      "RECORD has an empty row in line '{lines}': pip stops with an internal error after it has unpacked the wheel and cannot uninstall what it left, the installer library refuses the wheel, and uv passes over the row; run 'wheelhouse-lint fix --record'.",
    fields:
      "The row for '{files}' has '{detail}' instead of 3: uv and the installer library refuse the wheel, pip takes what it finds; a path with a comma needs double quotes; run 'wheelhouse-lint fix --record'.",
    quote:
      "The row for '{files}' begins a quote that does not end: pip loses the rows behind it, uv and the installer library refuse the wheel; run 'wheelhouse-lint fix --record'.",
    'field-length':
      "The row for '{files}' has a field of more than 131,072 characters: pip stops with an internal error after it has unpacked the wheel, and PyPI and the installer library refuse it; run 'wheelhouse-lint fix --record'.",
    'empty-path':
      "RECORD has a row without a path in line '{lines}': pip installs the wheel and can never uninstall it, because it takes the whole site-packages folder for a part of it; run 'wheelhouse-lint fix --record'.",
    size: "The row for '{files}' has the size '{detail}', which is not a number of bytes: uv and the installer library refuse the wheel, pip copies the row; run 'wheelhouse-lint fix --record'.",
    'byte-order-mark':
      "RECORD begins with a byte order mark, which pip, PyPI and the installer library take for a part of the first path: that file counts as unlisted; run 'wheelhouse-lint fix --record'.",
    empty:
      "RECORD has no row: pip and uv install the files without hashes, the installer library refuses the wheel when it validates it, and PyPI writes to the maintainers; run 'wheelhouse-lint fix --record'.",
  },
  options: v.strictObject({}),
  when: ['record-faults'],
  checkContents({ wheel, record }, { report }) {
    for (const fault of [
      'encoding',
      'blank-row',
      'fields',
      'quote',
      'field-length',
      'empty-path',
      'size',
    ] as const) {
      const found = findFault(record, fault);
      if (found !== undefined) report({ message: fault, wheel, ...found });
    }
    for (const fault of ['byte-order-mark', 'empty'] as const) {
      const found = findFault(record, fault);
      if (found !== undefined) report({ message: fault, wheel, atMost: 'warning', ...found });
    }
  },
});
