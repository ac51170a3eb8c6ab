import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import type { WheelFacts } from '../src/wheel/facts.ts';
import { few } from '../src/wheel/layout/few.ts';
import type { Folder } from '../src/wheel/layout/layout.ts';

export default defineRule({
  code: 'WHL741',
  name: 'broken-data-folder',
  category: 'contents',
  severity: 'error',
  needs: [],
  docs: {
    summary: "Installers refuse or misplace what is in the wheel's '.data' folder.",
    why: `The \`.data\` folder has one folder for each place outside of the usual one: \`purelib\`, \`platlib\`, \`scripts\`,
\`headers\` and \`data\`. pip and uv stop at anything else ("Unknown scheme key", "Unknown wheel data type"), and uv at a
folder in \`scripts\`. Under another name than that of the dist-info folder, as after a wheel was relabelled by hand, pip
still spreads its files, and uv leaves them in site-packages.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo-1.0.data/etc/demo.conf" = "" }
`,
    fix: 'Put the files below `data/` (`demo-1.0.data/data/etc/demo.conf`), and rename the folder with the dist-info folder.',
    references: [
      'https://packaging.python.org/en/latest/specifications/binary-distribution-format/#the-data-directory',
    ],
  },
  messages: {
    scheme:
      "pip and uv refuse this wheel: its '.data' folder may only have purelib, platlib, scripts, headers and data, and it has '{members}'.",
    script:
      "uv refuses this wheel, because 'scripts' may only have files and has a folder: '{members}'; pip installs it where no shell looks.",
    name: "pip spreads the files of '{folder}', and uv leaves the folder in site-packages, because only '{expected}' goes with this dist-info folder: rename it.",
  },
  options: v.strictObject({}),
  when: ['data-folders'],
  checkContents({ wheel, layout }, { report }) {
    const folders = layout.dataFolders;
    if (folders.length === 0) return;
    const schemes = folders.filter(({ section }) => section === 'unknown').flatMap(namesOf);
    const scripts = folders
      .filter(({ section, path, start }) => section === 'scripts' && path.length > start)
      .flatMap(namesOf);
    const [scheme] = schemes;
    const [script] = scripts;
    if (scheme !== undefined) {
      report({ message: 'scheme', wheel, member: scheme, data: { members: few(schemes) } });
    }
    if (script !== undefined) {
      report({
        message: 'script',
        wheel,
        member: script,
        atMost: 'warning',
        data: { members: few(scripts) },
      });
    }
    const expected = dataFolderOf(wheel);
    const names = folders
      .filter(({ files }) => files.length > 0)
      .map(({ path }) => path.slice(0, path.indexOf('/')));
    const folder = names.find((name) => name !== expected);
    if (folder === undefined || expected === undefined) return;
    report({
      message: 'name',
      wheel,
      member: `${folder}/`,
      atMost: 'warning',
      data: { folder: few([folder]), expected: few([expected]) },
    });
  },
});

function namesOf({ files }: Folder): string[] {
  return files.map(({ name }) => name);
}

function dataFolderOf({ distInfo }: WheelFacts): string | undefined {
  return distInfo && `${distInfo.directory.slice(0, -'.dist-info'.length)}.data`;
}
