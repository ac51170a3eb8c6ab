import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PageData } from '../../../src/report/html/page-data.ts';
import { wheelhouseLint } from '../../support/command-line.ts';
import { recorded, tempWheelhouse } from '../../support/temp-wheelhouse.ts';

/** The data of the page that a run writes. */
async function pageOf(wheelhouse: string, ...options: string[]): Promise<PageData> {
  const cwd = await tempWheelhouse(wheelhouse);
  const run = await wheelhouseLint(['--exit-zero', '--format', 'html=report.html', ...options, ...recorded], {
    cwd,
  });
  expect(run).toEqual({ status: 0, stdout: '', stderr: '' });
  const text = await readFile(join(cwd, 'report.html'), 'utf8');
  const [, json = ''] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(text) ?? [];
  return JSON.parse(json);
}

const losing = `
[[wheel]]
filename = "demo-1.0-1-cp311-cp311-linux_x86_64.whl"
files = { "demo.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64" }

[[index]]
filename = "demo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl"

[[index]]
filename = "demo-1.0-cp312-cp312-manylinux_2_17_x86_64.whl"

[[index]]
filename = "demo-1.0.tar.gz"

[[index]]
filename = "demo-2.0-cp311-cp311-manylinux_2_17_x86_64.whl"
`;

test('a conflict has the candidates of its version, the winner marked, for each way that installers choose', async () => {
  const { findings, orders, files } = await pageOf(
    losing,
    '--select',
    'outranked',
    '--installer',
    'pip@26.2,pip@26.3',
  );
  expect(findings.map((finding) => finding.orders)).toEqual([[0]]);
  const ladders = orders.map(({ requirement, stack, ladders }) => ({
    requirement,
    stack,
    ladders: ladders.map(({ targets, steps, excluded }) => ({
      targets,
      excluded,
      steps: steps.map(({ rank, file, taken }) => [rank, files[file]?.name, files[file]?.own, taken]),
    })),
  }));
  const mine = 'demo-1.0-1-cp311-cp311-linux_x86_64.whl';
  const theirs = 'demo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl';
  const sdist = [3, 'demo-1.0.tar.gz', undefined, undefined];
  expect(ladders).toEqual([
    {
      requirement: 'demo==1.0',
      stack: null,
      ladders: [
        {
          targets: ['pip 26.2 · Python 3.11 on linux_x86_64'],
          excluded: 1,
          steps: [[1, theirs, undefined, 'installed'], [2, mine, true, undefined], sdist],
        },
        {
          targets: ['pip 26.3 · Python 3.11 on linux_x86_64'],
          excluded: 1,
          steps: [[1, mine, true, 'installed'], [2, theirs, undefined, undefined], sdist],
        },
      ],
    },
  ]);
  expect(orders[0]?.ladders[0]?.steps.map(({ reason }) => reason)).toEqual([
    'manylinux comes before linux_*',
    'manylinux comes before linux_*',
    'is an sdist, which comes behind any wheel',
  ]);
});

test('a finding about one wheel alone has none', async () => {
  const { findings, orders } = await pageOf(`
[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { "demo.so" = "binary: elf x86_64" }
`);
  expect(findings.length).toBeGreaterThan(0);
  expect(orders).toEqual([]);
});

test('of a long order the top and all own files are shown', async () => {
  const index = Array.from(
    { length: 30 },
    (_, build) => `[[index]]\nfilename = "demo-1.0-${build + 2}-py3-none-any.whl"`,
  );
  const { orders, files } = await pageOf(`
[[wheel]]
filename = "demo-1.0-1-py3-none-any.whl"

${index.join('\n\n')}
`);
  const steps = orders[0]?.ladders[0]?.steps ?? [];
  expect(steps.map(({ rank, file }) => [rank, files[file]?.own ?? false])).toEqual([
    [1, false],
    [2, false],
    [3, false],
    [4, false],
    [31, true],
  ]);
});
