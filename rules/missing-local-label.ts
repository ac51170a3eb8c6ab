import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import type { ComparedWheel, ProjectFacts } from '../src/engine/project.ts';
import type { IndexFile } from '../src/index/index-answer.ts';
import { parseSdistFilename } from '../src/packaging/sdist-filename.ts';

export default defineRule({
  code: 'WHL302',
  name: 'missing-local-label',
  category: 'labels',
  severity: 'warning',
  needs: [],
  uses: ['index'],
  docs: {
    summary: 'A wheel that is not a copy of an index file has no local version label.',
    why: `Without a local version label nothing tells your build from the file that the index has for the same version: not
\`pip list\`, not a lock file, and not the installer that chooses between the two. With one (\`1.0+mysite\`) your build wins
over the same public version in pip, uv, Poetry and PDM alike, whatever its tags.`,
    example: `[[wheel]]
filename = "demo-1.0-cp311-cp311-linux_x86_64.whl"
files = { "demo.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64" }

[[index]]
filename = "demo-1.0.tar.gz"
`,
    fix: `Build with a label, or add one to the wheel: in the file name, in METADATA and in the names of its \`.dist-info\` and
\`.data\` folders. Renaming the file alone does not work (see [metadata-mismatch](metadata-mismatch.md)).`,
    quiet: `When the wheel is byte-identical to an index file. Without \`label\` in the configuration it also stays quiet where no
index lists that version, because there is nothing to be confused with; the option \`unlisted\` changes that. With \`label\`
and no answer from an index, only wheels that cannot be copies are flagged: PyPI takes no \`linux_x86_64\` wheels.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/version-specifiers/#local-version-identifiers',
      'https://github.com/pypa/pip/issues/10156',
    ],
  },
  messages: {
    missing:
      "This build of '{version}' has no local version label and '{index}' lists that version too: add a label (such as '{suggestion}') so that yours wins.",
    required:
      "The version '{version}' has no local version label, and this wheel is not a copy of an index's file: it should be '{suggestion}'.",
    unlisted:
      "The version '{version}' has no local version label; once an index lists that version, its file can win over this one: add a label, such as '{suggestion}'.",
  },
  fix: 'label',
  options: v.strictObject({
    unlisted: v.pipe(
      v.optional(v.boolean(), false),
      v.description('Also flag wheels whose version no index lists, without a configured label.'),
    ),
  }),
  checkProject(project, { label, options, report }) {
    for (const compared of project.wheels) {
      const { wheel } = compared;
      const { version } = wheel.name;
      if (version.local.length > 0 || !isOwnBuild(compared, project)) continue;
      const data = { version: version.normal, suggestion: `${version.normal}+${label ?? 'mysite'}` };
      const index = listedBy(project, compared);
      if (label !== undefined) report({ message: 'required', wheel, data });
      else if (index !== undefined) report({ message: 'missing', wheel, data: { ...data, index } });
      else if (options.unlisted) report({ message: 'unlisted', wheel, data });
    }
  },
});

/** Not a copy of an index's file, as far as that is certain. */
function isOwnBuild({ wheel, matches }: ComparedWheel, { answers }: ProjectFacts): boolean {
  if (
    matches.some(
      ({ identity, name }) =>
        identity === 'equal' || (identity === 'unknown' && name.filename === wheel.name.filename),
    )
  ) {
    return false;
  }
  const isAnswered = answers.length > 0 && answers.every(({ status }) => status !== 'unchecked');
  return isAnswered || wheel.name.platforms.every((platform) => /^linux_(?!armv[67]l)/.test(platform));
}

/** An index that has files of the same version, sdists included. */
function listedBy({ answers }: ProjectFacts, { wheel, matches }: ComparedWheel): string | undefined {
  const [match] = matches;
  if (match !== undefined) return match.answer.source.url;
  const { project, version } = wheel.name;
  const isItsSdist = ({ filename }: IndexFile): boolean =>
    parseSdistFilename(filename, project)?.version.key === version.key;
  return answers.find((answer) => answer.status === 'listed' && answer.files.some(isItsSdist))?.source.url;
}
