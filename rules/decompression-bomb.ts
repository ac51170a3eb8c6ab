import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { fewNames } from '../src/packaging/few-names.ts';
import { isBomb } from '../src/wheel/archive/bomb.ts';

const mebibyte = 1024 * 1024;

export default defineRule({
  code: 'WHL613',
  name: 'decompression-bomb',
  category: 'archive',
  severity: 'warning',
  needs: [],
  docs: {
    summary: 'The members together inflate to more than 64 MiB and more than 50 times the size of the file.',
    why: `A small file that fills the disk is an attack, or data that does not belong into a wheel in this form. Installers
unpack it without asking; PyPI refuses the upload.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
archive.members = [{ name = "demo/zeros.bin", text = "…", size = 80000000 }]
`,
    fix: 'Find out what the largest member is for. Data that compresses so well can be made when it is needed.',
    quiet: 'The sizes are those that the directory states: `false-size` tells of sizes that cannot be true.',
    references: [
      'https://github.com/pypi/warehouse/blob/6b6215712/warehouse/forklift/legacy.py',
      'https://github.com/pypi/warehouse/issues/13962',
    ],
  },
  messages: {
    ratio:
      "The file of '{size}' bytes is said to unpack to '{total}' MiB, most of it in '{member}': PyPI refuses it, and installers unpack it without asking.",
  },
  options: v.strictObject({}),
  checkContents({ wheel, members, unpackedSize }, { report }) {
    if (!isBomb(unpackedSize, wheel.size)) return;
    const largest = members.reduce((a, b) => (b.size > a.size ? b : a));
    report({
      message: 'ratio',
      wheel,
      member: largest.name,
      data: {
        size: String(wheel.size),
        total: (unpackedSize / mebibyte).toFixed(0),
        member: fewNames(largest.name, 1),
      },
    });
  },
});
