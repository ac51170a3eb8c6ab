import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { platformOf } from '../src/wheel/native/platform.ts';

export default defineRule({
  code: 'WHL406',
  name: 'no-native-member',
  category: 'tags',
  severity: 'info',
  needs: [],
  docs: {
    summary: 'A wheel for one platform holds no native code.',
    why: `Other machines cannot install the wheel although nothing in it seems to keep them from it: they build the sdist
again or fail. Often the compiled part is missing because its build failed without a word.`,
    example: `[[wheel]]
filename = "demo-1.0-cp311-cp311-linux_x86_64.whl"
files = { "demo.py" = "" }
`,
    fix: `If the package is pure Python, build it as \`py3-none-any\`. If an extension module belongs into it, look into the
log of the build.`,
    quiet: 'For systems whose binaries are not read, WebAssembly among them.',
    references: [
      'https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/',
      'https://setuptools.pypa.io/en/latest/userguide/ext_modules.html',
    ],
  },
  messages: {
    none: "The tag '{platform}' keeps this wheel from other machines, but it holds no native code: it should be 'any', or its compiled part is missing.",
  },
  options: v.strictObject({}),
  checkWheel(wheel, { report }) {
    const { name, nativeMembers, problems, distInfo } = wheel;
    if (name === undefined || distInfo === undefined || problems.length > 0) return;
    if (nativeMembers.length > 0 || !name.platforms.every((tag) => platformOf(tag) !== undefined)) return;
    report({ message: 'none', wheel, data: { platform: name.platforms.join('.') } });
  },
});
