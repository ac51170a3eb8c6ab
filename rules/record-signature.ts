import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { findFault } from './record/found.ts';

export default defineRule({
  code: 'WHL662',
  name: 'record-signature',
  category: 'record',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'The wheel has a signature, RECORD.jws or RECORD.p7s, that nobody reads.',
    why: `No installer ever checked these signatures, and PEP 815 has taken them out of the specification. They must not be listed in
RECORD, because they sign it. Whoever changes a wheel has to remove them.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
record = { "demo-1.0.dist-info/RECORD.jws" = "demo-1.0.dist-info/RECORD.jws,," }
`,
    fix: 'Remove the file: signatures of wheels are attestations now (PEP 740), which stand beside them on the index.',
    quiet: `A signature that is not listed is an info.`,
    references: ['https://peps.python.org/pep-0815/', 'https://peps.python.org/pep-0740/'],
  },
  messages: {
    'signature-listed':
      "RECORD lists its signature '{files}': the installer library refuses the wheel when it validates it, PyPI writes to the maintainers, pip and uv do not look; run 'wheelhouse-lint fix --record'.",
    'signature-present':
      "The signature '{files}' says nothing: no installer reads it, and PEP 815 has withdrawn such signatures; remove it.",
  },
  options: v.strictObject({}),
  when: ['record-faults'],
  checkContents({ wheel, record }, { report }) {
    for (const fault of ['signature-listed'] as const) {
      const found = findFault(record, fault);
      if (found !== undefined) report({ message: fault, wheel, ...found });
    }
    for (const fault of ['signature-present'] as const) {
      const found = findFault(record, fault);
      if (found !== undefined) report({ message: fault, wheel, atMost: 'info', ...found });
    }
  },
});
