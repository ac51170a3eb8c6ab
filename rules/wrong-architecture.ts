import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { matching } from '../src/engine/matching.ts';
import { list } from '../src/report/words.ts';
import { extensionStem } from '../src/wheel/native/extension-suffix.ts';
import { isLoaded, type NativeMember } from '../src/wheel/native/native-member.ts';
import { type Platform, platformOf, runsOn } from '../src/wheel/native/platform.ts';
import { platformTagsOf } from '../src/wheel/native/platform-tag.ts';
import { suggestTag } from '../src/wheel/native/suggest-tag.ts';

export default defineRule({
  code: 'WHL403',
  name: 'wrong-architecture',
  category: 'tags',
  severity: 'error',
  needs: [],
  docs: {
    summary: 'The native code in the wheel is for another machine than the tag says.',
    why: `Installers go by the tag and never look inside: the wheel installs, and the import fails with "wrong ELF class",
"invalid ELF header" or "incompatible architecture". It happens to cross-compiled wheels, to builds in a container of
another architecture, and to wheels that were renamed. The header of each native member is read: machine, word size, byte
order and, for 32-bit ARM, the float ABI.`,
    example: `[[wheel]]
filename = "demo-1.0-cp311-cp311-linux_aarch64.whl"
files = { "demo.cpython-311-aarch64-linux-gnu.so" = "binary: elf x86_64" }
`,
    fix: 'Build the wheel on, or for, the machine of its tag; or give it the tag of what it holds, if the name is what is wrong.',
    quiet: `Where native code for the tag's machine is there as well: other members may be data, launchers (\`t64.exe\`), tests or
libraries for several machines side by side. An extension module counts alone, unless the same module is there for the
right machine. Programs for a machine that the tag's can emulate, GPU code, objects and .NET are not judged.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/',
      'https://github.com/pypa/auditwheel/blob/86154d1/src/auditwheel/lddtree.py',
    ],
  },
  fix: { wrong: 'retag' },
  messages: {
    wrong:
      "'{member}' is native code for '{found}', but the tag gives this wheel to '{platform}', where it cannot be loaded: its tag should be '{suggestion}'.",
    missing:
      "The tag '{platform}' promises native code for '{missing}', and all of it is for '{found}', '{member}' for example: on the other machines the import fails.",
  },
  options: v.strictObject({
    allow: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description('Globs for members that may be for any machine, for example `*/tests/*`.'),
    ),
  }),
  checkWheel(wheel, { options, report }) {
    const { name } = wheel;
    if (name === undefined || wheel.nativeMembers.length === 0) return;
    const known = name.platforms.map(platformOf);
    const platforms = known.filter((platform) => platform !== undefined);
    // `any` and unknown machines may be what everything is for.
    if (platforms.length < known.length) return;
    const isAllowed = matching(options.allow);
    const members = wheel.nativeMembers.filter(
      (item) => isJudged(item, platforms) && !isAllowed(item.member),
    );
    const [wrong] = misplaced(members, platforms);
    if (wrong !== undefined) {
      const { member } = wrong;
      const suggestion = suggestTag(name, members, wheel.distInfo?.metadata?.requiresPython?.value);
      const data = { member, found: words([wrong]), platform: name.platforms.join('.'), suggestion };
      report({ message: 'wrong', wheel, member, data });
      return;
    }
    const [first] = members;
    for (const platform of platforms) {
      const { tag, system, architectures, all } = platform;
      const missing = architectures.filter(
        (word) => !members.some((item) => runsOn(item, { ...platform, architectures: [word] })),
      );
      if (first === undefined || !all || missing.length === 0) continue;
      const data = { member: first.member, platform: tag, missing: `${system} ${missing.join(', ')}` };
      report({ message: 'missing', wheel, member: first.member, data: { ...data, found: words(members) } });
    }
  },
});

/** Programs of another system are launchers and payload, whatever the tag. */
function isJudged(item: NativeMember, platforms: readonly Platform[]): boolean {
  if (!isLoaded(item) || item.system === 'gpu' || item.system === 'other') return false;
  return item.kind !== 'executable' || platforms.some(({ system }) => system === item.system);
}

/** Members for other machines that nothing for the right one stands beside. */
function misplaced(members: readonly NativeMember[], platforms: readonly Platform[]): NativeMember[] {
  const fits = (item: NativeMember): boolean => platforms.some((platform) => runsOn(item, platform));
  const wrong = members.filter((item) => !fits(item));
  if (wrong.length === members.length || wrong.length === 0) return wrong;
  const stems = new Set(members.filter(fits).map(({ member }) => extensionStem(member)));
  return wrong.filter(({ abi, member }) => abi !== undefined && !stems.has(extensionStem(member)));
}

function words(members: readonly NativeMember[]): string {
  return list(platformTagsOf(members), 3);
}
