import picomatch from 'picomatch';
import * as v from 'valibot';
import { defineRule } from '../src/engine/define-rule.ts';
import { listInside } from '../src/packaging/quote.ts';
import { otherFile } from '../src/wheel/other-file.ts';
import { kindOfFile } from './files/kind-of-file.ts';

export default defineRule({
  code: 'WHL203',
  name: 'stray-file',
  category: 'wheelhouse',
  severity: 'info',
  needs: [],
  docs: {
    summary: 'A folder of wheels holds files that installers pass over, or wheels that were cut short.',
    why: `A download that broke off leaves \`demo-1.0-py3-none-any.whl.part\` behind, a second one \`….whl.1\`, and the wheel that
you think is there is not: installers pass over such files without a word, as over everything that is neither a wheel nor an
sdist. uv names each of them in its log, and build logs in a wheelhouse fill it.`,
    example: `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"

[[folder]]
files = ["other-2.0-py3-none-any.whl.part", "build.log"]
`,
    fix: `Fetch the wheel again, or delete what is left of it; keep logs elsewhere. Accept files with
\`stray-file = { allow = ["*.log"] }\`.`,
    quiet: `For names that begin with a dot, pages (HTML), texts, configuration, checksums and signatures, for folders without
any wheel, and when single wheels or a glob are linted. Sdists are flagged only with \`sdists = true\`, for wheelhouses that
nobody is to build from.`,
    references: [
      'https://pip.pypa.io/en/stable/cli/pip_install/#cmdoption-f',
      'https://github.com/astral-sh/uv/issues/16242',
    ],
  },
  messages: {
    partial:
      "'{file}' looks like a wheel that was not written to its end, or was renamed: installers pass over it.",
    sdist: "'{file}' is an sdist: where no wheel fits, or it is newer, installers build it.",
    ignored: "Installers pass over '{file}': it is neither a wheel nor an sdist.",
    several:
      "Installers pass over '{count}' files of this folder that are neither wheels nor sdists: '{files}'.",
  },
  options: v.strictObject({
    sdists: v.pipe(v.optional(v.boolean(), false), v.description('Whether sdists are flagged as well.')),
    allow: v.pipe(
      v.optional(v.array(v.string()), []),
      v.description('Globs for names of files that may be there, for example `*.log`.'),
    ),
  }),
  checkWheelhouse({ folders = [] }, { options, report }) {
    const isAllowed = picomatch(options.allow, { dot: true });
    for (const { path, display, others } of folders) {
      const fileOf = (filename: string) =>
        otherFile({
          path: `${path}/${filename}`,
          display: display === '.' ? filename : `${display}/${filename}`,
          filename,
        });
      const groups = Map.groupBy(
        others.filter((file) => !isAllowed(file)),
        kindOfFile,
      );
      for (const file of groups.get('partial') ?? [])
        report({ message: 'partial', wheel: fileOf(file), data: { file } });
      for (const file of options.sdists ? (groups.get('sdist') ?? []) : [])
        report({ message: 'sdist', wheel: fileOf(file), data: { file } });
      const ignored = groups.get('ignored') ?? [];
      const [first] = ignored;
      if (first === undefined) continue;
      const data = { file: first, count: String(ignored.length), files: listInside(ignored) };
      report({ message: ignored.length === 1 ? 'ignored' : 'several', wheel: fileOf(first), data });
    }
  },
});
