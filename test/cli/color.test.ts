import { beforeAll, describe, expect, test } from 'vitest';
import { wantsColor } from '../../src/cli/color.ts';
import { wheelhouseLint } from '../support/command-line.ts';
import { tempFolder, writeWheels } from '../support/temp-wheelhouse.ts';

let cwd = '';

beforeAll(async () => {
  cwd = await tempFolder();
  await writeWheels(cwd, 'folder/demo-1.0-py3-none-any.whl', 'always/other-1.0-py3-none-any.whl');
});

async function isColored(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout } = await wheelhouseLint(['--no-config', '--offline', ...args], { cwd, env });
  expect(status).toBe(0);
  return stdout.includes('\u001b[');
}

describe('where standard output is no terminal', () => {
  test.each<[string, boolean, string[], Record<string, string>]>([
    ['none by default', false, ['folder'], {}],
    ['--color', true, ['--color', 'folder'], {}],
    ['--color=always', true, ['--color=always', 'folder'], {}],
    ['--color=auto', false, ['--color=auto', 'folder'], {}],
    ['--color=never', false, ['--color=never', 'folder'], { FORCE_COLOR: '1' }],
    ['--no-color', false, ['--no-color', 'folder'], { FORCE_COLOR: '1' }],
    ['FORCE_COLOR', true, ['folder'], { FORCE_COLOR: '1' }],
    ['FORCE_COLOR, empty', true, ['folder'], { FORCE_COLOR: '' }],
    ['FORCE_COLOR=0', false, ['folder'], { FORCE_COLOR: '0' }],
    ['FORCE_COLOR before NO_COLOR', true, ['folder'], { FORCE_COLOR: '1', NO_COLOR: '1' }],
    ['--color before NO_COLOR', true, ['--color', 'folder'], { NO_COLOR: '1' }],
    ['NO_COLOR', false, ['folder'], { NO_COLOR: '1' }],
  ])('%s: %s', async (_, expected, args, env) => {
    expect(await isColored(args, env)).toBe(expected);
  });
});

test('a terminal gets colours, but for NO_COLOR and a dumb one', () => {
  expect(wantsColor('auto', true, {})).toBe(true);
  expect(wantsColor('auto', true, { NO_COLOR: '' })).toBe(true);
  expect(wantsColor('auto', true, { NO_COLOR: '1' })).toBe(false);
  expect(wantsColor('auto', true, { TERM: 'dumb' })).toBe(false);
  expect(wantsColor('never', true, {})).toBe(false);
});

test.each(['folder', 'always'])('--color does not take the folder %s for its choice', async (folder) => {
  const args = ['--no-config', '--offline', '--color', folder];
  const { status, stdout } = await wheelhouseLint(args, { cwd });
  expect(status).toBe(0);
  expect(stdout).toContain('1 wheel of 1 project');
});

test('behind -- it is a path', async () => {
  const { status, stderr } = await wheelhouseLint(['--offline', '--', '--color'], { cwd });
  expect({ status, stderr }).toEqual({ status: 2, stderr: "There is no file or folder '--color'.\n" });
});
