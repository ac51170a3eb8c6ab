import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import type { Member } from '../src/wheel/archive/directory.ts';
import { few } from '../src/wheel/layout/few.ts';
import type { Folder, Layout } from '../src/wheel/layout/layout.ts';
import { isImportable, isModule, moduleName } from '../src/wheel/layout/module-name.ts';
import { allow, notAllowed } from './contents/options.ts';

export default defineRule({
  code: 'WHL705',
  name: 'unimportable-module',
  category: 'contents',
  severity: 'info',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'A module has a name, or is in a folder, that no import statement can name.',
    why: `\`import my-module\` is a syntax error, and so is \`import demo.class\`. The file is installed and nobody can use it as
a module. Often it is a script that belongs elsewhere, or a folder that was named after the project instead of the
package.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo/load-data.py" = "" }
`,
    fix: 'Rename the file or folder to an identifier that is no keyword; make a script an entry point; leave out what is neither.',
    quiet: `For libraries that are linked and not imported (\`lib….so\`), for Django's migrations, which are found by code, and
outside of site-packages.`,
    references: [
      'https://github.com/jwodder/check-wheel-contents#w004--module-is-not-located-at-importable-path',
      'https://docs.python.org/3/reference/lexical_analysis.html#identifiers',
    ],
  },
  messages: {
    found:
      "No import statement can name these modules, because a part of their path is no identifier or a keyword: '{members}'; rename them, or leave them out.",
  },
  options: withProjects({ allow }),
  checkContents({ wheel, names, layout }, { options, report }) {
    const found = names.scan.mayHaveOddSource
      ? layout.folders.flatMap(({ files }) => unimportable(files, layout))
      : // Two thirds of the files are Python sources, almost all of them with plain names.
        ['so', 'pyd'].flatMap((suffix) => unimportable(layout.bySuffix.get(suffix) ?? [], layout));
    const unwanted = notAllowed(found, optionsFor(options, wheel).allow);
    const [member] = unwanted;
    if (member !== undefined) {
      report({ message: 'found', wheel, member, data: { members: few(unwanted) } });
    }
  },
});

function unimportable(members: readonly Member[], layout: Layout): string[] {
  const reachable = new Map<Folder, boolean>();
  return members.flatMap(({ name }) => {
    if (!isModule(name)) return [];
    const folder = layout.folder(name.slice(0, name.lastIndexOf('/') + 1));
    if (folder?.section !== 'library') return [];
    const module = moduleName(name.slice(folder.path.length));
    if (module === undefined || isFoundByCode(module, folder.path)) return [];
    const isReached = reachable.get(folder) ?? isReachable(folder);
    reachable.set(folder, isReached);
    return isReached && isImportable(module) ? [] : [name];
  });
}

function isReachable({ path, start }: Folder): boolean {
  const parts = path.slice(start, -1);
  return parts === '' || parts.split('/').every((part) => isImportable(part));
}

/** What is imported by its name as a text: migrations of Django (`0001_initial`), and what mypyc compiles a group to. */
function isFoundByCode(module: string, folder: string): boolean {
  return module.endsWith('__mypyc') || (folder.endsWith('/migrations/') && /^\d{4}_\w+$/.test(module));
}
