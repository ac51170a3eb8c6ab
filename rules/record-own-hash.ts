import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { findFault } from './record/found.ts';

export default defineRule({
  code: 'WHL661',
  name: 'record-own-hash',
  category: 'record',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'RECORD states a hash or a size of itself.',
    why: `A file cannot hold its own hash, so the row of RECORD ends in two commas. Whoever compares the hash finds it wrong.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
record = { "demo-1.0.dist-info/RECORD" = "demo-1.0.dist-info/RECORD,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0" }
`,
    fix: 'Build the wheel again, or let `wheelhouse-lint fix --record` write RECORD anew.',
    references: [
      'https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file',
    ],
  },
  fix: 'record',
  messages: {
    'own-hash':
      "RECORD states a hash or a size of itself, which cannot be right: the installer library, when it validates, and 'wheel unpack' refuse the wheel, pip and uv copy the row; run 'wheelhouse-lint fix --record'.",
  },
  options: v.strictObject({}),
  when: ['record-faults'],
  checkContents({ wheel, record }, { report }) {
    const found = findFault(record, 'own-hash');
    if (found !== undefined) report({ message: 'own-hash', wheel, ...found });
  },
});
