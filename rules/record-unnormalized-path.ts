import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { findFault } from './record/found.ts';

export default defineRule({
  code: 'WHL657',
  name: 'record-unnormalized-path',
  category: 'record',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'RECORD writes a path in another way than the archive does.',
    why: `A row and a member belong together by name, letter by letter: relative to the root of the wheel, with \`/\` between names, none
of them \`.\` or \`..\`. pip takes any other spelling for another file, and adds a row without a hash for the real one. It also
removes what such a row points at when the package is uninstalled, if that lies in the same environment: a row
\`../../../bin/python\` is enough to break it.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo.py" = "" }
record = { "demo.py" = "./demo.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0" }
`,
    fix: 'Build the wheel again, or let `wheelhouse-lint fix --record` write RECORD anew.',
    references: [
      'https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file',
    ],
  },
  fix: 'record',
  messages: {
    absolute:
      "RECORD has an absolute path for '{files}': pip keeps that row and adds one without a hash, uv takes the slash off, and the installer library misses the file; run 'wheelhouse-lint fix --record'.",
    outside:
      "RECORD points outside of the wheel with '{files}': pip keeps the row, and removes that file with the package if it is in the same environment; uv drops the row; build the wheel again, and do not trust it if it is not yours.",
    backslash:
      "RECORD writes '{files}' with a backslash: on Linux and macOS pip and uv add a row without a hash, PyPI and the installer library take it for a slash; run 'wheelhouse-lint fix --record'.",
    unnormalized:
      "RECORD writes '{files}' in a roundabout way: pip and the installer library take it for another file, uv understands it; run 'wheelhouse-lint fix --record'.",
  },
  options: v.strictObject({}),
  when: ['record-faults'],
  checkContents({ wheel, record }, { report }) {
    for (const fault of ['absolute', 'outside', 'backslash', 'unnormalized'] as const) {
      const found = findFault(record, fault);
      if (found !== undefined) report({ message: fault, wheel, ...found });
    }
  },
});
