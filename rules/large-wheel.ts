import { defineRule } from '../src/engine/define-rule.ts';
import { optionsFor, withProjects } from '../src/engine/project-options.ts';
import { byteSize, sayBytes } from './contents/byte-size.ts';

export default defineRule({
  code: 'WHL721',
  name: 'large-wheel',
  category: 'contents',
  severity: 'info',
  offByDefault: true,
  needs: [],
  docs: {
    summary: 'The wheel, or what it unpacks to, is larger than it may be.',
    why: `Every environment on every node unpacks the wheel again, and home folders and containers have quotas. PyPI takes no
file over 100 MiB unless the project was granted more, and then the upload fails after everything else is done. A wheel
that grew by itself holds test data, debug symbols or a second copy of a library.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo/__init__.py" = "a = 1" }
`,
    exampleOptions: {
      'max-installed': '200 B',
      projects: { torch: { max: '3 GB', 'max-installed': '6 GB' } },
    },
    fix: 'Leave out what users do not need, strip libraries of their debug symbols, or allow this project more.',
    references: [
      'https://docs.pypi.org/project-management/storage-limits/',
      'https://pydistcheck.readthedocs.io/en/latest/check-reference.html#distro-too-large-compressed',
      'https://pydistcheck.readthedocs.io/en/latest/check-reference.html#distro-too-large-uncompressed',
    ],
  },
  messages: {
    file: "This file has '{size}', and '{max}' is what it may have: leave out what users do not need, or allow the project more.",
    installed:
      "This wheel unpacks to '{size}', and '{max}' is what it may take: leave out what users do not need, or allow the project more.",
  },
  options: withProjects({
    max: byteSize('100 MiB', 'The largest size of the file.'),
    'max-installed': byteSize('500 MB', 'The largest size of all members together, unpacked.'),
  }),
  checkContents({ wheel, unpackedSize }, { options, report }) {
    const { max, 'max-installed': maxInstalled } = optionsFor(options, wheel);
    if (wheel.size > max) {
      report({ message: 'file', wheel, data: { size: sayBytes(wheel.size), max: sayBytes(max) } });
    }
    if (unpackedSize > maxInstalled) {
      const data = { size: sayBytes(unpackedSize), max: sayBytes(maxInstalled) };
      report({ message: 'installed', wheel, data });
    }
  },
});
