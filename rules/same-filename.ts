import * as v from 'valibot';
import { choicesFor, isMatch, matchesOf } from '../src/engine/contest/choices.ts';
import type { Entry } from '../src/engine/contest/contest.ts';
import { verdictOf } from '../src/engine/contest/verdict.ts';
import { defineRule } from '../src/engine/define-rule.ts';
import type { ComparedWheel, IndexMatch, ProjectFacts } from '../src/engine/project.ts';
import type { IndexFile } from '../src/index/index-answer.ts';
import { describeFile, type FileHashes, hashesOf } from './families/file-facts.ts';

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
install **yours**. A lock file or \`--require-hashes\` with the hash of your file fails in pip: it takes the index's file and
finds another hash. PyPI never reuses a file name, so its half of the conflict cannot go away.`,
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
    quiet:
      'When the sha256 is the same, or the other hash that an index gives instead: it is the same file, wherever it comes from.',
    references: [
      'https://github.com/pypa/pip/issues/10156',
      'https://packaging.python.org/en/latest/specifications/version-specifiers/#local-version-identifiers',
    ],
  },
  messages: {
    theirs: "'{index}' lists another file under this name, and '{theirs}' would install it instead of yours.",
    split:
      "'{index}' lists another file under this name: '{theirs}' would install the index's file, '{mine}' would install yours.",
    mine: "'{index}' lists another file under this name: '{mine}' would install yours, only because of where it lies.",
    either: "'{index}' lists another file under this name, and nothing but the place tells them apart.",
    unknown:
      "'{index}' lists a file under this name and gives no hash, so nobody can tell whether it is the same.",
    yanked:
      "'{index}' lists another file under this name and has yanked it: yours is preferred, but pip fails where a lock file pins the other's sha256.",
  },
  options: v.strictObject({}),
  checkProject(project, { report }) {
    for (const compared of project.wheels) {
      const { filename } = compared.wheel.name;
      const sameName = matchesOf(project, compared).filter(({ name }) => name.filename === filename);
      if (sameName.length === 0 || sameName.some(({ identity }) => identity === 'equal')) continue;
      for (const match of firstOfEachIndex(sameName)) report(describe(project, compared, match));
    }
  },
});

function firstOfEachIndex(matches: readonly IndexMatch[]): IndexMatch[] {
  return [
    ...new Map([...matches].reverse().map((match) => [match.answer.source.url, match])).values(),
  ].reverse();
}

function describe(project: ProjectFacts, { wheel, sha256 }: ComparedWheel, match: IndexMatch) {
  const { file, identity, answer } = match;
  const index = answer.source.url;
  const own = { sha256, otherHash: match.ownOther };
  const shared = {
    wheel,
    subject: index,
    related: [
      { location: file.url, message: `the index's file, ${describeFile(file.size, file)}` },
      { location: wheel.location.display, message: `your file, ${describeFile(wheel.size, own)}` },
    ],
  };
  const data = { index, ...sideBySide(wheel.size, own, file) };
  if (identity === 'unknown') return { ...shared, message: 'unknown', data } as const;
  if (file.yanked !== false) return { ...shared, message: 'yanked', data, atMost: 'info' } as const;
  const isTheirs = (theirs: Entry): boolean => isMatch(theirs, match);
  const verdict = verdictOf(choicesFor(project, wheel, isTheirs), isTheirs);
  // No target has such a Python or machine, or all take a third file: who would take it is not known, the conflict is.
  if (verdict === undefined) return { ...shared, message: 'either', data } as const;
  const { kind, mine, theirs } = verdict;
  return { ...shared, message: kind, data: { ...data, mine, theirs } } as const;
}

/** What is known of both files; the hash of yours only where the size did not settle it. */
function sideBySide(size: number, own: FileHashes, file: IndexFile): Readonly<Record<string, string>> {
  return {
    size: String(size),
    ...(file.size !== undefined && { indexSize: String(file.size) }),
    ...hashesOf(own),
    ...hashesOf(file, 'index'),
  };
}
