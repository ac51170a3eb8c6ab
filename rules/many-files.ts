import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';

export default defineRule({
  code: 'WHL722',
  name: 'many-files',
  category: 'contents',
  severity: 'info',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'The wheel has more files than it may have.',
    why: `Shared file systems of clusters are slow with many small files and count them against a quota: ten environments with a
wheel of 10,000 files are 100,000 files. Nine of ten wheels on PyPI have fewer than 600.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo/a.py" = "" }
`,
    exampleOptions: { max: 4 },
    fix: 'Leave out tests, headers and data that users do not need, pack data into one file, or allow this project more.',
    references: [
      'https://pydistcheck.readthedocs.io/en/latest/check-reference.html#too-many-files',
      'https://docs.alliancecan.ca/wiki/Handling_large_collections_of_files',
    ],
  },
  messages: {
    found:
      "This wheel installs '{count}' files, and '{max}' is what it may: leave out what users do not need, or allow the project more.",
  },
  options: withProjects({
    max: v.pipe(
      v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 2000),
      v.description('How many files there may be, those of the dist-info folder too.'),
    ),
  }),
  checkWheel(wheel, { options, report }) {
    const { max } = optionsFor(options, wheel);
    if (wheel.memberCount <= max) return;
    report({ message: 'found', wheel, data: { count: String(wheel.memberCount), max: String(max) } });
  },
});
