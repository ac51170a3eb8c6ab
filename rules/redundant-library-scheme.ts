import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { few } from '../src/wheel/layout/few.ts';
import type { Folder, Layout } from '../src/wheel/layout/layout.ts';

export default defineRule({
  code: 'WHL742',
  name: 'redundant-library-scheme',
  category: 'contents',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: "The '.data' folder has a library folder for the place where the wheel's root goes anyway.",
    why: `\`Root-Is-Purelib\` says whether the root of the wheel is installed as pure Python or for the platform. A folder
\`.data/purelib\` in a pure wheel, or \`.data/platlib\` in one for a platform, names the same place a second time: the wheel
was repacked, or its \`Root-Is-Purelib\` is wrong. Where both have a file of the same path, pip and uv install the
one of the folder over the other, and RECORD has both.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo-1.0.data/purelib/demo/extra.py" = "" }
`,
    fix: 'Move the files of the library folder to the root of the wheel, or correct `Root-Is-Purelib`; write RECORD anew.',
    references: [
      'https://packaging.python.org/en/latest/specifications/binary-distribution-format/#installing-a-wheel-distribution-1-0-py32-none-any-whl',
    ],
  },
  messages: {
    found:
      "The root of this wheel is installed to '{scheme}' already, so the folder of that name in '.data' says it twice: '{members}'; move the files to the root.",
    overwritten:
      "These files are installed over others of the same path in the root of the wheel: '{members}'; keep one of each.",
  },
  options: v.strictObject({}),
  when: ['data-folders'],
  checkContents({ wheel, layout }, { report }) {
    const isPure = wheel.distInfo?.wheel?.rootIsPurelib;
    const scheme = isPure === true ? 'purelib' : 'platlib';
    const libraries = layout.dataFolders.filter(({ section }) => section === 'library');
    const overwriting = libraries.flatMap((folder) => alsoInRoot(folder, layout));
    const redundant = libraries
      .filter(({ path }) => isPure !== undefined && path.startsWith(`${scheme}/`, path.indexOf('/') + 1))
      .flatMap(({ files }) => files.map(({ name }) => name));
    const [member] = redundant;
    const [over] = overwriting;
    if (over !== undefined) {
      report({ message: 'overwritten', wheel, member: over, data: { members: few(overwriting) } });
    } else if (member !== undefined) {
      report({ message: 'found', wheel, member, data: { scheme, members: few(redundant) } });
    }
  },
});

function alsoInRoot({ path, start, files }: Folder, layout: Layout): string[] {
  const root = layout.folder(path.slice(start));
  if (root === undefined) return [];
  const names = new Set(root.files.map(({ name }) => name));
  return files.flatMap(({ name }) => (names.has(name.slice(start)) ? [name] : []));
}
