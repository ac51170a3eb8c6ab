import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildWheel } from '../../../fixtures/build-wheel.ts';
import { declareWheel } from '../../../fixtures/declaration.ts';
import { projectAnswer } from '../../../fixtures/pypi-answer.ts';
import { type Outcome, wheelhouseLint } from '../../support/command-line.ts';
import { parseExplanation } from '../../support/explanation.ts';
import { tempFolder, writeAnswers, writeFiles } from '../../support/temp-wheelhouse.ts';

/** Clears the screen, sets the window's title, turns the direction of reading, begins a new line. */
const attack = '\u001b[2J\u001b]0;x\u0007\u202e\u009b1m\n\r::error::x';

async function wheelhouse(): Promise<string> {
  const cwd = await tempFolder();
  const wheel = (filename: string, more: object) => buildWheel(declareWheel({ filename, ...more }));
  const folder = process.platform === 'win32' ? 'wheels' : `wheels ${attack.replaceAll('/', '')}`;
  await writeFiles(cwd, {
    [join('w', folder, 'demo-1.0-py3-none-any.whl')]: await wheel('demo-1.0-py3-none-any.whl', {}),
    'w/demo-3.0-py3-none-any.whl': await wheel('demo-3.0-py3-none-any.whl', { version: `3.0${attack}` }),
    'w/demo-2.0-py3-none-any.whl': await wheel('demo-2.0-py3-none-any.whl', { name: `other${attack}` }),
    [`w/demo-4.0${attack}-py3-none-any.whl`]: 'no wheel',
  });
  const files = [
    { filename: 'demo-5.0-py3-none-any.whl', yanked: `eats data ${attack}` },
    { filename: 'demo-6.0-py3-none-any.whl', requiresPython: `>=4 ${attack}` },
    { filename: `demo-7.0${attack}-py3-none-any.whl` },
    { filename: 'demo-0.9-py3-none-any.whl', url: `https://files.example/${attack}` },
  ];
  await writeAnswers(cwd, new Map([['demo', projectAnswer('demo', files)]]));
  return cwd;
}

function isHarmless({ stdout, stderr }: Outcome): void {
  expect(`${stdout}${stderr}`).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e]|^\s*::/m);
}

const args = ['w', '--index-url=file:answers', '--installer=pip@26.2,uv'];

test.each(['table', 'json'])('%s: text of wheels and indexes obeys nobody', async (format) => {
  const cwd = await wheelhouse();
  const outcome = await wheelhouseLint(['explain', 'demo', '--format', format, ...args], { cwd });
  expect(outcome.status).toBe(0);
  isHarmless(outcome);
});

test('the table shows what it hides, the JSON has it as it is', async () => {
  const cwd = await wheelhouse();
  const table = await wheelhouseLint(['explain', 'demo', ...args], { cwd });
  expect(table.stdout).toContain('it is yanked: eats data \\x1b[2J\\x1b]0;x\\x07\\u202e\\x9b1m\\n\\r');
  expect(table.stdout).toContain('\\x1b[2J');
  const { stdout } = await wheelhouseLint(['explain', 'demo', '--format=json', ...args], { cwd });
  const reasons = parseExplanation(stdout).targets.flatMap(({ candidates }) =>
    candidates.flatMap(({ excluded }) => excluded ?? []),
  );
  expect(reasons).toContain(`it is yanked: eats data ${attack}`);
});

test('what the command line says comes back escaped, wrong or right', async () => {
  const cwd = await wheelhouse();
  const options = ['--no-index', '--installer=uv'];
  const runs = [
    ['demo==1.0; python_version > "\u001b[2J\u202e"', 'w', ...options],
    ['demo==1.0\u001b[2J', 'w', ...options],
    ['demo', `nope${attack}`, ...options],
    ['demo', '-f', `nope${attack}`, ...options],
    ['demo', '--no-index', `--installer=uv:${attack}`],
    ['demo', `--python=${attack}`],
    ['demo', `--index-url=https://x${attack}`],
  ];
  for (const run of runs) {
    const outcome = await wheelhouseLint(['explain', ...run], { cwd });
    expect(`${outcome.stdout}${outcome.stderr}`).toContain('[2J');
    isHarmless(outcome);
  }
});
