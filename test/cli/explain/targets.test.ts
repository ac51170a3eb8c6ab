import { beforeAll, describe, expect, test } from 'vitest';
import { wheelhouseLint } from '../../support/command-line.ts';
import { explainToJson } from '../../support/explanation.ts';
import { tempFolder, writeFiles, writeWheels } from '../../support/temp-wheelhouse.ts';

let cwd = '';

beforeAll(async () => {
  cwd = await tempFolder();
  await writeWheels(
    cwd,
    'wheels/demo-1.0-cp39-cp39-linux_x86_64.whl',
    'wheels/demo-2.0-cp311-cp311-linux_x86_64.whl',
    'wheels/demo-2.0-cp312-cp312-win_amd64.whl',
    'wheels/pure-1.0-py3-none-any.whl',
  );
});

/** `installer python platform` of each target. */
async function targets(...args: string[]): Promise<string[]> {
  const { explanation } = await explainToJson([...args, '--no-index', 'wheels'], { cwd });
  return explanation.targets.map(({ installer, python, platform }) => `${installer} ${python} ${platform}`);
}

describe('who is answered for', () => {
  test("today's installers, in the places that the wheels of an asked version are for", async () => {
    expect(await targets('demo==1.0')).toEqual([
      'pip@26.2 3.9 linux_x86_64',
      'pip@26.3 3.9 linux_x86_64',
      'uv 3.9 linux_x86_64',
    ]);
    expect(await targets('demo', '--installer=uv')).toEqual([
      'uv 3.9 win_amd64',
      'uv 3.9 linux_x86_64',
      'uv 3.11 win_amd64',
      'uv 3.11 linux_x86_64',
      'uv 3.12 win_amd64',
      'uv 3.12 linux_x86_64',
    ]);
  });

  test('the places of all wheels, where none has an asked version', async () => {
    expect(await targets('demo==3.0', '--installer=uv', '--platform=linux_x86_64')).toEqual([
      'uv 3.9 linux_x86_64',
      'uv 3.11 linux_x86_64',
      'uv 3.12 linux_x86_64',
    ]);
  });

  test('the usual place, where no tag names any', async () => {
    expect(await targets('pure', '--installer=uv')).toEqual(['uv 3.13 linux_x86_64']);
  });

  test('the words of the command line, each once, with commas or again', async () => {
    const words = ['--installer=pip@26.2,uv', '--installer', 'uv:unsafe-best-match, uv'];
    const places = ['--python=3.11,cp311', '--python=3.13t,pypy3.10', '--platform=musllinux_1_2_aarch64'];
    expect(await targets('demo', ...words, ...places)).toEqual(
      ['3.11', '3.13t', 'pypy3.10'].flatMap((python) =>
        ['pip@26.2', 'uv', 'uv:unsafe-best-match'].map((id) => `${id} ${python} musllinux_1_2_aarch64`),
      ),
    );
  });

  test('--glibc is that of linux_*; a manylinux platform knows its own', async () => {
    const platforms = '--platform=linux_x86_64,manylinux_2_28_aarch64,win_amd64';
    expect(await targets('demo', '--installer=uv', '--python=3.11', '--glibc=2.37', platforms)).toEqual([
      'uv 3.11 manylinux_2_37_x86_64',
      'uv 3.11 manylinux_2_28_aarch64',
      'uv 3.11 win_amd64',
    ]);
    expect(await targets('demo==1.0', '--installer=uv', '--glibc=2.37')).toEqual([
      'uv 3.9 manylinux_2_37_x86_64',
    ]);
  });

  test('the configuration, as far as the command line says nothing', async () => {
    const folder = await tempFolder();
    await writeWheels(folder, 'pure-1.0-py3-none-any.whl');
    await writeFiles(folder, {
      'wheelhouse-lint.toml':
        'index = []\n[target]\ninstallers = ["pdm"]\npython = ["3.10"]\nplatform = ["linux_aarch64"]\nglibc = "2.31"\n',
    });
    const run = async (...args: string[]) => {
      const { explanation } = await explainToJson(['pure', ...args], { cwd: folder });
      return explanation.targets.map(({ installer, python, platform }) => [installer, python, platform]);
    };
    expect(await run()).toEqual([['pdm', '3.10', 'manylinux_2_31_aarch64']]);
    expect(await run('--python=3.12', '--platform=linux_x86_64')).toEqual([
      ['pdm', '3.12', 'manylinux_2_31_x86_64'],
    ]);
    expect(await run('--glibc=2.35', '--installer=uv')).toEqual([['uv', '3.10', 'manylinux_2_35_aarch64']]);
  });
});

test('the table tells places in the words of the options', async () => {
  const args = ['explain', 'pure', 'wheels', '--no-index', '--installer=pip@26.2,uv', '--python=3.11,3.12'];
  const { stdout } = await wheelhouseLint([...args, '--glibc=2.37', '--no-manylinux'], { cwd });
  expect(stdout).toContain(
    '\npip 26.2 and uv · Python 3.11 and 3.12 on linux_x86_64 with glibc 2.37 without manylinux\n',
  );
});

test('an installer that is newer than those that are known is told, in both formats', async () => {
  const args = ['pure', 'wheels', '--no-index', '--installer=pip@99,uv@9.1'];
  const { explanation, status } = await explainToJson(args, { cwd });
  expect(status).toBe(0);
  expect(explanation.notices).toEqual([
    'pip 99 is newer than pip 26.3, the newest that is known: it is taken to choose alike.',
    'uv 9.1 is newer than uv 0.12, the newest that is known: it is taken to choose alike.',
  ]);
  const { stdout } = await wheelhouseLint(['explain', ...args], { cwd });
  expect(stdout).toContain('\nnote: pip 99 is newer than pip 26.3,');
});
