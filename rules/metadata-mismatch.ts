import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { normalizeName } from '../src/packaging/name.ts';
import { comparePublic, compareVersions, parseVersionOnce } from '../src/packaging/version.ts';

export default defineRule({
  code: 'WHL304',
  name: 'metadata-mismatch',
  category: 'names',
  severity: 'error',
  needs: [],
  docs: {
    summary: 'The name or version in METADATA is not the one in the file name.',
    why: `Installers choose by the file name and then check METADATA. pip 20.3 and newer **discards** a file where the two
disagree, prints one line about it and installs another file, usually the index's. uv refuses it, with one exception: a
label that is only in the file name is accepted. So a wheel that was relabelled by renaming it loses in pip and wins in uv.`,
    example: `[[wheel]]
filename = "demo-1.0+mysite-py3-none-any.whl"
version = "1.0"
`,
    fix: `Write the same version into METADATA and the names of the \`.dist-info\` and \`.data\` folders, and update RECORD; or
rename the file back.`,
    quiet: 'For other spellings of one version (`1.0` and `1.0.0`): they are equal.',
    references: [
      'https://packaging.python.org/en/latest/specifications/core-metadata/',
      'https://github.com/pypa/pip/blob/26.2/src/pip/_internal/operations/prepare.py',
    ],
  },
  messages: {
    renamedOnly:
      "Only the file name has the label: METADATA says version '{metadata}', the file name '{filename}'. pip 20.3 and newer discards this wheel and takes another file, uv installs it.",
    version:
      "METADATA says version '{metadata}', the file name '{filename}': pip 20.3 and newer discards this wheel and takes another file, uv refuses it.",
    invalidVersion:
      "METADATA says version '{metadata}', which is not a version (PEP 440): no installer takes this wheel.",
    name: "METADATA says the project is '{metadata}', the file name '{filename}': pip 26 discards this wheel, older pips may install it under its other name, uv refuses it.",
    missing: "METADATA has no '{field}' field: no installer can use this wheel.",
  },
  fix: { renamedOnly: 'label' },
  options: v.strictObject({}),
  checkWheel(wheel, { report }) {
    const { name, distInfo } = wheel;
    const metadata = distInfo?.metadata;
    if (name === undefined || metadata === undefined) return;
    const { member } = metadata;
    for (const [field, value] of [
      ['Name', metadata.name],
      ['Version', metadata.version],
    ] as const) {
      if (value === undefined || value.value === '')
        report({ message: 'missing', wheel, member, data: { field } });
    }
    if (
      metadata.name !== undefined &&
      metadata.name.value !== '' &&
      metadata.name.value !== name.project &&
      normalizeName(metadata.name.value) !== name.project
    ) {
      const data = { metadata: metadata.name.value, filename: name.distribution };
      report({ message: 'name', wheel, member, line: metadata.name.line, data });
    }
    if (metadata.version === undefined || metadata.version.value === '') return;
    const { value, line } = metadata.version;
    if (value === name.version.text) return;
    const version = parseVersionOnce(value);
    const data = { metadata: value, filename: name.version.text };
    if (version === undefined) {
      report({ message: 'invalidVersion', wheel, member, line, data: { metadata: value } });
    } else if (compareVersions(version, name.version) !== 0) {
      const isRenamedOnly = version.local.length === 0 && comparePublic(version, name.version) === 0;
      report({ message: isRenamedOnly ? 'renamedOnly' : 'version', wheel, member, line, data });
    }
  },
});
