import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { coreFields, isNewerThan, metadataVersions, newestOnPypi } from '../src/packaging/core-metadata.ts';
import { valueChecks } from '../src/packaging/metadata-values.ts';
import type { HeaderField } from '../src/wheel/dist-info/headers.ts';
import { quoteInside } from '../src/wheel/quote-inside.ts';

export default defineRule({
  code: 'WHL508',
  name: 'unpublishable-metadata',
  category: 'metadata',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'METADATA has what PyPI and twine refuse, and installers do not mind.',
    why: `PyPI checks every field when a file is uploaded, and gives back the first fault it finds; \`twine check\` knows a part of
its checks, and stops at the first file that it does not like. Here they come all at once. Other strict readers of METADATA
(\`packaging.metadata\`, which conda and Linux distributions use) refuse the same.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"

[wheel.dist-info]
METADATA = """
Metadata-Version: 2.1
Name: demo
Version: 1.0
Author-email: Ann Example
Classifier: Private :: Do Not Upload
License-Expression: MIT
Project-URL: A label that is far too long for PyPI, https://example.org
"""
`,
    fix: `Correct the field in the sources of the project (\`pyproject.toml\`) and build again with a backend of today, which
states the right Metadata-Version. The rule is off by default; the preset \`pypi\` makes it an error.`,
    quiet: `For \`License-File\` in files older than its Metadata-Version, which twine leaves out because setuptools wrote it for
years, for \`UNKNOWN\`, which PyPI passes over, for classifiers that PyPI does not list, because the list changes every month, and for descriptions in
reStructuredText that cannot be rendered.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/core-metadata/',
      'https://github.com/pypi/warehouse/blob/6b6215712/warehouse/forklift/metadata.py',
    ],
  },
  messages: {
    noVersion: "METADATA has no 'Metadata-Version': PyPI refuses this wheel.",
    version:
      "PyPI does not know Metadata-Version '{version}' and refuses this wheel; it knows '1.0' to '{newest}'.",
    newer:
      "'{field}' came with Metadata-Version '{since}', and this is '{version}': PyPI refuses this wheel.",
    unknown: "There is no field '{field}': twine refuses to upload this wheel.",
    value: "PyPI refuses this wheel because of '{field}', '{value}': '{reason}'.",
    private: "PyPI refuses wheels with the classifier '{classifier}', which is what it is for.",
    label: "PyPI refuses this wheel, because two of its 'Project-URL' have the label '{label}'.",
  },
  options: v.strictObject({}),
  checkContents({ wheel, headers }, { report }) {
    if (headers.METADATA === undefined) return;
    const { fields, byName } = headers.METADATA;
    const member = wheel.distInfo?.metadata?.member;
    const stated = byName.get('metadata-version')?.[0];
    const version = stated?.value ?? '';
    if (stated === undefined) report({ message: 'noVersion', wheel, member });
    else if (!isPublishable(version)) {
      const data = { version, newest: newestOnPypi };
      report({ message: 'version', wheel, member, line: stated.line, data });
    }
    const told = new Set<string>();
    const labels = new Set<string>();
    for (const field of fields) {
      const { name, value, line } = field;
      const known = coreFields.get(name);
      if (known === undefined) {
        if (!told.has(name)) report({ message: 'unknown', wheel, member, line, data: { field: name } });
        told.add(name);
        continue;
      }
      const { title } = known;
      if (name !== 'license-file' && isNewerThan(known, version) && !told.has(name)) {
        told.add(name);
        const data = { field: title, since: known.since, version };
        report({ message: 'newer', wheel, member, line, subject: title, data });
      }
      // PyPI leaves out what old builds write where there is nothing.
      const reason = value === 'UNKNOWN' ? undefined : valueChecks.get(name)?.(value);
      if (reason !== undefined) {
        const data = { field: title, value: quoteInside(value), reason };
        report({ message: 'value', wheel, member, line, subject: title, data });
      }
      if (name === 'classifier' && /^Private ::/i.test(value)) {
        report({ message: 'private', wheel, member, line, data: { classifier: value } });
      }
      const label = name === 'project-url' ? labelOf(field) : undefined;
      if (label === undefined) continue;
      if (labels.has(label)) report({ message: 'label', wheel, member, line, data: { label } });
      labels.add(label);
    }
  },
});

/** 2.0 was never one of PyPI's, and what is newer is not yet. */
function isPublishable(version: string): boolean {
  const age = metadataVersions.indexOf(version);
  return age !== -1 && age <= metadataVersions.indexOf(newestOnPypi);
}

function labelOf({ value }: HeaderField): string | undefined {
  const label = value.split(',', 1)[0]?.trim();
  return label === '' ? undefined : label;
}
