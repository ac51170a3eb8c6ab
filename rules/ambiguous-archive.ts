import { defineRule } from '../src/engine/define-rule.ts';
import type { EndFaultKind } from '../src/wheel/archive/framing/fault.ts';
import { both, type Reader, readersOption } from './archive/readers.ts';

const refusing: Readonly<Record<EndFaultKind, readonly Reader[]>> = {
  'directory-size': both,
  'directory-gap': both,
  'entry-count': both,
  'zip64-record': both,
  'zip64-conflict': ['uv'],
  'extensible-data': both,
  'archive-comment': ['uv'],
  'trailing-bytes': both,
  'trailing-zeros': ['pypi'],
  'disk-number': ['uv'],
};

export default defineRule({
  code: 'WHL603',
  name: 'ambiguous-archive',
  category: 'archive',
  severity: 'error',
  needs: [],
  docs: {
    summary: 'The directory of the archive and the records behind it contradict each other.',
    why: `Programs find the directory of a zip in different ways: from its end, by an offset, or by reading on from the
beginning. Where the numbers disagree, each of them sees other members, so that a scanner and an installer look at two
different wheels. Since 2025 PyPI refuses such files, and uv does not install them; pip takes what it finds first.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
archive.gap = 40
`,
    fix: 'Build the wheel again. If it came from others, find out why it was made like this before you use it.',
    references: [
      'https://blog.pypi.org/posts/2025-08-07-wheel-archive-confusion-attacks/',
      'https://docs.pypi.org/archives/',
      'https://astral.sh/blog/uv-security-advisory-cve-2025-54368',
    ],
  },
  messages: {
    'directory-size':
      "The size of the archive's directory is wrong, so PyPI and uv refuse this wheel: '{detail}'.",
    'directory-gap':
      "The archive's directory does not end at its end record, so PyPI and uv refuse this wheel: '{detail}'.",
    'entry-count':
      "The archive counts its members in two ways, so PyPI and uv refuse this wheel: '{detail}'.",
    'zip64-record':
      "The zip64 records of the archive are in disorder, so PyPI and uv refuse this wheel: '{detail}'.",
    'zip64-conflict':
      "The archive has two end records that contradict each other, so uv refuses this wheel: '{detail}'.",
    'extensible-data':
      "The zip64 end record of the archive is longer than it may be, so PyPI and uv refuse this wheel: '{detail}'.",
    'archive-comment':
      "The comment of the archive may hold another archive, so uv refuses this wheel: '{detail}'.",
    'trailing-bytes':
      "Bytes stand behind the end of the archive, so PyPI and uv refuse this wheel: '{detail}'.",
    'trailing-zeros': "Zeros stand behind the end of the archive, so PyPI refuses this wheel: '{detail}'.",
    'disk-number': "The archive is said to have parts on other disks, so uv refuses this wheel: '{detail}'.",
  } as const satisfies Readonly<Record<EndFaultKind, string>>,
  options: readersOption,
  when: ['end-faults'],
  checkContents({ wheel, endFaults }, { options, report }) {
    for (const { kind, detail } of endFaults) {
      if (refusing[kind].some((reader) => options.readers.includes(reader))) {
        report({ message: kind, wheel, data: { detail } });
      }
    }
  },
});
