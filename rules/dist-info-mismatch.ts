import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { normalizeName } from '../src/packaging/name.ts';
import { compareVersions, parseVersionOnce, type Version } from '../src/packaging/version.ts';
import type { WheelFacts } from '../src/wheel/facts.ts';
import { publishOption } from './options/publish.ts';

export default defineRule({
  code: 'WHL305',
  name: 'dist-info-mismatch',
  category: 'names',
  severity: 'error',
  needs: [],
  docs: {
    summary: "The '.dist-info' or '.data' folder is not called after the name and version in the file name.",
    why: `pip and uv refuse a wheel whose \`.dist-info\` folder does not begin with the project's name. They do not look at the
version there, but once the wheel is installed they read the version **from the folder's name**: \`pip list\`, \`pip check\` and
\`uv pip sync\` then see another version than METADATA has. pip unpacks every \`.data\` folder, uv only the one that is called
like the \`.dist-info\` folder: the scripts, headers and libraries of another one never get where they belong.`,
    example: `[[wheel]]
filename = "demo-1.0+mysite-py3-none-any.whl"
dist-info-folder = "demo-1.0.dist-info"
version = "1.0+mysite"
`,
    fix: `Give both folders the name and version of the file name (\`demo-1.0+mysite.dist-info\`, \`demo-1.0+mysite.data\`), and
update RECORD, which lists their members.`,
    quiet: `For other spellings of one name or version, unless the wheel is on its way to PyPI (\`publish = true\`, as in the
preset \`pypi\`), which wants the spelling of the file name. When METADATA has the folder's version and not that of the file
name, [metadata-mismatch](metadata-mismatch.md) says so.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-format',
      'https://github.com/pypa/pip/blob/26.2/src/pip/_internal/utils/wheel.py',
    ],
  },
  fix: { version: 'names', spelling: 'names', data: 'names' },
  messages: {
    project:
      "The folder '{folder}' does not begin with the project's name '{project}': pip and uv refuse this wheel.",
    version:
      "The folder '{folder}' does not have the version of the file name, '{version}': once installed, pip and uv take the folder's version for the true one.",
    spelling:
      "The folder '{folder}' is not spelled like the file name, '{expected}': PyPI refuses this wheel, installers take it.",
    data: "The folder '{folder}' is not called like the '.dist-info' folder, '{expected}': pip unpacks it, uv leaves its files where nothing finds them.",
  },
  options: v.strictObject({ publish: publishOption }),
  checkWheel(wheel, { options, report }) {
    const { name, distInfo } = wheel;
    if (name === undefined || distInfo === undefined) return;
    const folder = distInfo.directory;
    const stem = folder.slice(0, -'.dist-info'.length);
    const written = name.filename.split('-', 2)[1] ?? '';
    const expected = `${name.distribution}-${written}`;
    // Where the file name is the one that PyPI refuses, WHL306 says so.
    const publishable = `${name.project.replaceAll('-', '_')}-${written}`;
    // Both take a folder whose name goes on behind the project's.
    if (!normalizeName(folder).startsWith(name.project)) {
      report({ message: 'project', wheel, member: folder, data: { folder, project: name.project } });
    } else if (stem !== expected) {
      const dash = stem.indexOf('-');
      const isProject = normalizeName(stem.slice(0, dash === -1 ? undefined : dash)) === name.project;
      const version = parseVersionOnce(stem.slice(dash + 1));
      const isSame = version !== undefined && compareVersions(version, name.version) === 0;
      if (!(isProject && isSame) && !isToldElsewhere(wheel, version)) {
        const data = { folder, version: name.version.text };
        report({ message: 'version', wheel, member: folder, atMost: 'warning', data });
      } else if (options.publish && isSame && stem !== publishable) {
        report({
          message: 'spelling',
          wheel,
          member: folder,
          data: { folder, expected: `${publishable}.dist-info` },
        });
      }
    }
    for (const data of distInfo.dataFolders) {
      if (data.slice(0, -'.data'.length) === stem) continue;
      report({
        message: 'data',
        wheel,
        member: data,
        atMost: 'warning',
        data: { folder: data, expected: folder },
      });
    }
  },
});

/** A wheel that was only renamed has one fault, and METADATA shows it. */
function isToldElsewhere({ name, distInfo }: WheelFacts, version: Version | undefined): boolean {
  const metadata = parseVersionOnce(distInfo?.metadata?.version?.value ?? '');
  if (name === undefined || metadata === undefined || version === undefined) return false;
  return compareVersions(metadata, version) === 0 && compareVersions(metadata, name.version) !== 0;
}
