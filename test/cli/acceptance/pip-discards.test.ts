import { expect, test } from 'vitest';
import { runProgram } from '../../support/command-line.ts';
import { codesAndWheels, lintToJson } from '../../support/json-report.ts';
import { tempFolder, writeWheels } from '../../support/temp-wheelhouse.ts';

const pip = await runProgram('python3', ['-m', 'pip', '--version'], { cwd: process.cwd() });

/** What pip says of a folder that has nothing else. */
async function pipInstall(cwd: string) {
  const options = [
    '--dry-run',
    '--ignore-installed',
    '--no-deps',
    '--no-cache-dir',
    '--disable-pip-version-check',
  ];
  const args = ['-m', 'pip', 'install', ...options, '--no-index', '--find-links', '.', 'demo'];
  // Nothing is installed: these runs find no file, and Debian's pip would refuse before it looks.
  return runProgram('python3', args, {
    cwd,
    env: { PIP_CONFIG_FILE: '/dev/null', PIP_BREAK_SYSTEM_PACKAGES: '1' },
  });
}

const cases = [
  {
    name: 'a label in the file name only: discarded with one line, and then there is nothing',
    wheel: { filename: 'demo-1.0+mysite-py3-none-any.whl', version: '1.0' },
    code: 'WHL304',
    aloud: 'inconsistent version',
  },
  {
    name: 'a dash in the label: passed over without a word about the file',
    wheel: { filename: 'demo-1.0+my-site-py3-none-any.whl' },
    code: 'WHL301',
    aloud: undefined,
  },
];

test.skipIf(pip.status !== 0).each(cases)(
  'pip, with no other file: $name',
  async ({ wheel, code, aloud }) => {
    const cwd = await tempFolder();
    await writeWheels(cwd, wheel);
    const { status, stdout, stderr } = await pipInstall(cwd);
    expect(status).toBe(1);
    const said = `${stdout}${stderr}`;
    expect(said).toContain('No matching distribution found for demo');
    if (aloud === undefined) expect(said).not.toContain(wheel.filename);
    else expect(said).toContain(aloud);
    const { report } = await lintToJson(['--no-config', '--offline', '.'], { cwd });
    expect(codesAndWheels(report)).toEqual([`${code} ${wheel.filename}`]);
  },
);
