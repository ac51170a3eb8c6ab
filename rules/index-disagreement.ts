import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import type { IndexAnswer, IndexFile } from '../src/index/index-answer.ts';
import { readOfferedFile } from '../src/installer/offered-file.ts';
import { publicKey } from '../src/packaging/version.ts';
import { describeFile, hashesOf } from './families/file-facts.ts';

export default defineRule({
  code: 'WHL108',
  name: 'index-disagreement',
  category: 'conflicts',
  severity: 'warning',
  needs: ['index'],
  docs: {
    summary: 'Two indexes list different files of this version under one file name.',
    why: `To every installer the two are one candidate, so the order of the indexes decides which of them gets installed, where
your wheel does not win: pip takes the one of the index that comes first, and a mirror that is down changes what people
get. A lock file with the hash of one of them fails against the other. Either one index was filled with builds of its own
under public names, or a file was exchanged.`,
    example: `[[wheel]]
filename = "demo-1.0+mysite-py3-none-any.whl"

[[index]]
filename = "demo-1.0-py3-none-any.whl"
sha256 = "4721f391ed90541fddacab5acf947aa0d3dc7d27b2e1e8eda2be8970586c3274"

[[index]]
filename = "demo-1.0-py3-none-any.whl"
sha256 = "c75a69e28a550a7e93789579c22aa26b0f5b83b75dc4e08fe092980051e1090a"
at = "https://mirror.example/simple"
`,
    fix: `Find out which of the files is the one that its authors published, PyPI's as a rule, and have the other index drop or
rename its own: a local version label (\`1.0+mysite\`) gives it a name of its own. Until then pin by hash.`,
    quiet:
      'Where an index gives no hash, or one of another kind, and about files of other versions than those of your wheels.',
    references: [
      'https://peps.python.org/pep-0766/',
      'https://packaging.python.org/en/latest/specifications/version-specifiers/#local-version-identifiers',
    ],
  },
  messages: {
    one: "'{index}' and '{other}' list different files as '{filename}', and nothing but their order tells them apart.",
    several:
      "'{index}' and '{other}' list different files under '{count}' names of this version, '{filename}' for one.",
  },
  options: v.strictObject({}),
  checkProject({ project, wheels, answers }, { report }) {
    if (answers.filter(({ status }) => status === 'listed').length < 2) return;
    const byVersion = Map.groupBy(disagreements(answers), ({ filename }) => versionOf(filename, project));
    byVersion.delete(undefined);
    if (byVersion.size === 0) return;
    for (const { wheel } of wheels) {
      const found = byVersion.get(publicKey(wheel.name.version)) ?? [];
      const [first] = found;
      if (first === undefined) continue;
      const { filename, mine, theirs } = first;
      const data = { index: mine.index, other: theirs.index, filename, count: String(found.length) };
      report({
        message: found.length === 1 ? 'one' : 'several',
        wheel,
        subject: `${mine.index} ${theirs.index}`,
        data,
        related: [mine, theirs].map(({ index, file }) => ({
          location: file.url,
          message: `the file of ${index}, ${describeFile(file.size, file)}`,
        })),
      });
    }
  },
});

interface Listed {
  readonly index: string;
  readonly file: IndexFile;
}

interface Disagreement {
  readonly filename: string;
  /** Of the index that is asked first. */
  readonly mine: Listed;
  readonly theirs: Listed;
}

/** File names that two indexes list with different hashes, in alphabetical order. */
function disagreements(answers: readonly IndexAnswer[]): Disagreement[] {
  const firsts = new Map<string, Listed>();
  const found = new Map<string, Disagreement>();
  for (const answer of answers) {
    if (answer.status !== 'listed') continue;
    const index = answer.source.url;
    for (const file of answer.files) {
      const [hash] = Object.entries(hashesOf(file));
      if (hash === undefined) continue;
      const { filename } = file;
      const [kind, hex] = hash;
      // Hashes of two kinds say nothing about each other.
      const comparable = `${kind} ${filename}`;
      const mine = firsts.get(comparable);
      if (mine === undefined) firsts.set(comparable, { index, file });
      else if (mine.index !== index && hashesOf(mine.file)[kind] !== hex && !found.has(filename)) {
        found.set(filename, { filename, mine, theirs: { index, file } });
      }
    }
  }
  return [...found.values()].sort((a, b) => (a.filename < b.filename ? -1 : 1));
}

function versionOf(filename: string, project: string): string | undefined {
  const file = readOfferedFile(filename, project);
  return file === undefined || file.kind === 'unreadable' ? undefined : publicKey(file.version);
}
