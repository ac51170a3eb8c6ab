import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { fewNames } from '../src/packaging/few-names.ts';

export default defineRule({
  code: 'WHL604',
  name: 'duplicate-member',
  category: 'archive',
  severity: 'error',
  needs: [],
  docs: {
    summary: 'Two members of the archive have the same path, or one is a file where another needs a folder.',
    why: `Which of two members with one name is installed depends on the installer: Python's \`zipfile\`, and pip with it,
takes the last, others the first. uv refuses the wheel where their contents differ, PyPI refuses it always. The usual cause
is a script that adds files to a finished wheel instead of replacing them. A file under a name that is also a folder
cannot be unpacked at all.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
archive.members = [{ name = "demo/settings.py", text = "A = 1" }, { name = "demo/settings.py", text = "A = 2" }]
`,
    fix: 'Build the wheel again, or unpack it, keep the file that is wanted and pack it with `wheel pack`.',
    references: [
      'https://docs.pypi.org/archives/',
      'https://github.com/astral-sh/uv/blob/26a9dd4b2/crates/uv-extract/src/stream.rs',
    ],
  },
  messages: {
    twice:
      "'{members}' stands in the archive more than once: pip installs the last one, uv refuses the wheel where they differ, and PyPI refuses it always.",
    'file-and-folder':
      "'{file}' is a file, and '{members}' needs a folder of that name: installers stop in the middle of the wheel.",
  },
  options: v.strictObject({}),
  when: ['name-clashes'],
  checkContents({ wheel, names }, { report }) {
    const { repeated, fileAndFolder } = names.clashes;
    const [twice] = repeated;
    if (twice !== undefined) {
      report({
        message: 'twice',
        wheel,
        member: twice,
        data: { members: fewNames(twice, repeated.length) },
      });
    }
    const [pair] = fileAndFolder;
    if (pair !== undefined) {
      const [file, inside] = pair;
      report({
        message: 'file-and-folder',
        wheel,
        member: file,
        data: { file: fewNames(file, 1), members: fewNames(inside, fileAndFolder.length) },
      });
    }
  },
});
