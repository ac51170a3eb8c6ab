import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import type { ArchiveProblemKind } from '../src/wheel/archive/problem.ts';

const messages = {
  empty: 'The file is empty: no installer can read it.',
  unreadable: "The file cannot be opened: '{detail}'.",
  'not-a-file': 'Something other than a file has the name of a wheel.',
  'git-lfs-pointer':
    "The file is a Git LFS pointer, not the wheel: it was not checked out, run 'git lfs pull'.",
  'html-page':
    'The file is a web page, probably the error page of a download, not a wheel: download it again.',
  'not-a-zip': 'The file is not a zip archive, so it is no wheel: build or download it again.',
  truncated:
    'The archive is cut off: its directory, which stands at the end, is missing; copy or download it again.',
  directory: "The archive's directory cannot be read: '{detail}'.",
  encrypted: "The member '{member}' is encrypted: no installer can unpack this wheel.",
  compression: "The member '{member}' cannot be unpacked by every installer: '{detail}'.",
  damaged: "The member '{member}' is damaged: '{detail}'.",
  'lying-size': "The member '{member}' is not what the archive's directory says: '{detail}'.",
  'too-large': "The member '{member}' is too large to be read: '{detail}'.",
  'no-dist-info': "The archive has no '*.dist-info' folder at its top, so it is a zip and no wheel.",
  'many-dist-infos':
    "The archive has more than one '*.dist-info' folder, and installers refuse it: '{detail}'.",
  'missing-member': "The archive has no '{member}', without which installers refuse it.",
} as const satisfies Readonly<Record<ArchiveProblemKind, string>>;

export default defineRule({
  code: 'WHL601',
  name: 'broken-archive',
  category: 'archive',
  severity: 'error',
  needs: [],
  docs: {
    summary: 'The file is not a readable wheel archive.',
    why: `An installer that chooses this file by its name fails while it unpacks it. Files like this come from
broken downloads, a full disk and Git LFS pointers that were not replaced.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
raw = "<!DOCTYPE html><title>502 Bad Gateway</title>"
`,
    fix: 'Build, copy or download the wheel again, and compare its sha256 with the one of its source.',
    references: [
      'https://packaging.python.org/en/latest/specifications/binary-distribution-format/',
      'https://blog.pypi.org/posts/2025-08-07-wheel-archive-confusion-attacks/',
    ],
  },
  messages,
  options: v.strictObject({}),
  checkWheel(wheel, { report }) {
    for (const { kind, member, detail } of wheel.problems) {
      report({ message: kind, wheel, member, data: { member: member ?? 'the directory', detail } });
    }
  },
});
