import { isUtf8 } from 'node:buffer';
import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { repeatedFields, undeclaredExtras } from '../src/wheel/dist-info/contradictions.ts';
import { findLostField, lineOfBadBytes } from '../src/wheel/dist-info/damaged-text.ts';
import { quoteInside } from '../src/wheel/quote-inside.ts';

export default defineRule({
  code: 'WHL507',
  name: 'invalid-metadata',
  category: 'metadata',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'METADATA cannot be read as it was meant: installers refuse it or lose fields of it.',
    why: `METADATA has the form of an e-mail: header lines, a blank line, the description. pip stops at a file that is not
UTF-8. A line that is no header ends the headers for Python's parser: whatever fields follow, requirements too, become a part
of the description without a word. Of a field that stands twice, tools take the first, and twine refuses the file. Requirements
of an extra that \`Provides-Extra\` does not declare are never installed by pip.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"

[wheel.dist-info]
METADATA = """
Metadata-Version: 2.4
Name: demo
Version: 1.0
License: BSD 3-Clause License

Redistribution and use in source and binary forms are permitted.
Requires-Dist: numpy
"""
`,
    fix: `Build with a backend of today, or write METADATA again: UTF-8 without a byte order mark, each field on a line of its
own, the further lines of a value indented, one blank line before the description.`,
    quiet: `When a description follows the headers without a blank line and no field is lost. What only PyPI refuses is told
by [unpublishable-metadata](unpublishable-metadata.md).`,
    references: [
      'https://packaging.python.org/en/latest/specifications/core-metadata/',
      'https://github.com/pypa/pip/blob/26.2/src/pip/_internal/metadata/importlib/_dists.py',
    ],
  },
  messages: {
    encoding: 'METADATA is not UTF-8 here: pip refuses this wheel.',
    mark: 'METADATA begins with a byte order mark, so that pip and other tools in Python find no field in it.',
    lost: "Here the headers end, and '{field}' below counts as a part of the description: installers do not see it.",
    skipped: "This line belongs to no field, and nobody reads it: '{line}'.",
    twice: "'{field}' may stand only once: tools take the first, and twine refuses to upload this wheel.",
    undeclared:
      "'{requirement}' is for the extra '{extra}', which no 'Provides-Extra' declares: pip never installs it.",
  },
  options: v.strictObject({}),
  checkContents({ wheel, headers, distInfoBytes }, { report }) {
    const metadata = wheel.distInfo?.metadata;
    const bytes = distInfoBytes.METADATA;
    if (metadata === undefined || bytes === undefined || headers.METADATA === undefined) return;
    const { member } = metadata;
    const { hasMark, skipped } = headers.METADATA;
    if (!isUtf8(bytes)) report({ message: 'encoding', wheel, member, line: lineOfBadBytes(bytes) });
    if (hasMark) report({ message: 'mark', wheel, member, line: 1 });
    if (skipped !== undefined) {
      const line = quoteInside(skipped.text);
      report({ message: 'skipped', wheel, member, line: skipped.line, atMost: 'info', data: { line } });
    }
    const lost = findLostField(bytes, headers.METADATA);
    if (lost !== undefined)
      report({ message: 'lost', wheel, member, line: lost.line, data: { field: lost.field } });
    for (const [title, line] of repeatedFields(headers.METADATA)) {
      report({ message: 'twice', wheel, member, line, subject: title, data: { field: title } });
    }
    for (const { line, extra, requirement } of undeclaredExtras(metadata)) {
      report({ message: 'undeclared', wheel, member, line, subject: extra, data: { extra, requirement } });
    }
  },
});
