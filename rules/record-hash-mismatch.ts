import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { describeFault, isStale } from './record/found.ts';

export default defineRule({
  code: 'WHL653',
  name: 'record-hash-mismatch',
  category: 'record',
  severity: 'warning',
  needs: ['deep'],
  reads: ['digests'],
  docs: {
    summary: 'A file has another hash than RECORD says: it was changed after RECORD was written.',
    why: `Tools that change a wheel in place (\`zip -u\` after \`patchelf\` or \`sed\`) leave RECORD as it was. pip and uv compare no
hashes: they install such a wheel without a word and copy the wrong rows, so that nobody can tell an intended change from a
damaged or tampered file later. The installer library refuses the wheel when it validates contents, and \`wheel unpack\` and
\`wheel tags\` always do.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo.py" = "x = 2\\n" }
record = { "demo.py" = "demo.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,6" }
`,
    fix: 'If the change was yours, `wheelhouse-lint fix --record` writes RECORD anew; otherwise get the wheel from its source again.',
    quiet: `Without \`--deep\` (or \`deep = true\`), because every byte of every file has to be read. For files whose size differs
already: \`record-size-mismatch\` tells of these.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file',
      'https://github.com/pypa/pip/pull/13816',
    ],
  },
  fix: { stale: 'record' },
  messages: {
    stale:
      "RECORD is stale: '{files}' was changed after it was written, as 'zip -u' does, and all else is as recorded. pip and uv install it without a word, the installer library, when it validates, and 'wheel unpack' refuse the wheel; if the change was yours, run 'wheelhouse-lint fix --record'.",
    foreign:
      "RECORD was written for other files: most hashes are wrong, as that of '{files}'. pip and uv install them without a word, the installer library, when it validates, and 'wheel unpack' refuse the wheel; build or download it again.",
  },
  options: v.strictObject({}),
  checkContents({ wheel, record, digests }, { report }) {
    if (record === undefined || digests === undefined || digests.mismatched.count === 0) return;
    const { mismatched, compared } = digests;
    const found = describeFault(record.member, mismatched);
    report({ message: isStale(mismatched.count, compared) ? 'stale' : 'foreign', wheel, ...found });
  },
});
