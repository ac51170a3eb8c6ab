import { describe, expect, test } from 'vitest';
import { wheelhouseLint } from '../support/command-line.ts';
import { recordOf, sha256OfNothing } from '../support/declared-record.ts';
import { codesAndWheels, lintToJson } from '../support/json-report.ts';
import { tempWheelhouse, writeFiles } from '../support/temp-wheelhouse.ts';

const demo = 'wheels/demo-1.0-py3-none-any.whl';
const stale = recordOf({ 'demo.py': `demo.py,sha256=${sha256OfNothing.toLowerCase()},0` });
const args = ['--no-index', '--select', 'WHL65,WHL66'];

describe('every byte of every wheel is read', () => {
  test.each([
    ['nobody asks', [], '', []],
    ['--deep asks', ['--deep'], '', [`WHL653 ${demo}`]],
    ['the configuration asks', [], 'deep = true\n', [`WHL653 ${demo}`]],
    ['--no-deep is stronger than the configuration', ['--no-deep'], 'deep = true\n', []],
    ['the preset asks', ['--preset', 'strict'], '', [`WHL653 ${demo}`]],
    ['the configuration is stronger than the preset', ['--preset', 'security'], 'deep = false\n', []],
  ])('or not, where %s', async (_, flags, config, expected) => {
    const cwd = await tempWheelhouse(stale);
    await writeFiles(cwd, { 'wheelhouse-lint.toml': config });
    const { report } = await lintToJson([...args, ...flags, 'wheels'], { cwd });
    expect(codesAndWheels(report)).toEqual(expected);
  });

  test('and the report says what did not run without', async () => {
    const cwd = await tempWheelhouse(stale);
    const { stdout, status } = await wheelhouseLint([...args, 'wheels'], { cwd });
    expect({ stdout, status }).toEqual({
      stdout:
        '✔ No problems in 1 wheel of 1 project.\n  2 rules did not run, because only --deep reads every byte (WHL653 and WHL664)\n',
      status: 0,
    });
  });

  test('which --print-config tells', async () => {
    const cwd = await tempWheelhouse(stale);
    const { stdout } = await wheelhouseLint(['--preset', 'strict', '--print-config'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ preset: 'strict', deep: true });
  });
});
