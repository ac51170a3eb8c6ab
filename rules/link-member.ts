import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { fewNames } from '../src/packaging/few-names.ts';
import { isLink, isSpecial } from '../src/wheel/archive/odd-members.ts';

export default defineRule({
  code: 'WHL608',
  name: 'link-member',
  category: 'archive',
  severity: 'error',
  needs: [],
  docs: {
    summary: 'A member is a symbolic link or a special file, which wheels cannot have.',
    why: `Wheels have no links: pip and uv write a small text file with the target of the link in its place, and what
should load a library through it fails. \`unzip\` makes a real link, which can lead anywhere. The usual cause is
\`zip --symlinks\` over an installed tree with \`libdemo.so -> libdemo.so.1\`.`,
    example: `[[wheel]]
filename = "demo-1.0-cp311-cp311-linux_x86_64.whl"
archive.members = [{ name = "demo/libdemo.so", text = "libdemo.so.1", mode = 0o120777 }]
`,
    fix: 'Put the file itself in place of the link, or leave the link out and load the library under its full name.',
    references: [
      'https://peps.python.org/pep-0778/',
      'https://packaging.python.org/en/latest/specifications/binary-distribution-format/',
    ],
  },
  messages: {
    link: "'{members}' is a symbolic link, which wheels cannot have: pip and uv install a text file with its target instead.",
    special:
      "'{members}' is a device, pipe or socket, which wheels cannot have: pip and uv install a file instead.",
  },
  options: v.strictObject({}),
  when: ['odd-members'],
  checkContents({ wheel, members }, { report }) {
    const odd = members.filter(({ mode }) => isSpecial(mode));
    for (const message of ['link', 'special'] as const) {
      const found = odd.filter(({ mode }) => isLink(mode) === (message === 'link'));
      const [first] = found;
      if (first === undefined) continue;
      report({
        message,
        wheel,
        member: first.name,
        data: { members: fewNames(first.name, found.length) },
      });
    }
  },
});
