import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { fewNames } from '../src/packaging/few-names.ts';
import type { Member } from '../src/wheel/archive/directory.ts';
import { unicodePathOf } from '../src/wheel/archive/framing/unicode-path.ts';
import { nameTraits } from '../src/wheel/archive/member-names.ts';

const utf8Flag = 0x800;

export default defineRule({
  code: 'WHL611',
  name: 'ambiguous-name',
  category: 'archive',
  severity: 'error',
  needs: [],
  docs: {
    summary: 'The name of a member is read differently by different installers.',
    why: `A name with other letters than those of ASCII needs a flag that says it is UTF-8. Without it Python's \`zipfile\`, and
pip with it, reads the bytes as those of an old PC and installs \`├ñ.py\` where \`ä.py\` was meant; uv and PyPI refuse the
wheel. A second name in a Unicode path field takes the place of the first for newer programs only, so that two of them
install different files.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
archive.members = [{ name = "demo/grüße.py", text = "", flags = 0 }]
`,
    fix: 'Pack the wheel again with a tool of the wheel format (`wheel pack`), not with `zip`.',
    references: [
      'https://packaging.python.org/en/latest/specifications/binary-distribution-format/',
      'https://docs.pypi.org/archives/',
    ],
  },
  messages: {
    flagless:
      "'{members}' has letters outside of ASCII in its name, which is not marked as UTF-8: pip installs it under a garbled name, uv and PyPI refuse the wheel.",
    undecodable:
      "'{members}' has a name whose bytes are not UTF-8: pip fails or garbles it, uv and PyPI refuse the wheel.",
    'unicode-path':
      "'{members}' has a second name, '{other}', in a Unicode path field: which of the two is installed depends on the installer.",
  },
  options: v.strictObject({}),
  when: ['unusual-names', 'odd-members'],
  checkContents({ wheel, members, names }, { report }) {
    const foreign = names.unusual.filter(({ traits }) => (traits & nameTraits.nonAscii) !== 0);
    const undecodable = foreign.filter(({ name }) => name.includes('\ufffd'));
    const flagless = foreign.filter(
      ({ name, member }) => (member.flags & utf8Flag) === 0 && !name.includes('\ufffd'),
    );
    for (const [message, [first, ...others]] of [
      ['undecodable', undecodable],
      ['flagless', flagless],
    ] as const) {
      if (first === undefined) continue;
      report({
        message,
        wheel,
        member: first.name,
        data: { members: fewNames(first.name, others.length + 1) },
      });
    }
    const renamed = members.filter(isRenamed);
    const [first] = renamed;
    if (first === undefined) return;
    report({
      message: 'unicode-path',
      wheel,
      member: first.name,
      data: {
        members: fewNames(first.name, renamed.length),
        other: fewNames(unicodePathOf(first.extra) ?? '', 1),
      },
    });
  },
});

function isRenamed({ name, extra }: Member): boolean {
  if (extra === undefined) return false;
  const other = unicodePathOf(extra);
  return other !== undefined && other !== name;
}
