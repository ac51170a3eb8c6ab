import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';

export default defineRule({
  code: 'WHL504',
  name: 'url-requirement',
  category: 'requirements',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'A requirement names a URL in place of versions.',
    why: `pip then fetches exactly this URL, past every wheelhouse, index and constraint: the install fails on a node without a
network, takes another build than yours elsewhere, and conflicts with every other requirement of the project. uv refuses such
requirements of a wheel from an index or a folder, unless the user asks for the same URL; PyPI refuses the wheel. They are made for
development, and stay in by mistake.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
requires = ["numpy", "mylib @ git+https://git.example.org/mylib@main", "tool @ file:///home/me/tool; extra == 'dev'"]
`,
    fix: 'Require a version (`mylib>=1.2`), and put a wheel of it into the wheelhouse or an index.',
    quiet: 'Behind an extra it is an info by default, because only who asks for the extra meets it.',
    references: [
      'https://packaging.python.org/en/latest/specifications/version-specifiers/#direct-references',
      'https://docs.astral.sh/uv/pip/compatibility/#transitive-url-dependencies',
    ],
  },
  messages: {
    always:
      "The requirement '{requirement}' names a URL: pip fetches it past wheelhouse and index, uv and PyPI refuse this wheel.",
    local:
      "The requirement '{requirement}' names a path of the machine that it was built on: no other machine can install this wheel.",
    extra:
      "With the extra '{extras}', the requirement '{requirement}' names a URL: pip fetches it past wheelhouse and index, uv and PyPI refuse it.",
  },
  options: v.strictObject({
    'behind-extra': v.pipe(
      v.optional(v.picklist(['off', 'info', 'warning', 'error']), 'info'),
      v.description('The most that a requirement behind an extra can be.'),
    ),
  }),
  checkWheel(wheel, { options, report }) {
    const metadata = wheel.distInfo?.metadata;
    for (const { line, parsed } of metadata?.requirements ?? []) {
      if (!parsed.ok || parsed.requirement.url === undefined) continue;
      const { text: requirement, url, markerExtras: extras, project } = parsed.requirement;
      const common = { wheel, member: metadata?.member, line, subject: project };
      if (extras.length === 0) {
        const message = /^file:/i.test(url) ? 'local' : 'always';
        report({ ...common, message, data: { requirement } });
      } else if (options['behind-extra'] !== 'off') {
        const data = { requirement, extras: extras.join(', ') };
        report({ ...common, message: 'extra', atMost: options['behind-extra'], data });
      }
    }
  },
});
