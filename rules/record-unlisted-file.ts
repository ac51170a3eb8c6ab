import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { findFault } from './record/found.ts';

export default defineRule({
  code: 'WHL652',
  name: 'record-unlisted-file',
  category: 'record',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'The archive has a file that RECORD does not list.',
    why: `Nobody can tell whether such a file was changed, or slipped in. pip and uv install it all the same and add a row without
a hash. The installer library refuses the wheel when it validates it (Poetry warns), \`wheel unpack\` and \`wheel tags\`
always do. PyPI writes to the maintainers when such a wheel is uploaded, and has announced to refuse it. The usual cause is a
file that was added with \`zip\` after the wheel was built.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo.py" = "", "demo/added.py" = "" }
record = { "demo/added.py" = "" }
`,
    fix: 'Build the wheel again, or let `wheelhouse-lint fix --record` write RECORD anew if the file is yours.',
    quiet: `For folders, and for the signatures \`RECORD.jws\` and \`RECORD.p7s\`, which must not be listed. That only RECORD itself
has no row is an info: installers add it.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file',
      'https://blog.pypi.org/posts/2025-08-07-wheel-archive-confusion-attacks/',
    ],
  },
  fix: 'record',
  messages: {
    unlisted:
      "RECORD does not list '{files}': pip and uv install it and add a row without a hash, the installer library refuses the wheel when it validates it, 'wheel unpack' always does, and PyPI writes to the maintainers; run 'wheelhouse-lint fix --record'.",
    'unlisted-itself':
      "RECORD has no row for itself: pip and uv add one, the installer library refuses the wheel when it validates it; run 'wheelhouse-lint fix --record'.",
  },
  options: v.strictObject({}),
  when: ['record-faults'],
  checkContents({ wheel, record }, { report }) {
    const unlisted = findFault(record, 'unlisted');
    if (unlisted !== undefined) report({ message: 'unlisted', wheel, ...unlisted });
    const itself = findFault(record, 'unlisted-itself');
    if (itself !== undefined) report({ message: 'unlisted-itself', wheel, atMost: 'info', ...itself });
  },
});
