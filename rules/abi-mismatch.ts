import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { list } from '../src/report/words.ts';
import { extensionStem } from '../src/wheel/native/extension-suffix.ts';
import { findsModule, isManyPythons } from '../src/wheel/native/finds-module.ts';
import type { NativeMember } from '../src/wheel/native/native-member.ts';
import { platformOf, runsOn } from '../src/wheel/native/platform.ts';
import { platformTriplet } from '../src/wheel/native/platform-triplet.ts';
import { suggestTag } from '../src/wheel/native/suggest-tag.ts';

export default defineRule({
  code: 'WHL404',
  name: 'abi-mismatch',
  category: 'tags',
  severity: 'error',
  needs: [],
  docs: {
    summary: 'An extension module is named for another Python than the tag of the wheel.',
    why: `An interpreter finds an extension module by its suffix: Python 3.11 looks for \`.cpython-311-<platform>.so\`,
\`.abi3.so\` and \`.so\`, and passes over \`.cpython-310-…\` and \`.cpython-311t-…\` without a word. Installers go by the tag,
so the wheel installs, and the import says "No module named …". It happens to wheels that were renamed for another
Python, and to \`abi3\` or \`py3\` wheels that were built without the stable ABI.`,
    example: `[[wheel]]
filename = "demo-1.0-cp39-abi3-linux_x86_64.whl"
files = { "demo.cpython-39-x86_64-linux-gnu.so" = "binary: elf x86_64" }
`,
    fix: `Build the wheel with the Python of its tag. For \`abi3\`, define \`Py_LIMITED_API\` and name the module \`.abi3.so\`
(\`py_limited_api=True\` in setuptools); otherwise take the tag of the module.`,
    quiet: `For plain \`.so\` and \`.pyd\`, which every interpreter loads, for modules that are there for several Pythons, and for
those of a Python that the wheel brings along (\`lib-dynload\`, \`lib/python3.11/\`). Whether an \`abi3\` module keeps to the
stable ABI is not looked into: \`abi3audit\` does that.`,
    references: [
      'https://peps.python.org/pep-3149/',
      'https://peps.python.org/pep-0803/',
      'https://docs.python.org/3/c-api/stable.html',
    ],
  },
  fix: { other: 'retag', one: 'retag' },
  messages: {
    other:
      "'{members}' is named for '{abi}', and no Python that the tag '{tag}' gives this wheel to looks for this suffix: the import fails, and the tag should be '{suggestion}'.",
    triplet:
      "'{member}' is code for '{found}' under the name of '{triplet}': Python on '{found}' does not look for this suffix, and on the other machine cannot load the file.",
    one: "The tag '{tag}' gives this wheel to many Pythons, but only '{abi}' looks for '{members}': on all others the import fails, and the tag should be '{suggestion}'.",
  },
  options: v.strictObject({}),
  checkWheel(wheel, { report }) {
    const { name } = wheel;
    if (name === undefined) return;
    if (wheel.nativeMembers.length === 0) return;
    const modules = wheel.nativeMembers.filter(({ abi, member }) => abi !== undefined && !isBundled(member));
    if (modules.length === 0) return;
    for (const item of modules) {
      const { member, abi, architectures } = item;
      const named = abi && platformTriplet(abi.suffix);
      if (named === undefined || architectures.includes(named.architecture)) continue;
      // Code for the wrong machine is wrong-architecture's, whatever its name.
      const platforms = name.platforms.flatMap((tag) => platformOf(tag) ?? []);
      if (!platforms.some((platform) => runsOn(item, platform))) continue;
      const data = { member, triplet: named.triplet, found: architectures.join(', ') };
      report({ message: 'triplet', wheel, member, data });
      return;
    }
    const found = new Set<string>();
    const pythons = new Map<string, Set<string>>();
    const lost: NativeMember[] = [];
    for (const item of modules) {
      if (item.abi === undefined) continue;
      const stem = extensionStem(item.member);
      const builds = pythons.get(stem) ?? new Set();
      pythons.set(stem, builds.add(item.abi.abi));
      if (findsModule(name, item.abi)) found.add(stem);
      else lost.push(item);
    }
    const wrong = lost.filter(({ member }) => {
      const stem = extensionStem(member);
      return !found.has(stem) && (pythons.get(stem)?.size ?? 0) < 2;
    });
    const [first] = wrong;
    if (first?.abi === undefined) return;
    report({
      message: isManyPythons(name) && first.abi.python !== undefined ? 'one' : 'other',
      wheel,
      member: first.member,
      data: {
        members: list(
          wrong.map(({ member }) => member),
          2,
        ),
        abi: first.abi.abi,
        tag: `${name.pythons.join('.')}-${name.abis.join('.')}`,
        suggestion: suggestTag(name, wrong, wheel.distInfo?.metadata?.requiresPython?.value),
      },
    });
  },
});

function isBundled(member: string): boolean {
  return /(?:^|\/)(?:lib-dynload|python3\.\d+t?)\//.test(member);
}
