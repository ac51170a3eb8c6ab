import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { remember } from '../src/packaging/remember.ts';
import { expandTags, formatTag, type TagSet } from '../src/packaging/tags.ts';
import { list } from '../src/report/words.ts';
import type { TagLine } from '../src/wheel/dist-info/wheel-file.ts';

export default defineRule({
  code: 'WHL402',
  name: 'wheel-tag-mismatch',
  category: 'tags',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'The tags or the build tag in the WHEEL file are not those of the file name.',
    why: `pip chooses by the file name and never reads these lines, so the wheel installs. uv reads them again from what is
installed: where they do not fit the machine, it takes the package for one of another platform and installs it anew on
every run. \`wheel tags\` refuses such a wheel, and tools that repair or repack it write the wrong name. The usual cause is
a wheel that was renamed by hand, for example from \`manylinux\` to \`linux\`.`,
    example: `[[wheel]]
filename = "demo-1.0-cp311-cp311-linux_x86_64.whl"
files = { "demo.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64" }
dist-info.WHEEL = """
Wheel-Version: 1.0
Generator: demo
Root-Is-Purelib: false
Tag: cp311-cp311-manylinux_2_17_x86_64
"""
`,
    fix: `Retag with \`wheel tags\`, which renames the file and rewrites WHEEL and RECORD; or write one \`Tag\` line for each
single tag of the file name, and a \`Build\` line where it has a build tag.`,
    quiet: `For the order of the lines. A compressed set such as \`py2.py3-none-any\` in one line, where one line for each tag
belongs, is an info: installers read it.`,
    references: [
      'https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-contents',
      'https://github.com/astral-sh/uv/issues/15832',
    ],
  },
  fix: 'wheel-file',
  messages: {
    tags: "WHEEL says '{inside}', the file name '{outside}': pip goes by the file name, uv checks what is installed by WHEEL and installs it again on every run where these tags do not fit.",
    none: "WHEEL has no 'Tag' line, and the specification asks for '{outside}': 'wheel tags' and other tools cannot tell what this wheel is for.",
    build:
      "WHEEL says that the build tag is '{inside}', the file name '{outside}': installers order builds by the file name, and tools that repack the wheel write the other one.",
    unlistedBuild:
      "The file name has the build tag '{outside}' and WHEEL has no 'Build' line: tools that repack the wheel lose it.",
    unexpanded:
      "WHEEL has the compressed tag '{inside}' in one line, where one line for each single tag belongs: installers read it, some tools do not.",
  },
  options: v.strictObject({}),
  checkWheel(wheel, { report }) {
    const { name } = wheel;
    const file = wheel.distInfo?.wheel;
    if (name === undefined || file === undefined) return;
    const { member, tags, build } = file;
    const outside = expandTags(name).map(formatTag);
    if (tags.length === 0) {
      report({ message: 'none', wheel, member, data: { outside: listed(outside) } });
    } else {
      const inside = tags.flatMap(expandLine);
      const missing = outside.filter((tag) => !inside.includes(tag));
      const extra = [...new Set(inside.filter((tag) => !outside.includes(tag)))];
      const odd = tags.find(({ text }) => text.includes('.'));
      if (missing.length + extra.length > 0) {
        const line = tags.find((tag) => expandLine(tag).some((text) => extra.includes(text)))?.line;
        const data = { inside: listed([...new Set(inside)]), outside: listed(outside) };
        report({ message: 'tags', wheel, member, line, data });
      } else if (odd !== undefined) {
        const { text, line } = odd;
        report({ message: 'unexpanded', wheel, member, line, atMost: 'info', data: { inside: text } });
      }
    }
    const written = name.build?.text;
    if (written !== undefined && build === undefined) {
      report({ message: 'unlistedBuild', wheel, member, atMost: 'info', data: { outside: written } });
    } else if (build !== undefined && build !== written) {
      report({ message: 'build', wheel, member, data: { inside: build, outside: written ?? 'none' } });
    }
  },
});

/** A line can be made to stand for millions of tags. */
const mostTags = 200;

function expandLine({ text }: TagLine): readonly string[] {
  return expandText(text);
}

/** Most wheels of a wheelhouse have one of a few dozen. */
const expandText = remember(1000, (text): readonly string[] => {
  const lower = text.toLowerCase();
  const [pythons = [], abis = [], platforms = [], ...more] = lower.split('-').map((part) => part.split('.'));
  const set: TagSet = { pythons, abis, platforms };
  if (more.length > 0 || platforms.length === 0) return [lower];
  return pythons.length * abis.length * platforms.length > mostTags
    ? [lower]
    : expandTags(set).map(formatTag);
});

function listed(tags: readonly string[]): string {
  return list(tags, 3);
}
