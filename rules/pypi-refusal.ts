import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { fewNames } from '../src/packaging/few-names.ts';
import type { UploadFaultKind } from '../src/wheel/archive/framing/fault.ts';

const mebibyte = 1024 * 1024;

export default defineRule({
  code: 'WHL612',
  name: 'pypi-refusal',
  category: 'archive',
  severity: 'error',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'PyPI refuses this archive, though installers can unpack it.',
    why: `PyPI wants archives that can be read in one way only, and refuses some things that the format of zips allows:
sizes behind the data of a member, as tools write them that cannot seek in their output; comments on members; zip64 fields
that its own reader takes in another way. It also refuses files of more than 100 MiB, unless the project was granted more.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
archive.members = [{ name = "demo/a.py", text = "A = 1", descriptor = true }]
`,
    fix: `Pack the wheel again with \`wheel unpack\` and \`wheel pack\`, or tell the tool that builds it to write into a file
instead of a stream. A higher limit for the size is asked for at PyPI's support.`,
    references: [
      'https://docs.pypi.org/archives/',
      'https://github.com/pypi/warehouse/blob/6b6215712/warehouse/utils/zipfiles.py',
      'https://docs.pypi.org/project-management/storage-limits/',
    ],
  },
  fix: { 'streamed-member': 'archive', 'member-comment': 'archive' },
  messages: {
    'streamed-member':
      "'{members}' was written as a stream, with its sizes behind the data: PyPI refuses the wheel, and uv cannot unpack it while it downloads.",
    'member-comment': "'{members}' has a comment in the directory of the archive: PyPI refuses the wheel.",
    'pypi-extra': "The header of '{members}' has an extra field that PyPI refuses: '{detail}'.",
    size: "The file has '{size}' MiB, and PyPI takes no more than '{limit}' unless the project was granted more.",
  } as const satisfies Readonly<Record<UploadFaultKind | 'size', string>>,
  options: v.strictObject({
    limit: v.pipe(
      v.optional(v.number(), 100),
      v.description('Largest file in MiB that PyPI takes for this project.'),
    ),
  }),
  reads: ['framing'],
  checkContents({ wheel, headerFaults }, { options, report }) {
    for (const { kind, member, count, detail } of headerFaults) {
      if (!isUploadFault(kind)) continue;
      report({
        message: kind,
        wheel,
        member,
        data: { members: fewNames(member ?? 'the archive', count), detail },
      });
    }
    if (wheel.size > options.limit * mebibyte) {
      report({
        message: 'size',
        wheel,
        atMost: 'warning',
        data: { size: (wheel.size / mebibyte).toFixed(1), limit: String(options.limit) },
      });
    }
  },
});

function isUploadFault(kind: string): kind is UploadFaultKind {
  return kind === 'streamed-member' || kind === 'member-comment' || kind === 'pypi-extra';
}
