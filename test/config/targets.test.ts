import { describe, expect, test } from 'vitest';
import { formatMachine } from '../../src/installer/machine.ts';
import { complaint, loadText } from './load.ts';

const file = 'wheelhouse-lint.toml';

describe('[target]', () => {
  test('by default are the installers of today, in places that the wheels name', async () => {
    const { targets } = await loadText('');
    expect(targets.installers.map(({ id }) => id)).toEqual(['pip@26.2', 'pip@26.3', 'uv']);
    expect(targets.places).toEqual({
      interpreters: undefined,
      machines: undefined,
      glibcMinor: undefined,
      manylinux: true,
    });
  });

  test('has all that the options have', async () => {
    const { targets } = await loadText(`[target]
installers = ["pip@20.2", "uv:unsafe-best-match", "pip@20.2"]
python = ["3.11", "pypy3.10"]
platform = ["linux_x86_64", "manylinux_2_28_aarch64"]
glibc = "2.37"
manylinux = false
`);
    expect(targets.installers.map(({ id }) => id)).toEqual(['pip@20.2', 'uv:unsafe-best-match']);
    expect(targets.places.interpreters?.map(({ minor }) => minor)).toEqual([11, 10]);
    expect(targets.places.machines?.map(formatMachine)).toEqual([
      'manylinux_2_37_x86_64',
      'manylinux_2_28_aarch64',
    ]);
    expect(targets.places.manylinux).toBe(false);
  });

  test('gives way to the command line word by word', async () => {
    const text = '[target]\ninstallers = ["uv"]\npython = ["3.11"]\nglibc = "2.28"\nmanylinux = true\n';
    const { targets } = await loadText(text, {
      pythons: ['3.12'],
      platforms: ['linux_aarch64'],
      manylinux: false,
    });
    expect(targets.installers.map(({ id }) => id)).toEqual(['uv']);
    expect(targets.places.interpreters?.map(({ minor }) => minor)).toEqual([12]);
    expect(targets.places.machines?.map(formatMachine)).toEqual(['manylinux_2_28_aarch64']);
    expect(targets.places.manylinux).toBe(false);
  });

  test.each([
    ['an unknown installer', 'installers = ["pipp"]', "There is no installer 'pipp'. Did you mean 'pip'?"],
    [
      'a Python that is none',
      'python = ["python3"]',
      "'python3' is not a Python: write 3.11, 3.13t for a free-threaded one, or pypy3.11.",
    ],
    ['a number for a Python', 'python = [3.11]', "'target.python.0' has to be a text, not 3.11."],
    ['one Python, not a list', 'python = "3.11"', "'target.python' has to be a list, not '3.11'."],
    ['no Python', 'python = []', "'target.python' does not fit: leave it out for the default."],
    [
      'a machine by the name that others give it',
      'platform = ["linux_arm64"]',
      "There is no machine 'arm64' (in 'linux_arm64'). Python calls it 'aarch64'.",
    ],
    ['a glibc that is none', 'glibc = "3.1"', "'3.1' is not a version of glibc: write 2.37."],
    ['a number for a glibc', 'glibc = 2.37', "'target.glibc' has to be a text, not 2.37."],
    ['a text for true', 'manylinux = "no"', "'target.manylinux' has to be true or false, not 'no'."],
    ['an unknown key', 'pythons = ["3.11"]', "there is no key 'target.pythons'. Did you mean 'python'?"],
  ])('%s', async (_, line, expected) => {
    expect(await complaint(`[target]\n${line}`)).toBe(`${file}: ${expected}`);
  });

  test('what the command line gets wrong is not blamed on the file', async () => {
    expect(await complaint('[target]\npython = ["3.11"]', { pythons: ['2.7'] })).toMatch(
      /^'2\.7' is not a Python/,
    );
    expect(await complaint('', { installers: ['pipp'] })).toMatch(/^There is no installer 'pipp'/);
    expect(await complaint('', { glibc: '3' })).toMatch(/^'3' is not a version of glibc/);
  });

  test('what the file gets wrong is wrong also where the command line says something else', async () => {
    const expected = `${file}: There is no installer 'pipp'. Did you mean 'pip'?`;
    expect(await complaint('[target]\ninstallers = ["pipp"]', { installers: ['uv'] })).toBe(expected);
  });

  test('machines that nobody has heard of may exist', async () => {
    const { targets } = await loadText('[target]\nplatform = ["linux_mips64"]');
    expect(targets.places.machines?.map(formatMachine)).toEqual(['linux_mips64']);
  });
});
