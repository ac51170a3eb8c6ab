import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { tempFolder, writeWheels } from '../../support/temp-wheelhouse.ts';

const version = spawnSync('python3', ['-m', 'pip', '--version'], { encoding: 'utf8' });
const isMissing = version.status !== 0;
if (isMissing)
  console.warn('What pip does with odd data folders is not checked: python3 -m pip does not run.');

/** What pip says at the end of installing a wheel with these members, and where it put them. */
async function install(files: Readonly<Record<string, string>>) {
  const folder = await tempFolder();
  const filename = 'demo-1.0-py3-none-any.whl';
  await writeWheels(folder, { filename, files });
  const target = join(folder, 'prefix');
  const args = ['-m', 'pip', 'install', '--no-deps', '--no-index', '--ignore-installed', '--prefix', target];
  const said = await promisify(execFile)('python3', [...args, '--no-compile', join(folder, filename)]).then(
    ({ stdout }) => stdout,
    (error: { stderr: string }) => error.stderr,
  );
  return { said, target };
}

describe.skipIf(isMissing)(`beside ${version.stdout.trim()}`, { timeout: 60_000 }, () => {
  test.each([
    ['an unknown scheme', 'demo-1.0.data/etc/demo.conf', 'Unknown scheme key'],
    ['a file without a scheme', 'demo-1.0.data/README', 'Unexpected file'],
  ])('%s is refused', async (_, path, reason) => {
    const { said } = await install({ 'demo.py': '', [path]: 'x' });
    expect(said).toContain(reason);
  });

  test('a data folder of another name is spread, a folder in scripts installed', async () => {
    const { said, target } = await install({ 'other-1.0.data/scripts/a/b': 'x' });
    expect(said).toContain('Successfully installed');
    expect(existsSync(join(target, 'bin', 'a', 'b'))).toBe(true);
  });

  test('data goes to the root of the environment', async () => {
    const { target } = await install({ 'demo-1.0.data/data/README.md': '# Demo' });
    expect(readFileSync(join(target, 'README.md'), 'utf8')).toBe('# Demo');
  });
});
