import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { findFault } from './record/found.ts';

export default defineRule({
  code: 'WHL659',
  name: 'record-digest-encoding',
  category: 'record',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'A hash in RECORD is not written as URL-safe base64 without padding.',
    why: `Whoever compares texts, as the installer library does, finds such a hash wrong although the file is right. \`wheel unpack\` and
\`wheel tags\` fail at most of them. Wheels with hexadecimal or padded digests were built by tools of their own.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo.py" = "" }
record = { "demo.py" = "demo.py,sha256=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855,0" }
`,
    fix: 'Build the wheel again, or let `wheelhouse-lint fix --record` write RECORD anew.',
    quiet: `Padding and the wrong alphabet are an info: the hash itself can be told.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file',
      'https://github.com/pypa/pip/pull/11762',
    ],
  },
  fix: 'record',
  messages: {
    hex: "The hash of '{files}' is hexadecimal and not URL-safe base64: the installer library, when it validates, and 'wheel unpack' refuse the wheel, pip and uv do not look; run 'wheelhouse-lint fix --record'.",
    'no-algorithm':
      "The hash of '{files}' does not say of which kind it is ('{detail}'): the installer library, when it validates, and 'wheel unpack' refuse the wheel, pip and uv do not look; run 'wheelhouse-lint fix --record'.",
    'unreadable-digest':
      "The hash of '{files}' cannot be one of its kind ('{detail}'): the installer library, when it validates, and 'wheel unpack' refuse the wheel, pip and uv do not look; run 'wheelhouse-lint fix --record'.",
    padded:
      "The hash of '{files}' is padded with '=': the installer library, when it validates, and 'wheel unpack' refuse the wheel, pip and uv do not look; run 'wheelhouse-lint fix --record'.",
    alphabet:
      "The hash of '{files}' is base64 with '+' and '/' in place of '-' and '_': the installer library refuses the wheel when it validates it, pip and uv do not look; run 'wheelhouse-lint fix --record'.",
  },
  options: v.strictObject({}),
  when: ['record-faults'],
  checkContents({ wheel, record }, { report }) {
    for (const fault of ['hex', 'no-algorithm', 'unreadable-digest'] as const) {
      const found = findFault(record, fault);
      if (found !== undefined) report({ message: fault, wheel, ...found });
    }
    for (const fault of ['padded', 'alphabet'] as const) {
      const found = findFault(record, fault);
      if (found !== undefined) report({ message: fault, wheel, atMost: 'info', ...found });
    }
  },
});
