import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { fewNames } from '../src/packaging/few-names.ts';
import { nameTraits } from '../src/wheel/archive/member-names.ts';

export default defineRule({
  code: 'WHL602',
  name: 'unsafe-path',
  category: 'archive',
  severity: 'error',
  needs: [],
  docs: {
    summary: 'A member has a path that leads out of the wheel, or that systems understand in different ways.',
    why: `Installers write members where their paths say. pip refuses a wheel with a path that leads out of the folder of
installed packages, uv leaves the member out without failing, and older tools write it there. A backslash separates
folders on Windows and is a part of the name elsewhere. Python's \`zipfile\`, and pip with it, ends a name at its first
NUL; uv and PyPI refuse names with characters that cannot be printed.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
archive.members = [{ name = "../../.bashrc", text = "echo gotcha" }]
`,
    fix: 'Build the wheel again from a tree without such names. A wheel of others that has them is best not used at all.',
    quiet:
      'A path that goes through `.`, `..` or an empty folder and stays inside is a warning: RECORD cannot list it under that name.',
    references: [
      'https://packaging.python.org/en/latest/specifications/binary-distribution-format/',
      'https://docs.pypi.org/archives/',
      'https://github.com/astral-sh/uv/blob/26a9dd4b2/crates/uv-extract/src/lib.rs',
    ],
  },
  messages: {
    outside:
      "'{members}' leads out of the folder that the wheel is unpacked in: pip refuses the wheel and uv leaves the file out.",
    control:
      "'{members}' has characters in its name that cannot be printed: uv and PyPI refuse the wheel, and pip cuts a name at its first NUL.",
    backslash:
      "'{members}' has a backslash in its name, which is a folder on Windows and a part of the file name elsewhere.",
    roundabout:
      "'{members}' is not the plain path of its file, so what RECORD lists and what installers compare is something else.",
  },
  options: v.strictObject({}),
  when: ['unusual-names'],
  checkContents({ wheel, names }, { report }) {
    const found = new Map<
      'outside' | 'control' | 'backslash' | 'roundabout',
      { first: string; count: number }
    >();
    for (const { name, traits } of names.unusual) {
      const kind = kindOf(name, traits);
      if (kind === undefined) continue;
      const known = found.get(kind);
      found.set(kind, { first: known?.first ?? name, count: (known?.count ?? 0) + 1 });
    }
    for (const [message, { first, count }] of found) {
      report({
        message,
        wheel,
        member: first,
        ...(message === 'roundabout' && { atMost: 'warning' }),
        data: { members: fewNames(first, count) },
      });
    }
  },
});

/** The worst that is true of a name. */
function kindOf(name: string, traits: number) {
  if (isOutside(name, traits)) return 'outside';
  if ((traits & nameTraits.control) !== 0) return 'control';
  if ((traits & nameTraits.backslash) !== 0) return 'backslash';
  return (traits & nameTraits.roundabout) !== 0 ? 'roundabout' : undefined;
}

function isOutside(name: string, traits: number): boolean {
  if ((traits & nameTraits.forbidden) !== 0 && /^[A-Za-z]:/.test(name)) return true;
  if ((traits & (nameTraits.roundabout | nameTraits.backslash)) === 0) return false;
  if (name.startsWith('/') || name.startsWith('\\')) return true;
  let depth = 0;
  for (const segment of name.split(/[/\\]/)) {
    if (segment === '..') depth -= 1;
    else if (segment !== '' && segment !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
}
