import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { fewNames } from '../src/packaging/few-names.ts';
import type { Member } from '../src/wheel/archive/directory.ts';
import { newestVersion } from '../src/wheel/archive/odd-members.ts';

export default defineRule({
  code: 'WHL609',
  name: 'unusual-compression',
  category: 'archive',
  severity: 'error',
  needs: [],
  docs: {
    summary: 'A member is compressed with another method than deflate, or for a newer zip than there is.',
    why: `PyPI takes wheels whose members are stored or deflated, and these are the only methods that every installer can
unpack. pip depends on the modules of its Python: bzip2 and LZMA are often missing in minimal builds, Zstandard came with
Python 3.14. uv unpacks Zstandard, and neither bzip2 nor LZMA.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
archive.members = [{ name = "demo/table.bin", text = "…", method = 93 }]
`,
    fix: 'Pack the wheel again with deflate: `wheel unpack` and `wheel pack` do it.',
    quiet: 'Where METADATA, WHEEL or RECORD cannot be read because of it, `broken-archive` says so.',
    references: [
      'https://github.com/pypi/warehouse/blob/6b6215712/warehouse/forklift/legacy.py',
      'https://github.com/astral-sh/uv/blob/26a9dd4b2/crates/uv-extract/src/error.rs',
    ],
  },
  messages: {
    zstandard:
      "'{members}' is compressed with Zstandard: pip needs Python 3.14 to unpack it, and PyPI refuses the wheel.",
    python:
      "'{members}' is compressed with '{method}': uv and PyPI refuse the wheel, and not every Python can unpack it.",
    version:
      "'{members}' is said to need version '{version}' of the zip format: pip, uv and PyPI refuse the wheel.",
    unknown: "'{members}' is compressed with method '{method}': pip, uv and PyPI refuse the wheel.",
  },
  options: v.strictObject({}),
  when: ['odd-members'],
  checkContents({ wheel, members }, { report }) {
    reportNewer();
    const told = new Set(wheel.problems.map(({ member }) => member));
    const odd = members.filter(
      ({ method, encrypted, name }) => method !== 0 && method !== 8 && !encrypted && !told.has(name),
    );
    for (const [method, found] of Map.groupBy(odd, (member) => member.method)) {
      reportOne(method, found);
    }

    function reportNewer(): void {
      const newer = members.filter(({ versionNeeded }) => versionNeeded > newestVersion);
      const [first] = newer;
      if (first === undefined) return;
      report({
        message: 'version',
        wheel,
        member: first.name,
        data: {
          members: fewNames(first.name, newer.length),
          version: (first.versionNeeded / 10).toFixed(1),
        },
      });
    }

    function reportOne(method: number, [first, ...others]: readonly Member[]): void {
      if (first === undefined) return;
      const message = method === 93 ? 'zstandard' : method in pythonMethods ? 'python' : 'unknown';
      report({
        message,
        wheel,
        member: first.name,
        subject: String(method),
        data: {
          members: fewNames(first.name, others.length + 1),
          method: pythonMethods[method] ?? String(method),
        },
      });
    }
  },
});

/** Methods that Python's zipfile can unpack where its modules are there. */
const pythonMethods: Readonly<Record<number, string>> = { 12: 'bzip2', 14: 'LZMA' };
