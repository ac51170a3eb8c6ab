import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { fewNames } from '../src/packaging/few-names.ts';
import { nameTraits } from '../src/wheel/archive/member-names.ts';
import type { WheelFacts } from '../src/wheel/facts.ts';

export default defineRule({
  code: 'WHL607',
  name: 'reserved-name',
  category: 'archive',
  severity: 'info',
  needs: [],
  docs: {
    summary:
      'A wheel that can be installed on Windows has a member that Windows cannot write under its name.',
    why: `Windows keeps names such as \`aux\`, \`con\` or \`nul\`, with any suffix, for its devices, does not allow
\`< > : " | ? *\`, and drops a dot or a space at the end of a name. An installer fails in the middle of the wheel, or the
file gets another name than the one in RECORD. Windows 11 is less strict about the devices.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/aux.py" = "" }
`,
    fix: 'Rename the file, or leave it out if it is only needed on other systems.',
    quiet: 'For wheels whose platform tags are not for Windows.',
    references: ['https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file'],
  },
  messages: {
    device: "'{members}' has the name of a device of Windows: before Windows 11 it cannot be unpacked there.",
    forbidden: "'{members}' has a character in its name that Windows does not allow: installers fail there.",
    'loose-end':
      "'{members}' has a name that ends with a dot or a space, which Windows drops: the file is not found there.",
  },
  options: v.strictObject({}),
  when: ['unusual-names'],
  checkContents({ wheel, names }, { report }) {
    if (!isForWindows(wheel)) return;
    const unusual = names.unusual;
    for (const [message, trait] of kinds) {
      const found = unusual.filter(({ traits }) => (traits & trait) !== 0);
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

const kinds = [
  ['device', nameTraits.device],
  ['forbidden', nameTraits.forbidden],
  ['loose-end', nameTraits.looseEnd],
] as const;

function isForWindows({ name }: WheelFacts): boolean {
  return name === undefined || name.platforms.some((tag) => tag === 'any' || tag.startsWith('win'));
}
