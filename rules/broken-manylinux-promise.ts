import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { list } from '../src/report/words.ts';
import { brokenGlibcPromise, brokenMacosPromise } from '../src/wheel/native/broken-promise.ts';
import { baseName } from '../src/wheel/native/file-suffix.ts';
import { libcOf } from '../src/wheel/native/libc.ts';
import type { NativeSymbols } from '../src/wheel/native/symbols.ts';
import { promisesOf } from '../src/wheel/native/tag-promise.ts';

export default defineRule({
  code: 'WHL407',
  name: 'broken-manylinux-promise',
  category: 'tags',
  severity: 'error',
  needs: [],
  docs: {
    summary: 'Native code needs a newer system than the manylinux, musllinux or macOS tag promises.',
    why: `\`manylinux_2_17_x86_64\` promises that the wheel works wherever glibc is 2.17 or newer, and pip installs it there.
Code that was linked on a newer system asks for newer versions of symbols (\`GLIBC_2.28\`, \`GLIBCXX_3.4.29\`, …), and the
import fails with "version \`GLIBC_2.28' not found". It happens when a wheel is renamed instead of repaired, or when a
compiled file is put into it afterwards.`,
    example: `[[wheel]]
filename = "demo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl"
files = { "demo.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64 needs=libc.so.6:GLIBC_2.28" }
`,
    fix: `Build in the manylinux container of the tag and let \`auditwheel repair\` write the tag; or retag the wheel
(\`wheel tags --platform-tag\`) with the tag that is true.`,
    quiet: `For wheels tagged \`linux_*\`, which promise nothing. Versions that are only wished for, those of libraries that the
wheel brings along, and static programs are not judged.`,
    references: [
      'https://peps.python.org/pep-0600/',
      'https://peps.python.org/pep-0656/',
      'https://github.com/pypa/auditwheel/blob/86154d1/src/auditwheel/policy/manylinux-policy.json',
    ],
  },
  fix: { newer: 'retag' },
  messages: {
    newer:
      "'{member}' needs '{versions}', which '{tag}' does not promise: machines that pip takes this wheel for cannot load it; the tag should be '{suggestion}'.",
    glibcInMusl:
      "'{member}' is linked with glibc, and '{tag}' gives this wheel to systems with musl, where it cannot be loaded: build it there.",
    muslInGlibc:
      "'{member}' is linked with musl, and '{tag}' gives this wheel to systems with glibc, where it cannot be loaded: build it there.",
    macos:
      "'{member}' is built for macOS '{minimum}' and newer, and '{tag}' gives this wheel to older ones, where it may not load: set 'MACOSX_DEPLOYMENT_TARGET', or raise the tag.",
    isa: "'{member}' says that it needs a processor of level '{level}', and '{tag}' gives this wheel to all: on older ones it cannot be loaded; no tag tells levels apart, so build for the baseline or keep it in a folder of its own.",
  },
  options: v.strictObject({}),
  reads: ['promises'],
  readsOf: ({ name, nativeMembers }) =>
    nativeMembers.length > 0 && name !== undefined && promisesOf(name.platforms).length > 0,
  when: ['symbols'],
  checkContents({ wheel, symbols }, { report }) {
    if (wheel.name === undefined || symbols.length === 0) return;
    const promises = promisesOf(wheel.name.platforms);
    for (const promise of promises) {
      const { tag } = promise;
      if (promise.kind === 'macos') {
        const broken = brokenMacosPromise(symbols, promise);
        if (broken === undefined) continue;
        const { member, minimum } = broken;
        const data = { member, tag, minimum: `${minimum.major}.${minimum.minor}` };
        report({ message: 'macos', wheel, member, atMost: 'warning', data });
        continue;
      }
      const linux = symbols.filter(
        ({ member }) => member.system === 'linux' && member.architectures.includes(promise.architecture),
      );
      const byLibc = (libc: 'glibc' | 'musl') => linux.find((item) => libcOf(item) === libc)?.member.member;
      const [right, wrong] =
        promise.kind === 'glibc' ? (['glibc', 'musl'] as const) : (['musl', 'glibc'] as const);
      const stranger = byLibc(wrong);
      // With both inside, the wheel may choose when it is imported.
      if (stranger !== undefined && byLibc(right) === undefined) {
        const message = promise.kind === 'glibc' ? 'muslInGlibc' : 'glibcInMusl';
        report({ message, wheel, member: stranger, data: { member: stranger, tag } });
        continue;
      }
      if (promise.kind === 'glibc') {
        const bundled = new Set(wheel.nativeMembers.map(({ member }) => baseName(member)));
        const broken = brokenGlibcPromise(linux, promise, bundled);
        if (broken !== undefined) {
          const { member, versions, suggestion } = broken;
          report({
            message: 'newer',
            wheel,
            member,
            data: { member, tag, suggestion, versions: list(versions, 4) },
          });
        }
      }
      const demanding = linux.find(needsLevel);
      if (demanding !== undefined) {
        const { member } = demanding.member;
        const data = { member, tag, level: `x86-64-v${demanding.isaLevel}` };
        report({ message: 'isa', wheel, member, atMost: 'warning', data });
      }
    }
  },
});

/** Distributions of today are built for v2 themselves; folders for levels are searched only where they fit. */
function needsLevel({ isaLevel, member }: NativeSymbols): boolean {
  return isaLevel !== undefined && isaLevel > 2 && !member.member.includes('x86-64-v');
}
