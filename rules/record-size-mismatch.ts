import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { findFault, isStale } from './record/found.ts';

export default defineRule({
  code: 'WHL655',
  name: 'record-size-mismatch',
  category: 'record',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'A file has another size than RECORD says: it was changed after RECORD was written.',
    why: `Tools that change a wheel in place (\`zip -u\` after \`patchelf\` or \`sed\`) leave RECORD as it was. pip and uv install
such a wheel without a word and copy the wrong rows, so that nobody can tell an intended change from a damaged or tampered
file later. The installer library refuses the wheel when it validates contents, and \`wheel unpack\` and \`wheel tags\` always
do.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo.py" = "import os\\n" }
record = { "demo.py" = "demo.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0" }
`,
    fix: 'If the change was yours, `wheelhouse-lint fix --record` writes RECORD anew; otherwise get the wheel from its source again.',
    references: [
      'https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file',
    ],
  },
  fix: 'record',
  messages: {
    stale:
      "RECORD is stale: '{files}' was changed after it was written, as 'zip -u' does ('{detail}'), and the other sizes are as recorded. pip and uv install it without a word, the installer library, when it validates, and 'wheel unpack' refuse the wheel; if the change was yours, run 'wheelhouse-lint fix --record'.",
    foreign:
      "RECORD was written for other files: most sizes are wrong, as that of '{files}' ('{detail}'). pip and uv install them without a word, the installer library, when it validates, and 'wheel unpack' refuse the wheel; build or download it again.",
  },
  options: v.strictObject({}),
  when: ['record-faults'],
  checkContents({ wheel, record }, { report }) {
    const found = findFault(record, 'size-mismatch');
    if (record === undefined || found === undefined) return;
    const wrong = record.faults.get('size-mismatch')?.count ?? 0;
    report({ message: isStale(wrong, record.matched) ? 'stale' : 'foreign', wheel, ...found });
  },
});
