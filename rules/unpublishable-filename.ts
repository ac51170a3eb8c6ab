import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { isPublishablePlatform } from '../src/packaging/pypi-platforms.ts';
import { localLabel } from '../src/packaging/version.ts';

export default defineRule({
  code: 'WHL306',
  name: 'unpublishable-filename',
  category: 'names',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'PyPI refuses the name of this wheel.',
    why: `PyPI takes no local version labels, only the platform tags that it knows (\`linux_x86_64\` is not among them, a
manylinux tag is), and only files that begin with the normalised name of their project. Installers are not so strict, so that
nothing else shows it before the upload.`,
    example: `[[wheel]]
filename = "demo-1.0+mysite-cp312-cp312-linux_x86_64.whl"
files = { "demo.cpython-312-x86_64-linux-gnu.so" = "binary: elf x86_64" }
`,
    fix: `Build without a label; let \`auditwheel repair\` give a Linux wheel its manylinux or musllinux tag; build with a backend
of today, which normalises names. The rule is off by default; the preset \`pypi\` makes it an error.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/version-specifiers/#local-version-identifiers',
      'https://github.com/pypi/warehouse/blob/6b6215712/warehouse/forklift/legacy.py',
    ],
  },
  messages: {
    label: "PyPI takes no local version labels, and this wheel has '{label}'.",
    platform: "PyPI takes no wheels for the platform '{platform}'.",
    spelling:
      "PyPI takes only names that begin with the project's normalised name, '{expected}', not '{name}'.",
  },
  options: v.strictObject({}),
  checkWheel(wheel, { report }) {
    const { name } = wheel;
    if (name === undefined) return;
    const label = localLabel(name.version);
    if (label !== undefined) report({ message: 'label', wheel, data: { label } });
    const platform = name.platforms.find((tag) => !isPublishablePlatform(tag));
    if (platform !== undefined) report({ message: 'platform', wheel, data: { platform } });
    const expected = name.project.replaceAll('-', '_');
    if (name.distribution !== expected)
      report({ message: 'spelling', wheel, data: { expected, name: name.distribution } });
  },
});
