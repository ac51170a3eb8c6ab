import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { licenseExpressionProblem } from '../src/packaging/license-expression.ts';
import { listInside } from '../src/packaging/quote.ts';
import { remember } from '../src/packaging/remember.ts';
import {
  hasSettledLicenses,
  isLicensePath,
  missingLicenseFiles,
} from '../src/wheel/dist-info/license-files.ts';

/** A few dozen expressions are those of almost all wheels. */
const judgeOnce = remember(1000, (text) => ({ reason: licenseExpressionProblem(text) }));

export default defineRule({
  code: 'WHL509',
  name: 'invalid-license',
  category: 'metadata',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'The license fields of METADATA contradict each other or the archive.',
    why: `Programs that tell which licenses are installed read \`License-Expression\` and the files that \`License-File\` names. An
expression that is not SPDX's tells them nothing, and a file that is not in the wheel leaves the users of a copy without the
text that most licenses demand to go with it. PyPI refuses all of this since Metadata-Version 2.4.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"

[wheel.dist-info]
METADATA = """
Metadata-Version: 2.4
Name: demo
Version: 1.0
License-Expression: Apache 2.0
License-File: LICENSE
"""
`,
    fix: `Write an SPDX expression (\`Apache-2.0\`, \`MIT OR BSD-3-Clause\`, \`LicenseRef-Proprietary\`), remove \`License\` beside it,
and put the files into \`demo-1.0.dist-info/licenses/\`, where backends of today put them.`,
    quiet: `For \`License\` without \`License-Expression\`, whatever it says, for deprecated identifiers, and for license files that
lie beside METADATA where the Metadata-Version is older than 2.4; there a missing one is an info. In a broken archive
no file is called missing.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/license-expression/',
      'https://peps.python.org/pep-0639/',
    ],
  },
  messages: {
    expression: "The License-Expression '{expression}' is not SPDX's: '{reason}'. PyPI refuses this wheel.",
    both: "'License' stands beside 'License-Expression': PyPI refuses this wheel.",
    path: "A 'License-File' is a relative path with plain slashes, and this is not: '{files}'. PyPI refuses this wheel.",
    missing:
      "What 'License-File' names is not in the wheel, so that the license text is not passed on: '{files}'. PyPI refuses this wheel.",
    left: "What 'License-File' names is not in the wheel, so that the license text is not passed on: '{files}'.",
  },
  options: v.strictObject({}),
  checkContents({ wheel, headers, layout }, { report }) {
    const { distInfo } = wheel;
    if (headers.METADATA === undefined) return;
    const { byName } = headers.METADATA;
    const member = distInfo?.metadata?.member;
    const expression = byName.get('license-expression')?.[0];
    if (expression !== undefined) {
      const license = byName.get('license')?.find((field) => field.value !== '' && field.value !== 'UNKNOWN');
      const { value, line } = expression;
      const { reason } = judgeOnce(value);
      if (reason !== undefined)
        report({ message: 'expression', wheel, member, line, data: { expression: value, reason } });
      if (license !== undefined) report({ message: 'both', wheel, member, line: license.line });
    }
    const files = byName.get('license-file');
    if (distInfo === undefined || files === undefined) return;
    const version = byName.get('metadata-version')?.[0]?.value ?? '';
    const isSettled = hasSettledLicenses(version);
    const wrong = isSettled ? files.filter(({ value }) => !isLicensePath(value)) : [];
    const right = wrong.length === 0 ? files : files.filter(({ value }) => isLicensePath(value));
    // A broken archive has no layout.
    const isWhole = wheel.problems.length === 0;
    const missing = isWhole ? missingLicenseFiles(right, version, distInfo.directory, layout) : [];
    for (const [message, found] of [
      ['path', wrong],
      [isSettled ? 'missing' : 'left', missing],
    ] as const) {
      const [first] = found;
      if (first === undefined) continue;
      const data = { files: listInside(found.map(({ value }) => value)) };
      const atMost = message === 'left' ? 'info' : 'error';
      report({ message, wheel, member, line: first.line, atMost, data });
    }
  },
});
