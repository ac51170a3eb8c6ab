import picomatch from 'picomatch';
import * as v from 'valibot';
import { sayTargets } from '../src/engine/contest/say-targets.ts';
import { defineRule } from '../src/engine/define-rule.ts';

export default defineRule({
  code: 'WHL205',
  name: 'unsatisfied-requirement',
  category: 'wheelhouse',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  uses: ['index', 'required-projects'],
  docs: {
    summary: 'A requirement of the wheel is neither in the wheelhouse nor on an index.',
    why: `\`pip install\` of the wheel fails on a node without a network, or tries to build an old version that nobody meant. For
every target that takes the wheel, the rule evaluates the markers of its requirements and looks for one file each: its version,
its tags and its Requires-Python must fit. With \`--no-index\` it tells what is missing in the wheelhouse alone.`,
    example: `[target]
python = ["3.11"]
platform = ["linux_x86_64"]

[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
requires = ["solver>=2", "extra-tool; sys_platform == 'linux'"]

[[wheel]]
filename = "solver-1.4-cp311-cp311-linux_x86_64.whl"
`,
    fix: `Put a wheel of the required version into the wheelhouse for each Python and machine, or loosen the requirement. The rule
is off by default, because it asks the indexes for one more page for each project that is required and not local; ask for it
with \`--rule unsatisfied-requirement=warning\`.`,
    quiet: `While a source could not be asked about the required project, behind extras that no wheel of the wheelhouse asks for,
for markers that depend on more than Python and machine, and for URLs. Sdists count unless \`--only-binary\` rules them out,
pre-releases too, yanked files only where they are pinned. Whether all requirements can be had **together** is not asked.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/dependency-specifiers/',
      'https://pip.pypa.io/en/stable/cli/pip_check/',
    ],
  },
  messages: {
    nowhere:
      "Nothing offers '{project}', which this wheel requires with '{requirement}': '{targets}' cannot install it.",
    version:
      "No version of '{project}' fits the requirement '{requirement}': '{targets}' cannot install this wheel.",
    file: "No file of '{project}' that fits the requirement '{requirement}' is for '{targets}', who cannot install this wheel.",
  },
  options: v.strictObject({
    allow: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description('Globs for projects that need not be there, for example `nvidia-*`.'),
    ),
  }),
  checkWheelhouse({ unsatisfied = [] }, { options, report }) {
    const isAllowed = picomatch(options.allow);
    for (const { wheel, line, text, project, verdict, targets, allTargets } of unsatisfied) {
      if (isAllowed(project)) continue;
      const data = { project, requirement: text, targets: sayTargets(targets, allTargets) };
      const member = wheel.distInfo?.metadata?.member;
      report({ message: verdict, wheel, member, line, subject: project, data });
    }
  },
});
