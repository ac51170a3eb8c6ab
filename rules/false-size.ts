import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { fewNames } from '../src/packaging/few-names.ts';
import { falseSizeOf } from '../src/wheel/archive/false-size.ts';

export default defineRule({
  code: 'WHL610',
  name: 'false-size',
  category: 'archive',
  severity: 'error',
  needs: [],
  docs: {
    summary: 'The directory states a size for a member that cannot be true.',
    why: `Python's \`zipfile\`, and pip with it, stops at the stated size; other programs unpack all that is there. So one
wheel installs two different files, which is how harmful code hides from a scanner. uv compares the sizes and refuses the
wheel. PyPI does not look at them.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
archive.members = [{ name = "demo/a.py", text = "A = 1\\nB = 2\\n", method = 0, size = 6 }]
`,
    fix: 'Build the wheel again. If it came from others, find out why it was made like this before you use it.',
    quiet: 'Sizes that could be true are compared with the contents only where these are read.',
    references: [
      'https://github.com/astral-sh/uv/security/advisories/GHSA-8qf3-x8v5-2pj8',
      'https://github.com/astral-sh/uv/blob/26a9dd4b2/crates/uv-extract/src/stream.rs',
    ],
  },
  messages: {
    stored:
      "'{members}' is stored in '{compressed}' bytes and said to have '{size}': pip stops at the smaller number, and uv refuses the wheel.",
    deflated:
      "'{members}' is said to have '{size}' bytes, which '{compressed}' bytes of compressed data cannot make: uv refuses the wheel.",
    folder:
      "'{members}' is a folder and has contents of '{size}' bytes: uv refuses the wheel, and pip drops them.",
  },
  options: v.strictObject({}),
  when: ['odd-members'],
  checkContents({ wheel, members }, { report }) {
    const found = Map.groupBy(
      members.filter((member) => falseSizeOf(member) !== undefined),
      falseSizeOf,
    );
    for (const message of ['stored', 'deflated', 'folder'] as const) {
      const [first, ...others] = found.get(message) ?? [];
      if (first === undefined) continue;
      report({
        message,
        wheel,
        member: first.name,
        data: {
          members: fewNames(first.name, others.length + 1),
          size: String(first.size),
          compressed: String(first.compressedSize),
        },
      });
    }
  },
});
