import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import type { Folder, Layout } from '../src/wheel/layout/layout.ts';
import { allow, notAllowed } from './contents/options.ts';

export default defineRule({
  code: 'WHL714',
  name: 'shadowed-module',
  category: 'contents',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'A module stands beside a package of the same name, and can never be imported.',
    why: `Of \`demo/io.py\` and \`demo/io/__init__.py\`, Python always imports the package. The module is dead: whoever edits it
sees no change. Mostly a module was split into a package and the old file stayed, in the sources or in a build folder.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo/io.py" = "old = 1", "demo/io/__init__.py" = "new = 1" }
`,
    fix: 'Remove the module, or rename one of them; empty the build folder before the next build.',
    quiet: 'For a folder without `__init__.py`: the module is found before a namespace package.',
    references: [
      'https://github.com/jwodder/check-wheel-contents/issues/19',
      'https://docs.python.org/3/reference/import.html#path-entry-finders',
    ],
  },
  messages: {
    found:
      "These modules can never be imported, because Python finds the package of the same name beside them first: '{members}'; remove them.",
  },
  options: withProjects({ allow }),
  when: ['shadowing-folders'],
  checkContents({ wheel, layout }, { options, report }) {
    const found = shadowedIn(layout);
    const unwanted = notAllowed(found, optionsFor(options, wheel).allow);
    const [member] = unwanted;
    if (member !== undefined) {
      report({ message: 'found', wheel, member, data: { members: few(unwanted) } });
    }
  },
});

function shadowedIn(layout: Layout): string[] {
  const modules = new Map<Folder, ReadonlySet<string>>();
  const found: string[] = [];
  for (const folder of layout.folders) {
    if (folder.section !== 'library' || folder.path.length === folder.start) continue;
    const { path } = folder;
    const above = layout.folder(path.slice(0, path.lastIndexOf('/', path.length - 2) + 1));
    // A file of the folder above is rarer than an `__init__.py`, but most folders above have a few files only.
    if (above === undefined || above.files.length === 0 || !isPackage(folder)) continue;
    let names = modules.get(above);
    if (names === undefined) {
      names = new Set(above.files.map(({ name }) => name));
      modules.set(above, names);
    }
    const module = `${path.slice(0, -1)}.py`;
    if (names.has(module)) found.push(module);
  }
  return found;
}

function isPackage({ path, files }: Folder): boolean {
  const init = `${path}__init__.py`;
  return files.some(({ name }) => name === init);
}
