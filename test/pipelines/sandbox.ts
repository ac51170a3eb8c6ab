import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { type Outcome, runProgram, sourceMain } from '../support/command-line.ts';
import { tempWheelhouse, writeFiles } from '../support/temp-wheelhouse.ts';

/** A folder in which the examples can be run as they are written: no network, no package, no PyPI. */
export interface Sandbox {
  readonly folder: string;
  /** Runs a script in it as a pipeline does. */
  run(script: string, env?: Readonly<Record<string, string>>): Promise<Outcome>;
}

const program = `exec "${process.execPath}" "${sourceMain}" "$@"\n`;

/** What takes the place of npm and npx: they hand out the program as it stands in the sources. */
const programs: Readonly<Record<string, string>> = {
  'wheelhouse-lint': `#!/bin/sh\n${program}`,
  npx: `#!/bin/sh\n[ "$1" = --yes ] || exit 9\nshift 2\n${program}`,
  npm: `#!/bin/sh
[ "$1 $2" = "install --prefix" ] || exit 9
mkdir -p "$3/node_modules/.bin"
cp "$(command -v wheelhouse-lint)" "$3/node_modules/.bin/"
echo "$@" > "$3/npm.txt"
`,
};

/** @param declaration its wheels lie in `wheels/`, `dist/` and `wheelhouse/` */
export async function sandbox(declaration: string): Promise<Sandbox> {
  const folder = await tempWheelhouse(declaration);
  await writeFiles(folder, { 'wheelhouse-lint.toml': '[[index]]\nurl = "file:answers"\n' });
  for (const [name, script] of Object.entries(programs)) {
    await writeFiles(folder, { [`bin/${name}`]: script });
    await chmod(join(folder, 'bin', name), 0o755);
  }
  const copied = await runProgram('sh', ['-c', 'cp -r wheels dist && cp -r wheels wheelhouse'], {
    cwd: folder,
  });
  if (copied.status !== 0) throw new Error(copied.stderr);
  const path = `${join(folder, 'bin')}:${process.env.PATH ?? ''}`;
  return {
    folder,
    run: (script, env = {}) =>
      runProgram('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
        cwd: folder,
        env: { PATH: path, HOME: folder, ...env },
      }),
  };
}

/** Three wheels: one that is fine, one with a warning, one with an error. */
export const threeWheels = `
[[wheel]]
filename = "fine-1.0+mysite-py3-none-any.whl"
[[wheel]]
filename = "twice-1.0+mysite.mysite-py3-none-any.whl"
[[wheel]]
filename = "broken-1.0-py3-none-any.whl"
raw = ""
`;

export const fineWheel = `
[[wheel]]
filename = "fine-1.0+mysite-py3-none-any.whl"
`;
