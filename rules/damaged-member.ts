import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { describeFault } from './record/found.ts';

export default defineRule({
  code: 'WHL664',
  name: 'damaged-member',
  category: 'record',
  severity: 'error',
  needs: ['deep'],
  reads: ['digests'],
  docs: {
    summary: 'A file of the wheel is damaged: its data are not what the archive says.',
    why: `Each file of an archive has a checksum (CRC-32) and a size, which everyone compares while unpacking. pip and uv stop at
the first file that does not have them (pip reads no further than the stated size), which happens when the wheel was damaged on a disk or on its way, or made by hand.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo.py" = "print('a text that is long enough')\\n" }
damaged = ["demo.py"]
`,
    fix: 'Build, copy or download the wheel again, and compare its sha256 with the one of its source.',
    quiet: `Without \`--deep\` (or \`deep = true\`), because every byte of every file has to be read. For METADATA, WHEEL and RECORD,
which are always read: \`broken-archive\` tells of these, and of archives that are made to fill the disk.`,
    references: ['https://docs.python.org/3/library/zipfile.html#zipfile.ZipFile.testzip'],
  },
  messages: {
    damaged:
      "'{files}' is damaged ('{detail}'): uv refuses the wheel, and pip does wherever the checksum of what it unpacks differs; build, copy or download it again.",
    overlapping:
      'The files of this archive overlap each other, as in archives that are made to fill the disk: no file of it was read, and uv and PyPI refuse it.',
  },
  options: v.strictObject({}),
  checkContents({ wheel, digests }, { report }) {
    if (digests?.isOverlapping === true) report({ message: 'overlapping', wheel });
    const [first] = digests?.damaged.places ?? [];
    if (digests === undefined || first === undefined) return;
    const { data } = describeFault(first.path, digests.damaged);
    report({ message: 'damaged', wheel, member: first.path, data });
  },
});
