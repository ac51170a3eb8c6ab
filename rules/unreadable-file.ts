import { dirname } from 'node:path';
import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';

export default defineRule({
  code: 'WHL204',
  name: 'unreadable-file',
  category: 'wheelhouse',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'The folder is open to other users, and the permissions of this wheel keep them out.',
    why: `On a shared file system others install from your folder. pip lists the wheel and chooses it, and then stops with
"Permission denied": not even another version helps. Such files come from temporary files that were moved into place, and from
a strict \`umask\`.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
mode = 0o600
`,
    fix: '`chmod a+r` the wheel, or close the folder to those who are not to read it.',
    quiet: `When the folder, or one that it lies in, keeps the others out as well, in folders where everybody may write (\`/tmp\`),
and on Windows. Only permission bits count: whoever runs this, root too, sees the same.`,
    references: ['https://man7.org/linux/man-pages/man1/chmod.1.html'],
  },
  messages: {
    others:
      "All users may look into this folder, and this wheel has the permissions '{mode}': others cannot install it.",
    group:
      "The group may look into this folder, and this wheel has the permissions '{mode}': its members cannot install it.",
  },
  options: v.strictObject({}),
  checkWheelhouse({ wheels, folders = [] }, { report }) {
    const readers = new Map(folders.map((folder) => [folder.path, folder.readers]));
    for (const wheel of wheels) {
      const { mode, location } = wheel;
      if (mode === undefined || (mode & 0o004) !== 0) continue;
      const audience = readers.get(dirname(location.path));
      const data = { mode: `0${mode.toString(8)}` };
      if (audience === 'all') report({ message: 'others', wheel, data });
      else if (audience === 'group' && (mode & 0o040) === 0) report({ message: 'group', wheel, data });
    }
  },
});
