import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { matching } from '../src/engine/matching.ts';
import type { NativeKind, NativeMember } from '../src/wheel/native/native-member.ts';
import { platformTagsOf } from '../src/wheel/native/platform-tag.ts';
import { suggestTag } from '../src/wheel/native/suggest-tag.ts';

export default defineRule({
  code: 'WHL401',
  name: 'native-in-any',
  category: 'tags',
  severity: 'error',
  needs: [],
  docs: {
    summary: "A wheel whose platform tag is 'any' holds native code for one platform.",
    why: `The tag \`any\` promises that the wheel works on every machine, so installers put it on every machine: on another
architecture or system it fails at import, and an extension module built for one Python is given to all of them. With a
local version label such a wheel even wins over the right one for the platform. The usual cause is a \`setup.py\` that
copies a compiled library as package data without \`ext_modules\`.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/libdemo.so" = "binary: elf x86_64" }
`,
    fix: `Build the wheel with the tag of what it holds: \`py3-none-linux_x86_64\` for a library that is loaded with ctypes,
\`cp311-cp311-linux_x86_64\` (or \`abi3\`) for an extension module. With setuptools, a \`Distribution\` whose
\`has_ext_modules\` returns true does it; \`wheel tags\` renames an existing wheel and updates its WHEEL file.`,
    quiet: `For executables of several platforms side by side (the launchers of setuptools, the drivers of selenium), for GPU code
and for objects that are linked later. Libraries for several platforms, and a single executable, are an info.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/',
      'https://github.com/OpenMined/PyDP/issues/119',
    ],
  },
  messages: {
    extension:
      "'{member}' is an extension module for '{platform}', but the tag 'any' gives this wheel to every machine and '{python}' to every Python: its tag should be '{suggestion}'.",
    library:
      "'{member}' is a native library for '{platform}', but the tag 'any' gives this wheel to every machine: its tag should be '{suggestion}'.",
    executable:
      "'{member}' is an executable for '{platform}', but the tag 'any' gives this wheel to every machine: its tag should be '{suggestion}'.",
    several:
      "This wheel holds native libraries for several platforms ('{platforms}') under the tag 'any': other machines get it too, and all get every library.",
  },
  fix: { extension: 'retag', library: 'retag', executable: 'retag' },
  options: v.strictObject({
    allow: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description('Globs for members that may be native, for example `*/bin/*`.'),
    ),
  }),
  checkWheel(wheel, { options, report }) {
    if (wheel.name === undefined || !wheel.name.platforms.includes('any')) return;
    const isAllowed = matching(options.allow);
    const members = wheel.nativeMembers.filter(
      (member) => rank(member.kind) > 0 && !isAllowed(member.member),
    );
    const platforms = platformTagsOf(members);
    const worst = members.reduce<NativeMember | undefined>(worse, undefined);
    const [platform] = platforms;
    if (worst === undefined || platform === undefined) return;
    if (platforms.length > 1) {
      if (worst.kind !== 'executable') {
        report({ message: 'several', wheel, atMost: 'info', data: { platforms: platforms.join(', ') } });
      }
      return;
    }
    const { member } = worst;
    const suggestion = suggestTag(wheel.name, members, wheel.distInfo?.metadata?.requiresPython?.value);
    const data = { member, platform, suggestion };
    if (worst.kind === 'extension-module') {
      report({
        message: 'extension',
        wheel,
        member,
        data: { ...data, python: wheel.name.pythons.join('.') },
      });
    } else if (worst.kind === 'shared-library') {
      report({ message: 'library', wheel, member, data });
    } else {
      report({ message: 'executable', wheel, member, atMost: 'info', data });
    }
  },
});

const order: readonly NativeKind[] = ['executable', 'shared-library', 'extension-module'];

/** 0 for what no machine loads. */
function rank(kind: NativeKind): number {
  return order.indexOf(kind) + 1;
}

function worse(a: NativeMember | undefined, b: NativeMember): NativeMember {
  return a === undefined || rank(b.kind) > rank(a.kind) ? b : a;
}
