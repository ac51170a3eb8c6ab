import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wheelhouseLint } from '../support/command-line.ts';
import { codesAndWheels, lintToJson } from '../support/json-report.ts';
import { tempFolder, writeFiles, writeWheels } from '../support/temp-wheelhouse.ts';

const demo = 'demo-1.0-py3-none-any.whl';
const other = 'other-2.0-py3-none-any.whl';
const wrong = 'f'.repeat(64);

/** A folder with two wheels in `wheels/`. @returns it, and the hashes of the wheels */
async function wheelhouse(): Promise<{ cwd: string; hashes: Readonly<Record<string, string>> }> {
  const cwd = await tempFolder();
  const built = await writeWheels(cwd, `wheels/${demo}`, `wheels/${other}`);
  const hashes = [...built].map(([path, bytes]) => [
    path.replace('wheels/', ''),
    createHash('sha256').update(bytes).digest('hex'),
  ]);
  return { cwd, hashes: Object.fromEntries(hashes) };
}

function uvLock(hash: string | undefined): string {
  return `version = 1\n[[package]]\nname = "demo"\nversion = "1.0"\nwheels = [\n  { url = "https://files.example/${demo}", hash = "sha256:${hash}" },\n]\n`;
}

const only = ['--select', 'lock-mismatch', '--no-index'];

describe('lint compares wheels with lock files', () => {
  test('of the command line, and says where the promise stands', async () => {
    const { cwd, hashes } = await wheelhouse();
    await writeFiles(cwd, {
      'locks/requirements.txt': `# made by hand\n-r more/other.txt\ndemo==1.0 \\\n  --hash=sha256:${wrong}\n`,
      'locks/more/other.txt': `other==2.0 --hash=sha256:${hashes[other]}\n`,
      'uv.lock': uvLock(hashes[demo]),
    });
    const args = [...only, '--lock-file', 'locks/requirements.txt', '--lock-file=uv.lock', 'wheels'];
    const { report, status, stderr } = await lintToJson(args, { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(report.findings).toMatchObject([
      {
        code: 'WHL109',
        severity: 'warning',
        wheel: `wheels/${demo}`,
        message: expect.stringContaining("'locks/requirements.txt:3' has hashes for version '1.0'"),
        data: { sha256: hashes[demo], promised: wrong },
        related: [
          { location: 'locks/requirements.txt', message: `line 3 promises sha256 ${wrong}` },
          { location: `wheels/${demo}`, message: `your file, sha256 ${hashes[demo]}` },
        ],
      },
    ]);
  });

  test('of the configuration, from its folder, and fails where a named file has other bytes', async () => {
    const { cwd, hashes } = await wheelhouse();
    await writeFiles(cwd, {
      'config/wheelhouse-lint.toml': 'lock-files = ["../uv.lock"]',
      'uv.lock': uvLock(wrong),
      'requirements.txt': `other==2.0 --hash=sha256:${hashes[demo]}\n`,
    });
    const config = ['--config', 'config/wheelhouse-lint.toml'];
    const configured = await lintToJson([...only, ...config, 'wheels'], { cwd });
    expect({ status: configured.status, found: codesAndWheels(configured.report) }).toEqual({
      status: 1,
      found: [`WHL109 wheels/${demo}`],
    });
    const both = await lintToJson([...only, ...config, '--lock-file', 'requirements.txt', 'wheels'], { cwd });
    expect(codesAndWheels(both.report)).toEqual([`WHL109 wheels/${demo}`, `WHL109 wheels/${other}`]);
  });

  test('without one nothing is promised, and nothing is said to be left out', async () => {
    const { cwd } = await wheelhouse();
    const { stdout, status } = await wheelhouseLint([...only, 'wheels'], { cwd });
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/did not run/);
  });

  test('an ignore is called unused only where a lock was there to be broken', async () => {
    const { cwd, hashes } = await wheelhouse();
    const ignore = '[[ignore]]\nrule = "lock-mismatch"\nwheel = "demo-*"\nreason = "x"\n';
    await writeFiles(cwd, { 'wheelhouse-lint.toml': ignore, 'uv.lock': uvLock(hashes[demo]) });
    const without = await wheelhouseLint([...only, 'wheels'], { cwd });
    expect(without.stdout).not.toMatch(/Unused ignore/);
    const kept = await wheelhouseLint([...only, '--lock-file', 'uv.lock', 'wheels'], { cwd });
    expect(kept.stdout).toMatch(/Unused ignore: 'lock-mismatch' for 'demo-\*'/);
  });

  test('a lock that cannot say anything is told', async () => {
    const { cwd } = await wheelhouse();
    await writeFiles(cwd, { 'requirements.txt': 'demo==1.0\n', 'uv.lock': uvLock(wrong) });
    const empty = await wheelhouseLint([...only, '--lock-file', 'requirements.txt', 'wheels'], { cwd });
    expect(empty.stderr).toBe("note: The lock file 'requirements.txt' has no sha256 of a wheel.\n");
    const off = await wheelhouseLint(
      ['--ignore', 'lock-mismatch', '--no-index', '--lock-file', 'uv.lock', 'wheels'],
      { cwd },
    );
    expect(off.stderr).toBe(
      'note: The lock files are not compared with the wheels: the rule that does it is off.\n',
    );
  });

  test('--print-config shows them, each once', async () => {
    const { cwd } = await wheelhouse();
    await writeFiles(cwd, { 'wheelhouse-lint.toml': 'lock-files = ["uv.lock", "./uv.lock"]' });
    const { stdout } = await wheelhouseLint(
      ['--print-config', '--lock-file', 'a/../uv.lock', '--lock-file', 'b.txt'],
      { cwd },
    );
    expect(JSON.parse(stdout)).toMatchObject({ 'lock-files': [join(cwd, 'uv.lock'), join(cwd, 'b.txt')] });
  });
});

describe('a lock file that cannot be used ends the run with one line', () => {
  test.each<[file: string, content: string | undefined, message: string]>([
    ['no-such.lock', undefined, "There is no lock file 'no-such.lock'."],
    [
      'locks.yml',
      '',
      "'locks.yml' is no lock file that is known. There are: pylock.toml, uv.lock, poetry.lock, pdm.lock, pyodide-lock.json, requirements.txt with hashes.",
    ],
    [
      'uv.lock',
      uvLock('zz'),
      "The lock file 'uv.lock' is damaged: 'package.0.wheels.0.hash' does not fit: a hash is written 'sha256:…'.",
    ],
    [
      'requirements.txt',
      '\ndemo=1\n',
      "The lock file 'requirements.txt' is damaged in line 2: '=1' does not begin with a comparison operator.",
    ],
    ['requirements.txt', '-r \u001b[2J.yml\n', "'\\x1b[2J.yml' is no lock file"],
  ])('%s (%#)', async (file, content, message) => {
    const { cwd } = await wheelhouse();
    if (content !== undefined) await writeFiles(cwd, { [file]: content, '\u001b[2J.yml': '' });
    const run = await wheelhouseLint([...only, '--lock-file', file, 'wheels'], { cwd });
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain(message);
    expect(run.stderr).toMatch(/^[^\n]+\n$/);
  });
});
