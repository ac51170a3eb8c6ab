import { beforeAll, describe, expect, test } from 'vitest';
import brokenArchive from '../../../rules/broken-archive.ts';
import { brokenKinds, writeBrokenWheels } from '../../support/broken-wheels.ts';
import { wheelhouseLint } from '../../support/command-line.ts';
import { type JsonReport, lintToJson } from '../../support/json-report.ts';
import { tempFolder, writeWheels } from '../../support/temp-wheelhouse.ts';

const good = Array.from({ length: 200 }, (_, number) => ({
  filename: `good_${number}-1.${number}-py3-none-any.whl`,
  folder: `part${number % 3}`,
  files: { [`good_${number}.py`]: `number = ${number}\n` },
}));

// Windows has no named pipes in folders.
describe.skipIf(process.platform === 'win32')('200 good wheels and one of every broken kind', () => {
  let cwd: string;
  let report: JsonReport;
  let status: number | null;

  beforeAll(async () => {
    cwd = await tempFolder();
    await writeWheels(cwd, ...good);
    await writeBrokenWheels(cwd);
    ({ report, status } = await lintToJson(['--no-config', '--offline', '.'], { cwd }));
  });

  test('the run ends with status 1 and counts every wheel', () => {
    expect(status).toBe(1);
    expect(report.summary).toMatchObject({ wheels: 200 + brokenKinds.size, unchecked: 0 });
  });

  test.each([...brokenKinds])('%s is reported as what it is: %s', (wheel, kind) => {
    const own = report.findings.filter((finding) => finding.wheel === wheel);
    expect(own).toHaveLength(1);
    const template = brokenArchive.messages[kind] ?? '';
    const start = template.slice(0, template.search(/'\{|$/));
    expect(own[0]).toMatchObject({ code: 'WHL601', severity: 'error' });
    expect(own[0]?.message.startsWith(start)).toBe(true);
  });

  test('every kind that the rule knows is among them', () => {
    expect(Object.keys(brokenArchive.messages).sort()).toEqual([...new Set(brokenKinds.values())].sort());
  });

  test('no good wheel has a finding', () => {
    expect(report.findings.map(({ wheel }) => wheel).filter((wheel) => wheel.includes('good_'))).toEqual([]);
  });

  test('a broken rule for people: one line a wheel, nothing of a stack, nothing on standard error', async () => {
    const run = await wheelhouseLint(['--no-config', '--offline', '--color=never', '.'], { cwd });
    expect(run.stderr).toBe('');
    expect(run.stdout).not.toMatch(/^\s+at |Error:|undefined|\[object/m);
    expect(run.stdout).toContain(`✖ ${brokenKinds.size} problems (${brokenKinds.size} errors, 0 warnings)`);
  });
});

test('a folder called x.whl that is named itself is walked', async () => {
  const cwd = await tempFolder();
  await writeWheels(cwd, { filename: 'demo-1.0-py3-none-any.whl', folder: 'x.whl' });
  const { report, status } = await lintToJson(['--no-config', '--offline', 'x.whl'], { cwd });
  expect(status).toBe(0);
  expect(report.summary).toMatchObject({ wheels: 1, errors: 0 });
});
