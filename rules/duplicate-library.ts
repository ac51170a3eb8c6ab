import { defineRule } from '../src/engine/define-rule.ts';
import { matching } from '../src/engine/matching.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { few } from '../src/wheel/layout/few.ts';
import { isLibraryFile } from '../src/wheel/native/file-suffix.ts';
import { sayBytes } from './contents/byte-size.ts';
import { allow } from './contents/options.ts';

export default defineRule({
  code: 'WHL703',
  name: 'duplicate-library',
  category: 'contents',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'The same native library is in the wheel more than once.',
    why: `A wheel cannot hold symbolic links: each of \`libdemo.so\`, \`libdemo.so.1\` and \`libdemo.so.1.2\` becomes a whole copy.
That multiplies the size, and a process that loads two of them under different names has two sets of their global
variables.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-linux_x86_64.whl"
files = { "demo/libdemo.so" = "binary: elf x86_64", "demo/libdemo.so.1" = "binary: elf x86_64" }
`,
    fix: `Put only the file into the wheel that is loaded: the one whose name is the library's \`SONAME\`. \`auditwheel repair\`
does so. With CMake, leave \`VERSION\` and \`SOVERSION\` unset for what goes into a wheel.`,
    references: ['https://peps.python.org/pep-0427/#the-data-directory'],
  },
  messages: {
    found:
      "The same library is in this wheel under other names, '{size}' more than it needs: '{members}' have the bytes of '{original}'; keep the one that is loaded.",
  },
  options: withProjects({ allow }),
  when: ['copies'],
  checkContents({ wheel, layout }, { options, report }) {
    const isAllowed = matching(optionsFor(options, wheel).allow);
    const repeated = layout.copies
      .map((group) => group.filter(({ name }) => isLibraryFile(name) && !isAllowed(name)))
      .filter(({ length }) => length > 1);
    const copies = repeated.flatMap((group) => group.slice(1));
    const [first] = copies;
    if (first === undefined) return;
    const size = sayBytes(copies.reduce((sum, copy) => sum + copy.size, 0));
    const data = {
      size,
      members: few(copies.map(({ name }) => name)),
      original: few(repeated.flatMap(([original]) => original?.name ?? [])),
    };
    report({ message: 'found', wheel, member: first.name, data });
  },
});
