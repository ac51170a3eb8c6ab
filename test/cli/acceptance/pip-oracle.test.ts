import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, type onTestFinished, test } from 'vitest';
import { buildWheel } from '../../../fixtures/build-wheel.ts';
import { declareWheel } from '../../../fixtures/declaration.ts';
import { projectAnswer } from '../../../fixtures/pypi-answer.ts';
import { runProgram } from '../../support/command-line.ts';
import { lintToJson } from '../../support/json-report.ts';
import { startSimpleIndex } from '../../support/simple-index.ts';
import { tempFolder, writeAnswers, writeWheels } from '../../support/temp-wheelhouse.ts';

const pip = await runProgram('python3', ['-m', 'pip', '--version'], { cwd: process.cwd() });
if (pip.status !== 0)
  console.log(`What pip does is not compared, because there is none: ${pip.stderr.trim()}`);

type Input = Parameters<typeof declareWheel>[0];

const index = (filename: string): Input => ({ filename, files: { 'on_index.py': '' } });
const local = (filename: string, more: Partial<Input> = {}): Input => ({
  filename,
  files: { 'in_folder.py': '' },
  ...more,
});

const reportSchema = v.object({
  install: v.tuple([v.object({ download_info: v.object({ url: v.pipe(v.string(), v.url()) }) })]),
});

/** A folder of wheels, an index, what pip takes of both, and what this program says of the folder. */
async function outcomeOf(
  inFolder: Input,
  onIndex: Input,
  whenFinished: typeof onTestFinished,
): Promise<{ taken: string; said: string[] }> {
  const cwd = await tempFolder();
  await mkdir(join(cwd, 'wheels'));
  const own = await writeWheels(join(cwd, 'wheels'), inFolder);
  const bytes = await buildWheel(declareWheel(onIndex));
  const file = { filename: onIndex.filename, size: bytes.length, sha256: 'a'.repeat(64) };
  await writeAnswers(cwd, new Map([['demo', projectAnswer('demo', [file])]]));
  const server = await startSimpleIndex(new Map([['demo', new Map([[onIndex.filename, bytes]])]]));
  whenFinished(() => server.close());

  const options = '--dry-run --ignore-installed --no-deps --quiet --report - --no-cache-dir'.split(' ');
  const sources = ['--index-url', server.url, '--find-links', 'wheels', '--disable-pip-version-check'];
  const run = await runProgram('python3', ['-m', 'pip', 'install', ...options, ...sources, 'demo'], {
    cwd,
    env: { PIP_CONFIG_FILE: '/dev/null', PIP_BREAK_SYSTEM_PACKAGES: '1', no_proxy: '127.0.0.1' },
  });
  expect(run.status, run.stderr).toBe(0);
  const { url } = v.parse(reportSchema, JSON.parse(run.stdout)).install[0].download_info;
  expect(own.size).toBe(1);

  const { report } = await lintToJson(['--no-config', '--index-url', 'file:answers', 'wheels'], { cwd });
  const name = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
  return {
    taken: `${url.startsWith('file:') ? 'folder' : 'index'}: ${name}`,
    said: report.findings.map(({ code }) => code),
  };
}

const plain = 'demo-1.0-py3-none-any.whl';
const labelled = 'demo-1.0+mysite-py3-none-any.whl';

const cases: [string, Input, Input, string, string[]][] = [
  ['same file name: the index wins', local(plain), index(plain), `index: ${plain}`, ['WHL101', 'WHL302']],
  [
    'another spelling of the version: the index wins the tie',
    local(plain),
    index('demo-1.0.0-py3-none-any.whl'),
    'index: demo-1.0.0-py3-none-any.whl',
    ['WHL102', 'WHL302'],
  ],
  [
    'another spelling of the build tag: the index wins the tie',
    local('demo-1.0-01-py3-none-any.whl'),
    index('demo-1.0-1-py3-none-any.whl'),
    'index: demo-1.0-1-py3-none-any.whl',
    ['WHL102', 'WHL302'],
  ],
  ['a label: the folder wins', local(labelled), index(plain), `folder: ${labelled}`, []],
  [
    'a label in the file name only: the file is discarded, the index wins',
    local(labelled, { version: '1.0' }),
    index(plain),
    `index: ${plain}`,
    ['WHL304'],
  ],
  [
    'a dash in the label: the file is passed over, the index wins',
    local('demo-2.0+my-site-py3-none-any.whl'),
    index(plain),
    `index: ${plain}`,
    ['WHL301'],
  ],
  [
    'a newer version: the folder wins',
    local('demo-1.1-py3-none-any.whl'),
    index(plain),
    'folder: demo-1.1-py3-none-any.whl',
    [],
  ],
];

describe.skipIf(pip.status !== 0)('pip does what the findings say', () => {
  test.concurrent.for(cases)('%s', async ([, inFolder, onIndex, taken, said], context) => {
    expect(await outcomeOf(inFolder, onIndex, context.onTestFinished)).toEqual({ taken, said });
  });
});
