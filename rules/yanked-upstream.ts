import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import type { IndexAnswer, IndexFile } from '../src/index/index-answer.ts';
import { readOfferedFile } from '../src/installer/offered-file.ts';
import { publicKey, type Version } from '../src/packaging/version.ts';

export default defineRule({
  code: 'WHL106',
  name: 'yanked-upstream',
  category: 'conflicts',
  severity: 'warning',
  needs: ['index'],
  docs: {
    summary: 'An index has yanked every file of this version.',
    why: `Its authors took the version back, because it is broken or dangerous, and installers leave it out unless somebody pins
it. A file in a find-links folder cannot be yanked: yours goes on being installed, and wins over the yanked ones.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"

[[index]]
filename = "demo-1.0-py3-none-any.whl"
sha256 = "same"
yanked = "does not import"
`,
    fix: `Read the reason. Remove the wheel, build the version that replaces it, or keep it on purpose and say so with an
\`[[ignore]]\` and its reason.`,
    quiet: 'While the index still has a file of that version that is not yanked.',
    references: ['https://peps.python.org/pep-0592/'],
  },
  messages: {
    yanked: "'{index}' has yanked version '{version}', but a find-links folder goes on offering it.",
    reason:
      "'{index}' has yanked version '{version}' ('{reason}'), but a find-links folder goes on offering it.",
  },
  options: v.strictObject({}),
  checkProject({ project, wheels, answers }, { report }) {
    for (const answer of answers) {
      const yanked = yankedVersions(answer, project);
      if (yanked.size === 0) continue;
      for (const { wheel } of wheels) {
        const reason = yanked.get(publicKey(wheel.name.version));
        if (reason === undefined) continue;
        const index = answer.source.url;
        const data = { index, version: wheel.name.version.public, reason };
        report({ message: reason === '' ? 'yanked' : 'reason', wheel, subject: index, data });
      }
    }
  },
});

/** Versions of which every file is yanked, with the first reason given; `''` for none. */
function yankedVersions(answer: IndexAnswer, project: string): Map<string, string> {
  if (answer.status !== 'listed' || !answer.files.some(({ yanked }) => yanked !== false)) return new Map();
  const byVersion = Map.groupBy(answer.files, (file) => {
    const version = versionOf(file, project);
    return version === undefined ? '' : publicKey(version);
  });
  const isYanked = ({ yanked }: IndexFile): boolean => yanked !== false;
  return new Map(
    [...byVersion]
      .filter(([, files]) => files.every(isYanked))
      .map(([key, files]) => [key, files.map(({ yanked }) => yanked).find(isText) ?? '']),
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function versionOf({ filename }: IndexFile, project: string): Version | undefined {
  const file = readOfferedFile(filename, project);
  return file === undefined || file.kind === 'unreadable' ? undefined : file.version;
}
