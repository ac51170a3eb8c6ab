import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { isLoaded } from '../src/wheel/native/native-member.ts';

export default defineRule({
  code: 'WHL405',
  name: 'root-is-purelib',
  category: 'tags',
  severity: 'info',
  needs: [],
  docs: {
    summary: "WHEEL says 'Root-Is-Purelib: true' of a wheel with native code, or does not say either.",
    why: `The line decides between the folders for pure and for native packages. They are two where Python keeps \`lib\` and
\`lib64\` apart, as Red Hat, Fedora and many clusters do: native code lands in \`lib\`, beside that of other machines that
share it, and a package whose parts say different things is torn in two. \`auditwheel\` refuses to repair such a wheel.`,
    example: `[[wheel]]
filename = "demo-1.0-cp311-cp311-linux_x86_64.whl"
files = { "demo.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64" }
dist-info.WHEEL = """
Wheel-Version: 1.0
Generator: demo
Root-Is-Purelib: true
Tag: cp311-cp311-linux_x86_64
"""
`,
    fix: `Let the build backend know that the package is not pure: with setuptools, a \`Distribution\` whose \`has_ext_modules\`
returns true; with poetry-core, \`script\` and \`generate-setup-file\`; with hatchling, \`pure_python = False\` in the build hook.`,
    quiet:
      'For wheels tagged `any`, which `native-in-any` judges, for programs, and for native code that stands in `.data/platlib`.',
    references: [
      'https://packaging.python.org/en/latest/specifications/binary-distribution-format/#what-s-the-deal-with-purelib-vs-platlib',
      'https://github.com/pypa/auditwheel/blob/86154d1/src/auditwheel/wheel_abi.py',
    ],
  },
  messages: {
    native:
      "WHEEL says 'Root-Is-Purelib: true', but '{member}' is native code: where 'lib' and 'lib64' are two folders it is installed into the one for pure Python.",
    unsaid:
      "WHEEL has no 'Root-Is-Purelib: true' or 'false': installers take it for false, and the package lands in the folder for native code.",
  },
  options: v.strictObject({}),
  checkWheel(wheel, { report }) {
    const { name, distInfo } = wheel;
    const file = distInfo?.wheel;
    if (name === undefined || file === undefined) return;
    if (file.rootIsPurelib === undefined) {
      report({ message: 'unsaid', wheel, member: file.member });
    } else if (file.rootIsPurelib && !name.platforms.includes('any')) {
      const native = wheel.nativeMembers.find(
        (item) => isLoaded(item) && item.kind !== 'executable' && !inPlatlib.test(item.member),
      );
      if (native === undefined) return;
      const { member } = native;
      report({ message: 'native', wheel, member, data: { member } });
    }
  },
});

/** What `.data/` spreads goes its own way. */
const inPlatlib = /^[^/]+\.data\/(?!purelib\/)/;
