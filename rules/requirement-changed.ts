import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { listInside } from '../src/packaging/quote.ts';
import { markerKey, requirementKey, specifiersKey } from '../src/packaging/requirement-key.ts';
import { parseSpecifiersOnce } from '../src/packaging/specifier.ts';
import type { MetadataField, RequirementLine } from '../src/wheel/dist-info/metadata.ts';

export default defineRule({
  code: 'WHL506',
  name: 'requirement-changed',
  category: 'requirements',
  severity: 'info',
  offByDefault: true,
  needs: ['index', 'upstream-metadata'],
  docs: {
    summary: 'The wheel requires something else than the same version on the index.',
    why: `Resolvers take it for granted that all wheels of a version require the same: a lock file made against the index is
wrong for your build, and the other way round. A marker or an extra that was lost installs packages that nobody asked for,
and one requirement too few fails at the first import. Often the change is meant (a dropped \`nvidia-*\` package, a renamed
one): then this is the list of what you changed.`,
    example: `[[wheel]]
filename = "demo-1.0+mysite-py3-none-any.whl"
requires-python = ">=3.9"
requires = ["numpy>=1.26", "tomli", "mpi4py"]

[[index]]
filename = "demo-1.0-py3-none-any.whl"
requires-python = ">=3.11"
requires = ["numpy>=1.26", "tomli; python_version < '3.11'", "nvidia-nccl-cu12==2.21.5"]
`,
    fix: `Look whether each change is meant. If so, accept it with an \`[[ignore]]\` and its reason; if not, build with the
metadata of upstream. The rule is off by default, because it asks the index for one more file for each version that you have
built yourself; \`strict\` and \`all\` turn it on, and so does \`requirement-changed = "info"\`.`,
    quiet: `For the order and the spelling of requirements, for copies of the index's files, and where the index does not
offer METADATA beside its wheels (PEP 658). The wheel that is most like yours by platform and Python is compared; PyPI's JSON
has requirements of its own, but only those of the file that was uploaded first, and they are not used.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/simple-repository-api/#serving-metadata-files',
      'https://packaging.python.org/en/latest/specifications/core-metadata/#requires-dist-multiple-use',
    ],
  },
  messages: {
    removed: "Unlike the same version on '{index}', this wheel does not require '{requirements}'.",
    added: "Unlike the same version on '{index}', this wheel also requires '{requirements}'.",
    changed: "Unlike the same version on '{index}', this wheel requires '{requirements}'.",
    python:
      "Unlike the same version on '{index}', which is for Python '{theirs}', this wheel is for Python '{mine}'.",
  },
  options: v.strictObject({}),
  checkProject({ upstream }, { report }) {
    for (const { wheel, file, answer, metadata: theirs } of upstream) {
      const mine = wheel.distInfo?.metadata;
      if (mine === undefined) continue;
      const index = answer.source.url;
      const related = [{ location: file.url, message: 'what it is compared with' }];
      const common = { wheel, member: mine.member, related };
      const { removed, added, changed } = difference(mine.requirements, theirs.requirements);
      if (removed.length > 0) {
        report({
          ...common,
          message: 'removed',
          data: { index, requirements: listInside(removed.map(textOf)) },
        });
      }
      if (added.length > 0) {
        const data = { index, requirements: listInside(added.map(textOf)) };
        report({ ...common, message: 'added', line: added[0]?.line, data });
      }
      if (changed.length > 0) {
        const pairs = changed.map(([from, to]) => `${textOf(to)}' instead of '${textOf(from)}`);
        const data = { index, requirements: listInside(pairs) };
        report({ ...common, message: 'changed', line: changed[0]?.[1].line, data });
      }
      if (pythonKey(mine.requiresPython) !== pythonKey(theirs.requiresPython)) {
        const data = { index, mine: pythonOf(mine.requiresPython), theirs: pythonOf(theirs.requiresPython) };
        report({ ...common, message: 'python', line: mine.requiresPython?.line, data });
      }
    }
  },
});

interface Difference {
  readonly removed: readonly RequirementLine[];
  readonly added: readonly RequirementLine[];
  /** Upstream's, then ours. */
  readonly changed: readonly (readonly [RequirementLine, RequirementLine])[];
}

function difference(mine: readonly RequirementLine[], theirs: readonly RequirementLine[]): Difference {
  const [mineKeys, theirKeys] = [new Set(mine.map(keyOf)), new Set(theirs.map(keyOf))];
  let removed = theirs.filter((line) => !mineKeys.has(keyOf(line)));
  let added = mine.filter((line) => !theirKeys.has(keyOf(line)));
  const changed: [RequirementLine, RequirementLine][] = [];
  // A project may be required once for each extra: first those pairs where only the version changed.
  for (const subject of [projectAndMarker, projectOf]) {
    const open = Map.groupBy(added, subject);
    removed = removed.filter((line) => {
      const name = subject(line);
      const partner = name === undefined ? undefined : open.get(name)?.shift();
      if (partner !== undefined) changed.push([line, partner]);
      return partner === undefined;
    });
    const paired = new Set(changed.map(([, line]) => line));
    added = added.filter((line) => !paired.has(line));
  }
  return { removed, added, changed };
}

/** What cannot be read is compared letter by letter. */
function keyOf({ parsed }: RequirementLine): string {
  return parsed.ok ? requirementKey(parsed.requirement) : parsed.text.replace(/\s+/g, ' ');
}

function projectOf({ parsed }: RequirementLine): string | undefined {
  return parsed.ok ? parsed.requirement.project : undefined;
}

function projectAndMarker({ parsed }: RequirementLine): string | undefined {
  return parsed.ok ? `${parsed.requirement.project} ${markerKey(parsed.requirement.marker)}` : undefined;
}

function pythonKey(field: MetadataField | undefined): string {
  if (field === undefined) return '';
  const parsed = parseSpecifiersOnce(field.value);
  return parsed.ok ? specifiersKey(parsed.specifiers) : field.value;
}

function pythonOf(field: MetadataField | undefined): string {
  return field?.value ?? 'any';
}

/** Characters of one requirement that a message shows; honest markers fit. */
const longest = 200;

function textOf({ parsed }: RequirementLine): string {
  const text = parsed.ok ? parsed.requirement.text : parsed.text;
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
