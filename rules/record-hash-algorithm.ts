import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { findFault } from './record/found.ts';

export default defineRule({
  code: 'WHL658',
  name: 'record-hash-algorithm',
  category: 'record',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'RECORD has a hash that is weaker than sha256, or of an unknown kind.',
    why: `The specification asks for sha256 or better, and forbids md5 and sha1, because anybody can make another file with the same
hash. A name that Python's hashlib does not know cannot be verified at all.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo.py" = "" }
record = { "demo.py" = "demo.py,md5=1B2M2Y8AsgTpgAmY7PhCfg,0" }
`,
    fix: 'Build the wheel again, or let `wheelhouse-lint fix --record` write RECORD anew.',
    references: [
      'https://packaging.python.org/en/latest/specifications/binary-distribution-format/',
      'https://docs.python.org/3/library/hashlib.html#hashlib.algorithms_guaranteed',
    ],
  },
  fix: 'record',
  messages: {
    'weak-algorithm':
      "The hash of '{files}' is '{detail}', weaker than the sha256 that wheels need: 'wheel unpack' refuses md5 and sha1, pip and uv do not look; run 'wheelhouse-lint fix --record'.",
    'unknown-algorithm':
      "The hash of '{files}' is of the kind '{detail}', which Python does not have: the installer library and 'wheel unpack' refuse the wheel, pip and uv do not look; run 'wheelhouse-lint fix --record'.",
  },
  options: v.strictObject({}),
  when: ['record-faults'],
  checkContents({ wheel, record }, { report }) {
    for (const fault of ['weak-algorithm', 'unknown-algorithm'] as const) {
      const found = findFault(record, fault);
      if (found !== undefined) report({ message: fault, wheel, ...found });
    }
  },
});
