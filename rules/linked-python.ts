import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { baseName } from '../src/wheel/native/file-suffix.ts';
import { isManyPythons } from '../src/wheel/native/finds-module.ts';
import { pythonLibraryOf } from '../src/wheel/native/python-library.ts';
import type { NativeSymbols } from '../src/wheel/native/symbols.ts';

export default defineRule({
  code: 'WHL805',
  name: 'linked-python',
  category: 'linkage',
  severity: 'warning',
  offByDefault: true,
  needs: [],
  docs: {
    summary:
      'An extension module is linked with a Python library that its interpreter need not have, or with another one.',
    why: `On Linux and macOS an extension module finds Python in the process that imports it. Linked with \`libpython3.11.so\`, it
fails where Python was built without that library, as in most containers and in conda, or it loads a second interpreter
and crashes. On Windows a module has to be linked, and with the right library: \`python311.dll\` in a wheel for \`abi3\` is
there for one Python only, \`python3.dll\` for all.`,
    example: `[[wheel]]
filename = "demo-1.0-cp311-cp311-linux_x86_64.whl"
files = { "demo.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64 needs=libc.so.6 needs=libpython3.11.so.1.0" }
`,
    fix: `Do not link with libpython: \`Python3::Module\` instead of \`Python3::Python\` in CMake, \`-undefined dynamic_lookup\` on
macOS. On Windows build with the Python of the tag, and with \`Py_LIMITED_API\` for \`abi3\`.`,
    quiet: `For programs and libraries that embed Python, for a Python that the wheel brings along, and for Android and iOS,
where Python is always a library.`,
    references: [
      'https://peps.python.org/pep-0513/#libpythonx-y-so-1',
      'https://docs.python.org/3/c-api/stable.html',
      'https://cmake.org/cmake/help/latest/module/FindPython3.html',
    ],
  },
  messages: {
    linked:
      "'{member}' is linked with '{library}', which many Pythons do not have: there the import fails, and elsewhere it may load a second interpreter.",
    other:
      "'{member}' is linked with '{library}', and the tag '{tag}' gives this wheel to Pythons that do not have it: there the import fails.",
  },
  options: v.strictObject({}),
  reads: ['symbols'],
  readsOf: ({ nativeMembers }) => nativeMembers.length > 0,
  when: ['symbols'],
  checkContents({ wheel, symbols }, { report }) {
    const { name } = wheel;
    if (name === undefined || name.platforms.some(hasNoOther)) return;
    const tag = `${name.pythons.join('.')}-${name.abis.join('.')}`;
    const isForOne = !isManyPythons(name);
    const bundled = new Set(wheel.nativeMembers.map(({ member }) => baseName(member)));
    for (const { item, library, python } of symbols.filter(isModule).flatMap(linksOf)) {
      const { member, system } = item.member;
      if (bundled.has(baseName(library))) continue;
      if (system !== 'windows') {
        report({ message: 'linked', wheel, member, data: { member, library } });
        return;
      }
      if (python === 'abi3' || (isForOne && name.abis.some((abi) => fits(abi, python, name.pythons))))
        continue;
      report({ message: 'other', wheel, member, data: { member, library, tag } });
      return;
    }
  },
});

/** Where Python is always that library (PEP 730, PEP 738). */
function hasNoOther(platform: string): boolean {
  return platform.startsWith('android') || platform.startsWith('ios');
}

/** By its name, or by what Windows calls one. */
function isModule({ member }: NativeSymbols): boolean {
  return (
    member.kind === 'extension-module' && !/(?:^|\/)(?:lib-dynload|python3\.\d+t?|DLLs)\//.test(member.member)
  );
}

function linksOf(item: NativeSymbols) {
  return item.needed.flatMap((library) => {
    const python = pythonLibraryOf(library);
    return python === undefined ? [] : [{ item, library, python }];
  });
}

/** `cp37m` is Python 3.7; `cp311-none` says no ABI. */
function fits(abi: string, python: string, pythons: readonly string[]): boolean {
  return abi === python || abi === `${python}m` || (abi === 'none' && pythons.includes(python));
}
