import picomatch from 'picomatch';
import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { holdsLabel } from '../src/packaging/local-label.ts';
import { localLabel } from '../src/packaging/version.ts';

export default defineRule({
  code: 'WHL303',
  name: 'unexpected-local-label',
  category: 'labels',
  severity: 'warning',
  needs: [],
  uses: ['index'],
  docs: {
    summary:
      'A local version label is not the configured one, says the same thing twice, or is not in normal form.',
    why: `Labels compete with each other, segment by segment: \`+cpu\` and \`+cu118\` beat \`+computecanada\` by their letters alone.
A label of another site, or one that a build script added a second time, changes which file wins. One that is not in
normal form (\`+Compute_Canada\`) is read by installers as \`+compute.canada\`, so it does not say what it seems to.`,
    example: `[[wheel]]
filename = "demo-1.0+computecanada.computecanada-py3-none-any.whl"
`,
    fix: `Relabel the wheel, in the file name, METADATA and the \`.dist-info\` folder. With \`label\` in the configuration the
label has to hold it as a segment of its own, for example \`+cu118.computecanada\`.`,
    quiet:
      'When the wheel is byte-identical to an index file: the label is the publisher’s. Segments in the option `allow` need no configured label beside them.',
    references: [
      'https://packaging.python.org/en/latest/specifications/version-specifiers/#local-version-identifiers',
    ],
  },
  messages: {
    notConfigured:
      "The local version label '{label}' does not hold the segment '{expected}' that this wheelhouse's own wheels carry.",
    twice: "The local version label '{label}' has the segment '{segment}' twice.",
    notNormal:
      "The local version label is spelled '{spelling}', which installers read as '{label}': use that.",
  },
  fix: { notConfigured: 'label', twice: 'label', notNormal: 'names' },
  options: v.strictObject({
    allow: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description('Globs for labels that may stand without the configured one, for example `dummy.*`.'),
    ),
  }),
  checkProject({ wheels }, { label: expected, options, report }) {
    const isAllowed = picomatch(options.allow.map((glob) => glob.toLowerCase()));
    for (const { wheel, matches } of wheels) {
      const { version } = wheel.name;
      const label = localLabel(version);
      if (label === undefined || matches.some(({ identity }) => identity === 'equal')) continue;
      const segments = label.split('.');
      const segment = segments.find((candidate, index) => segments.indexOf(candidate) !== index);
      const spelling = version.text.slice(version.text.indexOf('+') + 1);
      if (segment !== undefined && /[a-z]/.test(segment))
        report({ message: 'twice', wheel, data: { label, segment } });
      if (spelling !== label) report({ message: 'notNormal', wheel, data: { spelling, label } });
      if (expected !== undefined && !holdsLabel(label, expected) && !isAllowed(label)) {
        report({ message: 'notConfigured', wheel, data: { label, expected } });
      }
    }
  },
});
