/**
 * Writes `src/packaging/spdx-identifiers.ts` from SPDX's lists:
 * `node scripts/spdx-identifiers.ts <licenses.json> <exceptions.json>`, the files of
 * https://github.com/spdx/license-list-data/tree/main/json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';

const licensesSchema = v.object({
  licenseListVersion: v.string(),
  licenses: v.array(v.object({ licenseId: v.string() })),
});
const exceptionsSchema = v.object({ exceptions: v.array(v.object({ licenseExceptionId: v.string() })) });

const [licensesPath, exceptionsPath] = process.argv.slice(2);
if (licensesPath === undefined || exceptionsPath === undefined)
  throw new Error('usage: node scripts/spdx-identifiers.ts <licenses.json> <exceptions.json>');

const { licenseListVersion, licenses } = v.parse(licensesSchema, readJson(licensesPath));
const { exceptions } = v.parse(exceptionsSchema, readJson(exceptionsPath));

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** One long text: thousands of short ones would cost every run its start. */
function listed(ids: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const id of [...ids].sort()) {
    if (line.length + id.length > 104) {
      lines.push(line);
      line = '';
    }
    line += `${id} `;
  }
  return [...lines, line.trimEnd()].map((text) => `  '${text}'`).join(' +\n');
}

writeFileSync(
  new URL('../src/packaging/spdx-identifiers.ts', import.meta.url),
  `// Written by scripts/spdx-identifiers.ts from version ${licenseListVersion} of SPDX's license list. Do not edit.

/** Identifiers of licenses, deprecated ones too, separated by blanks. */
export const licenseIds =
${listed(licenses.map(({ licenseId }) => licenseId))};

/** Identifiers of exceptions, which stand behind WITH. */
export const exceptionIds =
${listed(exceptions.map(({ licenseExceptionId }) => licenseExceptionId))};
`,
);
