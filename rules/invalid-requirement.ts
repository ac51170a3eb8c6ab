import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { repairRequirement, repairSpecifiers } from '../src/packaging/repair-requirement.ts';
import { parseSpecifiersOnce } from '../src/packaging/specifier.ts';

export default defineRule({
  code: 'WHL503',
  name: 'invalid-requirement',
  category: 'requirements',
  severity: 'error',
  needs: [],
  docs: {
    summary: 'A Requires-Dist or Requires-Python line of METADATA cannot be read.',
    why: `pip 24.1 and newer **discards** a wheel for one requirement that is not valid, behind an extra too, and takes another
file, usually an old version or the index's. Older pips let many of them pass (\`>=1.0.*\`, \`>=1.0+label\`), so that a wheelhouse
which worked for years stops working with an update of pip. uv repairs the usual mistakes (a missing comma, a star behind
\`>=\`) and refuses the rest. A \`Requires-Python\` that cannot be read is the same to uv; pip passes over it and installs the
wheel for every Python.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
requires = ["numpy>=1.20.*", "torch (>=2.0", "scipy; python_vers > '3.8'"]
`,
    fix: 'Correct the line in the sources of the project, or in METADATA of the wheel, and update RECORD.',
    references: [
      'https://packaging.python.org/en/latest/specifications/dependency-specifiers/',
      'https://github.com/pypa/pip/issues/12063',
      'https://github.com/astral-sh/uv/blob/26a9dd4b2/crates/uv-pypi-types/src/lenient_requirement.rs',
    ],
  },
  messages: {
    broken:
      "The requirement '{requirement}' cannot be read: '{reason}'. pip 24.1 and newer and uv refuse this wheel.",
    repaired:
      "The requirement '{requirement}' is not valid: '{reason}'. pip 24.1 and newer discards this wheel, uv reads '{suggestion}': write that.",
    python:
      "The Requires-Python '{python}' cannot be read: '{reason}'. pip installs this wheel for every Python, uv refuses it.",
    pythonRepaired:
      "The Requires-Python '{python}' is not valid: '{reason}'. pip installs this wheel for every Python, uv reads '{suggestion}': write that.",
  },
  options: v.strictObject({}),
  checkWheel(wheel, { report }) {
    const metadata = wheel.distInfo?.metadata;
    if (metadata === undefined) return;
    const { member, requiresPython } = metadata;
    for (const { line, parsed } of metadata.requirements) {
      if (parsed.ok) continue;
      const { text: requirement, reason } = parsed;
      const suggestion = repairRequirement(requirement);
      const common = { wheel, member, line, subject: requirement };
      if (suggestion === undefined) report({ ...common, message: 'broken', data: { requirement, reason } });
      else report({ ...common, message: 'repaired', data: { requirement, reason, suggestion } });
    }
    const python = requiresPython?.value ?? '';
    const parsed = parseSpecifiersOnce(python);
    if (parsed.ok) return;
    const { reason } = parsed;
    const suggestion = repairSpecifiers(python);
    const common = { wheel, member, line: requiresPython?.line, atMost: 'warning' } as const;
    if (suggestion === undefined) report({ ...common, message: 'python', data: { python, reason } });
    else report({ ...common, message: 'pythonRepaired', data: { python, reason, suggestion } });
  },
});
