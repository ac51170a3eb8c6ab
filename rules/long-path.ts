import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import type { WheelFacts } from '../src/wheel/facts.ts';
import { few } from '../src/wheel/layout/few.ts';
import { allow, notAllowed } from './contents/options.ts';

export default defineRule({
  code: 'WHL727',
  name: 'long-path',
  category: 'contents',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'A path is too long to be installed on every Windows machine.',
    why: `Windows allows 260 characters for a whole path unless the machine was set up for more, and
\`C:\\Users\\…\\Lib\\site-packages\\\` takes 60 to 100 of them. pip then ends with "No such file or directory" in the middle
of the installation.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo/generated/model_with_a_name.py" = "" }
`,
    exampleOptions: { max: 30 },
    fix: 'Shorten the names of folders and files, or leave out what users do not need.',
    quiet:
      'For wheels whose platform tags keep them from Windows. What counts is the path below site-packages.',
    references: [
      'https://learn.microsoft.com/en-us/windows/win32/fileio/maximum-file-path-limitation',
      'https://pydistcheck.readthedocs.io/en/latest/check-reference.html#path-too-long',
    ],
  },
  messages: {
    found:
      "Windows refuses paths over 260 characters, and '{path}' takes '{length}' of them, where '{max}' may be; '{count}' such paths in all: shorten the names.",
  },
  options: withProjects({
    max: v.pipe(
      v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 200),
      v.description('Characters that a path below site-packages may have.'),
    ),
    allow,
  }),
  checkContents({ wheel, names, layout }, { options, report }) {
    const { max, allow: allowed } = optionsFor(options, wheel);
    if (names.scan.longest <= max || !reachesWindows(wheel)) return;
    const lengths = new Map<string, number>();
    for (const { section, start, files } of layout.folders) {
      // What is above the root of a scheme is not installed.
      const cut = section === 'dist-info' ? 0 : start;
      for (const { name } of files) if (name.length - cut > max) lengths.set(name, name.length - cut);
    }
    const lengthOf = (path: string): number => lengths.get(path) ?? 0;
    const paths = notAllowed([...lengths.keys()], allowed);
    const [first] = paths;
    if (first === undefined) return;
    const member = paths.reduce(
      (longest, path) => (lengthOf(path) > lengthOf(longest) ? path : longest),
      first,
    );
    const length = String(lengthOf(member));
    const data = { path: few([member]), length, max: String(max), count: String(paths.length) };
    report({ message: 'found', wheel, member, data });
  },
});

function reachesWindows({ name }: WheelFacts): boolean {
  return name === undefined || name.platforms.some((tag) => tag === 'any' || tag.startsWith('win'));
}
