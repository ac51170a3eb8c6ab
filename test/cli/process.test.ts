import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram, sourceMain, wheelhouseLint } from '../support/command-line.ts';
import { tempFolder, writeFiles } from '../support/temp-wheelhouse.ts';

/** A wheelhouse whose report is longer than what a pipe holds. */
async function longReport(): Promise<string> {
  const cwd = await tempFolder();
  const names = Array.from({ length: 600 }, (_, number) => [
    `long-name-${'x'.repeat(100)}-${number}.whl`,
    '',
  ]);
  await writeFiles(cwd, Object.fromEntries(names));
  return cwd;
}

describe.skipIf(process.platform === 'win32')('a reader that goes away', () => {
  test.each(['stylish', 'json', 'sarif'])('does no harm to a %s report', async (format) => {
    const cwd = await longReport();
    const command = `"${process.execPath}" "${sourceMain}" --no-config --offline --format ${format} .`;
    const script = `{ ${command}; echo "status $?" >&2; } | head -n 1`;
    const { stdout, stderr } = await runProgram('sh', ['-c', script], { cwd });
    expect(stdout.split('\n')).toHaveLength(2);
    expect(stderr).toBe('status 1\n');
  });

  test('before the first byte does none either', async () => {
    const cwd = await longReport();
    const command = `"${process.execPath}" "${sourceMain}" --no-config --offline .`;
    const { stderr } = await runProgram('sh', ['-c', `{ ${command}; echo "status $?" >&2; } | true`], {
      cwd,
    });
    expect(stderr).toBe('status 1\n');
  });

  test.skipIf(!existsSync('/dev/full'))(
    'a standard output that is full is told, not passed over',
    async () => {
      const cwd = await longReport();
      const command = `"${process.execPath}" "${sourceMain}" --no-config --offline . > /dev/full`;
      const { status, stderr } = await runProgram('sh', ['-c', command], { cwd });
      expect(status).toBe(2);
      expect(stderr).toMatch(/^Standard output cannot be written: ENOSPC[^\n]*\n$/);
    },
  );
});

describe('a Node.js that is too old', () => {
  test.each(['18.20.8', '20.19.0', '22.18.0'])('%s: one clear line, status 2', async (version) => {
    const code = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
    const nodeFlags = ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
    const run = await wheelhouseLint(['--version'], { cwd: import.meta.dirname, nodeFlags });
    const line = `wheelhouse-lint needs Node.js 22.19 or newer, and this is ${version}: run it with a newer Node.js.\n`;
    expect(run).toEqual({ status: 2, stdout: '', stderr: line });
  });
});

test('a working directory that is gone: one line, status 2', async () => {
  const cwd = await tempFolder();
  await writeFiles(cwd, { 'gone/x': '' });
  const command = `cd gone && rm -r ../gone && "${process.execPath}" "${sourceMain}" --offline .`;
  const { status, stderr } = await runProgram('sh', ['-c', command], { cwd });
  expect(status).toBe(2);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr.trim().split('\n').at(-1)).toBe('The working directory does not exist any more.');
  await rm(join(cwd, 'gone'), { recursive: true, force: true });
});
