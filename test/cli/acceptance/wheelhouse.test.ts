import { expect, test } from 'vitest';
import { codesAndWheels, lintToJson } from '../../support/json-report.ts';
import { recorded, tempWheelhouse } from '../../support/temp-wheelhouse.ts';

const any = 'demo-1.0-py3-none-any.whl';
const house = `
[[wheel]]
filename = "${any}"
folder = "open"
mode = 0o600
requires = ["solver>=2", "listed", "gone"]
[[folder]]
name = "open"
files = ["solver-2.0-py3-none-any.whl.part", "build.log", "README.md"]
[[wheel]]
filename = "solver-1.0-py3-none-any.whl"
folder = "closed"
mode = 0o600
[[folder]]
name = "closed"
mode = 0o700
[[index]]
filename = "listed-1.0-py3-none-any.whl"
`;

test.skipIf(process.platform === 'win32')(
  'what lies beside wheels, who may read them, and what they lack',
  async () => {
    const cwd = await tempWheelhouse(house);
    const rule = ['--rule', 'unsatisfied-requirement=warning', '--select', 'WHL203,WHL204,WHL205'];
    const { report } = await lintToJson([...recorded, ...rule], { cwd });
    expect(codesAndWheels(report)).toEqual([
      'WHL203 wheels/open/build.log',
      `WHL204 wheels/open/${any}`,
      `WHL205 wheels/open/${any}`,
      `WHL205 wheels/open/${any}`,
      'WHL203 wheels/open/solver-2.0-py3-none-any.whl.part',
    ]);
    expect(report.findings.map(({ project }) => project)).toEqual([null, 'demo', 'demo', 'demo', null]);
    expect(report.summary).toMatchObject({ wheels: 2, projects: 2, unchecked: 0 });
  },
);

test('single wheels are linted without what lies beside them', async () => {
  const cwd = await tempWheelhouse(house);
  const { report } = await lintToJson(
    ['--index-url', 'file:answers', `wheels/open/${any}`, '--select', 'WHL203'],
    { cwd },
  );
  expect(report.findings).toEqual([]);
});
