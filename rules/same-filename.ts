import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import type { ComparedWheel, IndexMatch } from '../src/engine/project.ts';
import type { IndexFile } from '../src/index/index-answer.ts';

export default defineRule({
  code: 'WHL101',
  name: 'same-filename',
  category: 'conflicts',
  severity: 'warning',
  needs: ['index'],
  docs: {
    summary: 'An index lists a different file under the same file name.',
    why: `Two files with one name are the same candidate to every installer, and which of them is installed depends on the
tool: with your folder as a find-links location, pip 20.3 and newer installs **the index's** file, pip up to 20.2 and uv
install **yours**. Lock files and \`--require-hashes\` pin one of the two hashes and fail on the other. PyPI never reuses a
file name, so its half of the conflict cannot go away.`,
    example: `[[wheel]]
filename = "six-1.17.0-py2.py3-none-any.whl"
files = { "six.py" = "# patched\\n" }

[[index]]
filename = "six-1.17.0-py2.py3-none-any.whl"
sha256 = "4721f391ed90541fddacab5acf947aa0d3dc7d27b2e1e8eda2be8970586c3274"
`,
    fix: `Give your build a name of its own. A local version label (\`1.17.0+mysite\`) wins over the same public version in every
installer; it has to be in METADATA too, not only in the file name (see [metadata-mismatch](metadata-mismatch.md)). If
you did not mean to change the file, put the index's file back.`,
    quiet: 'When the sha256 is the same: it is the same file, wherever it comes from.',
    references: [
      'https://github.com/pypa/pip/issues/10156',
      'https://packaging.python.org/en/latest/specifications/version-specifiers/#local-version-identifiers',
    ],
  },
  messages: {
    different:
      "'{index}' lists another file under this name: pip 20.3 and newer installs the index's file, uv installs yours.",
    unknown:
      "'{index}' lists a file under this name and gives no sha256, so nobody can tell whether it is the same: pip 20.3 and newer installs the index's file, uv installs yours.",
    yanked:
      "'{index}' lists another file under this name and has yanked it: pip and uv install yours, but a lock file that pins the index's sha256 fails.",
  },
  options: v.strictObject({}),
  checkProject({ wheels }, { report }) {
    for (const compared of wheels) {
      const { filename } = compared.wheel.name;
      const sameName = compared.matches.filter(({ name }) => name.filename === filename);
      if (sameName.length === 0 || sameName.some(({ identity }) => identity === 'equal')) continue;
      for (const match of firstOfEachIndex(sameName)) report(describe(compared, match));
    }
  },
});

function firstOfEachIndex(matches: readonly IndexMatch[]): IndexMatch[] {
  return [
    ...new Map([...matches].reverse().map((match) => [match.answer.source.url, match])).values(),
  ].reverse();
}

function describe({ wheel, sha256 }: ComparedWheel, { file, identity, answer }: IndexMatch) {
  const index = answer.source.url;
  const shared = {
    wheel,
    subject: index,
    data: { index, ...sideBySide(wheel.size, sha256, file) },
    related: [
      { location: file.url, message: `the index's file, ${describeFile(file.size, file.sha256)}` },
      { location: wheel.location.display, message: `your file, ${describeFile(wheel.size, sha256)}` },
    ],
  };
  if (identity === 'unknown') return { ...shared, message: 'unknown' } as const;
  if (file.yanked !== false) return { ...shared, message: 'yanked', atMost: 'info' } as const;
  return { ...shared, message: 'different' } as const;
}

/** What is known of both files; the hash of yours only where the size did not settle it. */
function sideBySide(
  size: number,
  sha256: string | undefined,
  file: IndexFile,
): Readonly<Record<string, string>> {
  return {
    size: String(size),
    ...(file.size !== undefined && { indexSize: String(file.size) }),
    ...(sha256 !== undefined && { sha256 }),
    ...(file.sha256 !== undefined && { indexSha256: file.sha256 }),
  };
}

function describeFile(size: number | undefined, sha256: string | undefined): string {
  const parts = [
    size === undefined ? [] : `${size} bytes`,
    sha256 === undefined ? [] : `sha256 ${sha256}`,
  ].flat();
  return parts.length > 0 ? parts.join(', ') : 'size and sha256 unknown';
}
