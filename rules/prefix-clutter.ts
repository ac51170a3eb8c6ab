import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import { allow, notAllowed } from './contents/options.ts';

/** What the root of an environment has, on Linux, macOS and Windows. */
const usual: ReadonlySet<string> = new Set(
  'bin etc include Include lib Lib lib64 libexec Library DLLs man sbin Scripts share var'.split(' '),
);

export default defineRule({
  code: 'WHL744',
  name: 'prefix-clutter',
  category: 'contents',
  severity: 'info',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'Files would be installed to the root of the environment, beside bin and lib.',
    why: `\`.data/data\` is unpacked into \`sys.prefix\`: the folder of a virtual environment, or \`/usr/local\` and \`~/.local\`
without one. A \`README.md\` or \`docs/\` from there belongs to nobody, and the next wheel overwrites it. setuptools'
\`data_files\` with relative paths does this.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo-1.0.data/data/config.yaml" = "a: 1" }
`,
    fix: 'Make them package data, or install them to `share/demo/` or `etc/demo/`.',
    quiet: 'For folders that an environment has: `bin`, `etc`, `include`, `lib`, `share` and the like.',
    references: [
      'https://packaging.python.org/en/latest/specifications/binary-distribution-format/#the-data-directory',
      'https://setuptools.pypa.io/en/latest/userguide/datafiles.html',
    ],
  },
  messages: {
    found:
      "These files would be installed to the root of the environment, beside 'bin' and 'lib': '{members}'; make them package data or put them below 'share'.",
  },
  options: withProjects({ allow }),
  when: ['data-folders'],
  checkContents({ wheel, layout }, { options, report }) {
    const found: string[] = [];
    for (const { section, path, start, files } of layout.dataFolders) {
      if (section !== 'data') continue;
      const isUsual = path.length > start && usual.has(path.slice(start, path.indexOf('/', start)));
      if (!isUsual) for (const { name } of files) found.push(name);
    }
    const unwanted = notAllowed(found, optionsFor(options, wheel).allow);
    const [member] = unwanted;
    if (member !== undefined) {
      report({ message: 'found', wheel, member, data: { members: few(unwanted) } });
    }
  },
});
