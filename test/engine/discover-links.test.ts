import { chmod, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discover } from '../../src/engine/discover.ts';
import { wheelhouseLint } from '../support/command-line.ts';
import { lintToJson } from '../support/json-report.ts';
import { tempFolder, writeFiles, writeWheels } from '../support/temp-wheelhouse.ts';

async function found(paths: readonly string[], folder: string): Promise<string[]> {
  return (await discover(paths, folder)).locations.map(({ display }) => display);
}

describe('links', () => {
  test('to folders are followed; one that leads into a circle ends', async () => {
    const folder = await tempFolder();
    await writeFiles(folder, { 'real/one.whl': '' });
    // Two of them: without knowing the folder again this would be 2^40 paths.
    for (const name of ['up', 'up-again']) await symlink('..', join(folder, 'real', name));
    await symlink('self', join(folder, 'real/self'));
    expect(await found(['.'], folder)).toEqual(['real/one.whl']);
  });

  test('a folder that is linked twice is walked once, under its real path where that is walked too', async () => {
    const folder = await tempFolder();
    await writeFiles(folder, { 'house/z/one.whl': '', 'house/a/keep.whl': '', 'far/two.whl': '' });
    await symlink('../z', join(folder, 'house/a/to-z'));
    await symlink('../far', join(folder, 'house/first'));
    await symlink('../far', join(folder, 'house/second'));
    expect(await found(['house'], folder)).toEqual([
      'house/a/keep.whl',
      'house/first/two.whl',
      'house/z/one.whl',
    ]);
  });

  test('to folders whose names are passed over are passed over', async () => {
    const folder = await tempFolder();
    await writeFiles(folder, { 'far/one.whl': '', 'house/two.whl': '' });
    await symlink('../far', join(folder, 'house/.far'));
    expect(await found(['house'], folder)).toEqual(['house/two.whl']);
  });

  test('to files count under their own names', async () => {
    const folder = await tempFolder();
    await writeFiles(folder, { 'store/blob': '', 'house/real.whl': '' });
    await symlink('../store/blob', join(folder, 'house/linked.whl'));
    await symlink('../store/blob', join(folder, 'house/other'));
    expect(await found(['house'], folder)).toEqual(['house/linked.whl', 'house/real.whl']);
  });

  test('to nothing, and in a circle, are found: reading them is what fails', async () => {
    const folder = await tempFolder();
    await symlink('gone', join(folder, 'one.whl'));
    await symlink('two.whl', join(folder, 'two.whl'));
    expect(await found(['.'], folder)).toEqual(['one.whl', 'two.whl']);
    expect(await found(['one.whl', 'two.whl'], folder)).toEqual(['one.whl', 'two.whl']);
  });
});

test('a folder with the name of a wheel is no folder of wheels', async () => {
  const folder = await tempFolder();
  await writeFiles(folder, {
    'demo-1.0-py3-none-any.whl/METADATA': '',
    'demo-1.0-py3-none-any.whl/x.whl': '',
  });
  await symlink('demo-1.0-py3-none-any.whl', join(folder, 'demo-1.1-py3-none-any.whl'));
  expect(await found(['.'], folder)).toEqual(['demo-1.0-py3-none-any.whl', 'demo-1.1-py3-none-any.whl']);
});

// Modes mean nothing to root, so root runs it as nobody, if nobody may read what it takes.
const nobody = process.getuid?.() === 0 ? { uid: 65534 } : {};
const canRun = (await wheelhouseLint(['--version'], { cwd: '/', ...nobody })).status === 0;

test.skipIf(!canRun)(
  'a folder that may not be listed makes the run incomplete, and says why (skipped where nobody may not run it)',
  async () => {
    const cwd = await tempFolder();
    await chmod(cwd, 0o755);
    await writeWheels(cwd, 'open/demo-1.0-py3-none-any.whl', 'closed/demo-1.1-py3-none-any.whl');
    await chmod(join(cwd, 'closed'), 0);
    const { report, status, stderr } = await lintToJson(['--offline', '.'], {
      cwd,
      ...nobody,
    });
    await chmod(join(cwd, 'closed'), 0o755);
    expect(stderr).toBe('');
    expect(status).toBe(3);
    expect(report.unchecked).toEqual([{ project: null, source: 'closed', reason: 'permission denied' }]);
    expect(report.summary).toMatchObject({ wheels: 1, unchecked: 1 });
  },
);

test('a working directory that somebody removed is one clear line', async () => {
  const cwd = await tempFolder();
  const gone = join(cwd, 'gone');
  await mkdir(gone);
  // Node itself could not start there.
  const path = JSON.stringify(gone);
  const remove = `data:text/javascript,process.chdir(${path}); (await import('node:fs')).rmdirSync(${path});`;
  const outcome = await wheelhouseLint(['--offline', '.'], { cwd, nodeFlags: ['--import', remove] });
  expect(outcome).toEqual({
    status: 2,
    stdout: '',
    stderr: 'The working directory does not exist any more.\n',
  });
});
