import { isUtf8 } from 'node:buffer';
import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { lineOfBadBytes } from '../src/wheel/dist-info/damaged-text.ts';

export default defineRule({
  code: 'WHL511',
  name: 'invalid-wheel-file',
  category: 'metadata',
  severity: 'error',
  needs: [],
  docs: {
    summary: 'The WHEEL file does not say in which version of the wheel format the wheel is written.',
    why: `pip and uv read \`Wheel-Version\` before they unpack anything. Without it, or with a major version that they do not
know, they refuse the wheel; a newer minor version gives a warning at each installation.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"

[wheel.dist-info]
WHEEL = """
Wheel-Version: 2.0
Generator: mine 0.1
Root-Is-Purelib: true
Tag: py3-none-any
"""
`,
    fix: 'Write `Wheel-Version: 1.0`, the only version there is, and the name of what made the wheel as `Generator`.',
    quiet: 'For `Wheel-Version: 0.1`, which ancient wheels have and all installers take.',
    references: [
      'https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-contents',
      'https://github.com/pypa/pip/blob/26.2/src/pip/_internal/utils/wheel.py',
    ],
  },
  messages: {
    encoding: 'WHEEL is not UTF-8 here: pip refuses this wheel.',
    missing: "WHEEL has no 'Wheel-Version': pip and uv refuse this wheel.",
    unreadable:
      "The Wheel-Version '{version}' is no version of two numbers: this wheel is refused by '{installers}'.",
    major: "pip and uv do not know Wheel-Version '{version}' and refuse this wheel.",
    minor: "pip and uv do not know Wheel-Version '{version}' and warn whenever they install this wheel.",
    generator: "WHEEL has no 'Generator', so that nobody can tell what made this wheel.",
  },
  options: v.strictObject({}),
  checkContents({ wheel, headers, distInfoBytes }, { report }) {
    const member = wheel.distInfo?.wheel?.member;
    const bytes = distInfoBytes.WHEEL;
    if (bytes === undefined || headers.WHEEL === undefined) return;
    const { byName } = headers.WHEEL;
    if (!isUtf8(bytes)) report({ message: 'encoding', wheel, member, line: lineOfBadBytes(bytes) });
    const stated = byName.get('wheel-version')?.[0];
    if (stated === undefined) report({ message: 'missing', wheel, member });
    else {
      const { value: version, line } = stated;
      const numbers = /^(\d+)((?:\.\d+)*)$/.exec(version);
      if (numbers === null || numbers[2] === '') {
        const installers = numbers === null ? 'pip and uv' : 'uv';
        report({ message: 'unreadable', wheel, member, line, data: { version, installers } });
      } else if (Number(numbers[1]) > 1) {
        report({ message: 'major', wheel, member, line, data: { version } });
      } else if (Number(numbers[1]) === 1 && !/^(?:\.0+)+$/.test(numbers[2] ?? '')) {
        report({ message: 'minor', wheel, member, line, atMost: 'warning', data: { version } });
      }
    }
    if (!byName.has('generator')) report({ message: 'generator', wheel, member, atMost: 'info' });
  },
});
