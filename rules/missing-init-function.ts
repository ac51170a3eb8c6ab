import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { matching } from '../src/engine/matching.ts';
import { few } from '../src/wheel/layout/few.ts';
import { baseName } from '../src/wheel/native/file-suffix.ts';
import { importedNames } from '../src/wheel/native/imported-name.ts';
import { initFunctionName, initialises } from '../src/wheel/native/init-functions.ts';
import type { NativeSymbols } from '../src/wheel/native/symbols.ts';
import { globs } from './contents/options.ts';

export default defineRule({
  code: 'WHL806',
  name: 'missing-init-function',
  category: 'linkage',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary:
      'A library is named as an extension module, and does not export the function that Python would call.',
    why: `To import \`demo._core\`, Python opens \`demo/_core.cpython-311-x86_64-linux-gnu.so\` and calls \`PyInit__core\`. Where
that is not exported, it says "dynamic module does not define module export function". It happens to files that are
renamed after they are linked, to a name that is written differently in CMake and in C, and to builds that hide all
symbols.`,
    example: `[[wheel]]
filename = "demo-1.0-cp311-cp311-linux_x86_64.whl"
files = { "demo/_core.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64 needs=libc.so.6 exports=PyInit_core" }
`,
    fix: `Give the file and the function the same name, and declare the function with \`PyMODINIT_FUNC\`. What is loaded by
\`ctypes\` or \`torch.ops.load_library\` and never imported is right as it is, and plainer under the name \`.so\`
(\`no_python_abi_suffix=True\` for torch); accept it: \`missing-init-function = { allow = ["demo/_ops.*"] }\`.`,
    quiet: `For plain \`.so\`, for what other members are linked with, for grafted libraries (\`demo.libs/\`), outside of
site-packages, and where nothing at all is exported to Python, for a name that begins with \`lib\`. \`PyModExport_…\`
(Python 3.15) and what CFFI writes for PyPy count as well; of a name that is not ASCII, any function for such a name.
Files whose table of exports is missing, damaged or larger than any module has are passed over. Where no init function is there
at all, the library may be meant for another loader: that is never more than \`info\`.`,
    references: [
      'https://docs.python.org/3/c-api/extension-modules.html',
      'https://peps.python.org/pep-0489/#export-hook-name',
      'https://peps.python.org/pep-0793/',
    ],
  },
  messages: {
    other:
      "Extension modules export the init function of another name, '{found}' instead of '{function}': '{members}'; the import fails with \"dynamic module does not define module export function\" until both have the same name.",
    none: "Files that are named as extension modules export no init function such as '{function}': '{members}'; Python cannot import them, and only what loads plain libraries (ctypes, torch.ops.load_library) can use them.",
  },
  options: v.strictObject({
    allow: globs('Globs for members that are not meant to be imported, for example `demo/_ops.*`.'),
  }),
  reads: ['symbols', 'init-functions'],
  readsOf: ({ nativeMembers }) => nativeMembers.some((item) => importedNames(item).length > 0),
  when: ['symbols'],
  checkContents({ wheel, symbols }, { options, report }) {
    const isAllowed = matching(options.allow);
    const needed = new Set(symbols.flatMap((item) => item.needed.map(baseName)));
    const isLinked = ({ member, soname }: NativeSymbols) =>
      needed.has(baseName(member.member)) || (soname !== undefined && needed.has(baseName(soname)));
    const failing = symbols.flatMap((item) => {
      const { member, initFunctions: found } = item;
      const names = found === undefined ? [] : importedNames(member);
      const [name] = names;
      if (found === undefined || name === undefined || names.some((each) => initialises(found, each)))
        return [];
      if (found.length === 0 && name.startsWith('lib')) return [];
      return isLinked(item) || isAllowed(member.member) ? [] : [{ member: member.member, name, found }];
    });
    for (const [message, isNone] of [
      ['other', false],
      ['none', true],
    ] as const) {
      const like = failing.filter(({ found }) => (found.length === 0) === isNone);
      const [first] = like;
      if (first === undefined) continue;
      const { member, name, found } = first;
      const members = few(like.map((item) => item.member));
      const data = { members, function: initFunctionName(name), found: few(found) };
      report({ message, wheel, member, ...(isNone && { atMost: 'info' }), data });
    }
  },
});
