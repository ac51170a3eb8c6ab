import { defineRule } from '../src/engine/define-rule.ts';
import { matching } from '../src/engine/matching.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import { isLibraryFile } from '../src/wheel/native/file-suffix.ts';
import { byteSize, sayBytes } from './contents/byte-size.ts';
import { allow } from './contents/options.ts';

export default defineRule({
  code: 'WHL702',
  name: 'duplicate-content',
  category: 'contents',
  severity: 'info',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'Files of the wheel have the same content as others in it.',
    why: `Two copies of a file cost their size on every disk that the wheel is installed to, and one day only one of them is
changed. A forgotten \`build/lib\`, a data folder that is listed twice and a library whose symbolic links became copies all
show in this way.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "", "demo/table.csv" = "a,b,c", "demo/data/table.csv" = "a,b,c" }
`,
    exampleOptions: { 'min-size': '1 B' },
    fix: 'Keep one of the files, and let the others be found through it.',
    quiet: `For files below \`min-size\`, for \`__init__.py\`, which is often the same licence and nothing else, for dist-info
folders, vendored ones too, and for libraries, which [duplicate-library](duplicate-library.md) is about. Same means the same size and CRC-32.`,
    references: ['https://github.com/jwodder/check-wheel-contents#w002--wheel-contains-duplicate-files'],
  },
  messages: {
    found:
      "Files with the content of others take '{size}' more than they need: '{members}'; keep one of each.",
  },
  options: withProjects({
    'min-size': byteSize('10 kB', 'The size from which on a file counts.'),
    allow,
  }),
  when: ['copies'],
  checkContents({ wheel, layout }, { options, report }) {
    const { 'min-size': minSize, allow: allowed } = optionsFor(options, wheel);
    const isAllowed = matching(allowed);
    const copies = layout.copies.flatMap((group) =>
      group.slice(1).filter(({ name, size }) => size >= minSize && isCounted(name) && !isAllowed(name)),
    );
    const [first] = copies;
    if (first === undefined) return;
    const size = sayBytes(copies.reduce((sum, copy) => sum + copy.size, 0));
    const data = { size, members: few(copies.map(({ name }) => name)) };
    report({ message: 'found', wheel, member: first.name, data });
  },
});

function isCounted(name: string): boolean {
  return !/(?:^|\/)__init__\.py[^/]*$/.test(name) && !name.includes('.dist-info/') && !isLibraryFile(name);
}
