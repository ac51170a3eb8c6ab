import { defineRule } from '../src/engine/define-rule.ts';
import { fewNames } from '../src/packaging/few-names.ts';
import type { HeaderFaultKind } from '../src/wheel/archive/framing/fault.ts';
import { both, type Reader, readersOption } from './archive/readers.ts';

const refusing: Readonly<Record<HeaderFaultKind, readonly Reader[]>> = {
  'missing-header': both,
  'other-name': both,
  'other-size': both,
  'other-checksum': ['uv'],
  'other-method': ['uv'],
  'other-flags': ['uv'],
  'header-extra': ['uv'],
  'unlisted-member': both,
  'hidden-bytes': both,
  overlap: both,
  'data-descriptor': ['uv'],
};

export default defineRule({
  code: 'WHL605',
  name: 'header-mismatch',
  category: 'archive',
  severity: 'error',
  offByDefault: true,
  needs: [],
  docs: {
    summary:
      'What stands in front of the members, or between them, is not what the directory of the archive says.',
    why: `A zip describes each member twice: in a header in front of its data and in the directory at the end. pip believes
the directory. uv unpacks while it downloads, so it reads the headers first and refuses the wheel where the directory
turns out to differ. PyPI reads both and refuses the upload. A member that only one of them lists is how a wheel shows
harmless code to a scanner and installs something else.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
archive.members = [{ name = "demo/hidden.py", text = "import os", unlisted = true }]
`,
    fix: 'Build the wheel again. If it came from others, find out why it was made like this before you use it.',
    quiet: `The rule reads the header of every member, and with it most bytes of a file with many small ones: it is on in the
presets \`pypi\`, \`security\` and \`strict\`. In \`pypi\` it reports what PyPI refuses only.`,
    references: [
      'https://blog.pypi.org/posts/2025-08-07-wheel-archive-confusion-attacks/',
      'https://docs.pypi.org/archives/',
      'https://github.com/astral-sh/uv/blob/26a9dd4b2/crates/uv-extract/src/stream.rs',
    ],
  },
  messages: {
    'missing-header':
      "There is no member at the place that the directory states for '{members}': pip, uv and PyPI refuse the wheel.",
    'other-name':
      "The directory and the header of '{members}' give different names, so pip, uv and PyPI refuse the wheel: '{detail}'.",
    'other-size':
      "The directory and the header of '{members}' state different sizes, so uv and PyPI refuse the wheel: '{detail}'.",
    'other-checksum':
      "The directory and the header of '{members}' state different checksums, so uv refuses the wheel: '{detail}'.",
    'other-method':
      "The directory and the header of '{members}' state different compression methods, which uv and pip unpack to different files: '{detail}'.",
    'other-flags':
      "The directory and the header of '{members}' have different flags, which uv and pip read in different ways: '{detail}'.",
    'header-extra':
      "The header of '{members}' has an extra field that cannot be read, so uv refuses the wheel: '{detail}'.",
    'unlisted-member':
      "The archive has a member that its directory does not list, so uv and PyPI refuse the wheel: '{detail}'.",
    'hidden-bytes':
      "The archive has bytes that belong to no member, so uv and PyPI refuse the wheel: '{detail}'.",
    overlap:
      "The member '{members}' and what follows it share bytes, so uv and PyPI refuse the wheel: '{detail}'.",
    'data-descriptor':
      "The member '{members}' has no right data descriptor, so uv refuses the wheel: '{detail}'.",
  } as const satisfies Readonly<Record<HeaderFaultKind, string>>,
  options: readersOption,
  reads: ['framing'],
  when: ['header-faults'],
  checkContents({ wheel, headerFaults }, { options, report }) {
    for (const { kind, member, count, detail } of headerFaults) {
      if (!isHeaderFault(kind) || !refusing[kind].some((reader) => options.readers.includes(reader)))
        continue;
      report({
        message: kind,
        wheel,
        member,
        data: {
          members: fewNames(member ?? 'the archive', count),
          detail: member === undefined && count > 1 ? `${detail}, and ${count - 1} more` : detail,
        },
      });
    }
  },
});

function isHeaderFault(kind: string): kind is HeaderFaultKind {
  return kind in refusing;
}
