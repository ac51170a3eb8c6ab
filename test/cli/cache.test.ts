import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { projectAnswer } from '../../fixtures/pypi-answer.ts';
import { wheelhouseLint } from '../support/command-line.ts';
import { explainToJson } from '../support/explanation.ts';
import { codesAndWheels, lintToJson } from '../support/json-report.ts';
import { type StandInIndex, startStandIn } from '../support/stand-in-index.ts';
import { startStandInSimple } from '../support/stand-in-simple.ts';
import { tempFolder, writeWheels } from '../support/temp-wheelhouse.ts';

const six = 'six-1.17.0-py2.py3-none-any.whl';
const own = 'own-1.0-py3-none-any.whl';
const listed = projectAnswer('six', [{ filename: six, sha256: 'b'.repeat(64), size: 1 }]);
const OFFLINE = 'not in the cache, and --offline asks nothing';

interface Scene {
  readonly cwd: string;
  readonly server: StandInIndex;
  readonly args: readonly string[];
}

/** A wheelhouse, an index that lists one of its projects, and a folder for the cache. */
async function scene(): Promise<Scene> {
  const cwd = await tempFolder();
  await writeWheels(cwd, `wheels/${six}`, `wheels/${own}`);
  const headers = { 'cache-control': 'max-age=600', etag: '"one"' };
  const server = await startStandIn({ six: { answer: listed, headers }, own: { headers } });
  onTestFinished(() => server.close());
  return { cwd, server, args: ['--no-config', '--index-url', server.url, '--cache-dir', 'kept'] };
}

test('the second run says the same, and asks nothing', async () => {
  const { cwd, server, args } = await scene();
  const first = await lintToJson([...args, 'wheels'], { cwd });
  expect(first.stderr).toBe('');
  expect(codesAndWheels(first.report)).toContain(`WHL101 wheels/${six}`);
  expect(server.requests).toHaveLength(2);
  expect(await lintToJson([...args, 'wheels'], { cwd })).toEqual(first);
  const explained = await explainToJson(['six', 'wheels', ...args], { cwd });
  expect(explained.explanation.unchecked).toEqual([]);
  expect(server.requests).toHaveLength(2);
});

test('WHEELHOUSE_LINT_CACHE_DIR names the folder, --cache-dir another; without either, it is where caches lie', async () => {
  const { cwd, args } = await scene();
  const base = args.slice(0, 3);
  const env = { WHEELHOUSE_LINT_CACHE_DIR: join(cwd, 'named'), XDG_CACHE_HOME: join(cwd, 'system') };
  await wheelhouseLint([...base, 'wheels'], { cwd, env });
  await wheelhouseLint([...args, 'wheels'], { cwd, env });
  await wheelhouseLint([...base, 'wheels'], { cwd, env: { ...env, WHEELHOUSE_LINT_CACHE_DIR: '' } });
  for (const folder of ['named', 'kept', 'system/wheelhouse-lint']) {
    expect(await readdir(join(cwd, folder))).toEqual(['answers-2.sqlite']);
  }
});

test('--no-cache keeps nothing and uses nothing; --max-age 0 asks whether all still holds', async () => {
  const { cwd, server, args } = await scene();
  await wheelhouseLint([...args, '--no-cache', 'wheels'], { cwd });
  expect(await readdir(cwd)).toEqual(['wheels']);
  await wheelhouseLint([...args, 'wheels'], { cwd });
  await wheelhouseLint([...args, '--no-cache', 'wheels'], { cwd });
  expect(server.requests).toHaveLength(6);
  await wheelhouseLint([...args, '--max-age', '0', 'wheels'], { cwd });
  const conditions = server.requests.map(({ headers }) => headers['if-none-match']);
  expect(conditions.slice(0, 6)).toEqual(Array(6).fill(undefined));
  expect(conditions.slice(6)).toContain('"one"');
});

test.each(['-1', '1.5', '31536001', 'day'])('--max-age %s is refused', async (value) => {
  const cwd = await tempFolder();
  const { status, stderr } = await wheelhouseLint([`--max-age=${value}`], { cwd });
  expect(status).toBe(2);
  expect(stderr).toContain('It is a whole number of seconds, from 0 to 31536000.');
});

test('a broken cache is made anew without a word', async () => {
  const { cwd, server, args } = await scene();
  const first = await lintToJson([...args, 'wheels'], { cwd });
  await writeFile(join(cwd, 'kept/answers-2.sqlite'), 'garbage'.repeat(10_000));
  for (let time = 0; time < 2; time += 1) {
    expect(await lintToJson([...args, 'wheels'], { cwd })).toEqual(first);
  }
  expect(server.requests).toHaveLength(4);
});

test('a cache that cannot be used is said once, and changes nothing else', async () => {
  const { cwd, args } = await scene();
  const first = await lintToJson([...args, '--no-cache', 'wheels'], { cwd });
  await writeFile(join(cwd, 'kept'), '');
  const { report, status, stderr } = await lintToJson([...args, 'wheels'], { cwd });
  expect({ report, status }).toEqual({ report: first.report, status: first.status });
  expect(stderr).toMatch(/^note: The cache cannot be used, so no answers are kept: E[A-Z]+: .*\.\n$/);
  const { explanation } = await explainToJson(['six', 'wheels', ...args], { cwd });
  expect(explanation.notices).toContainEqual(expect.stringMatching(/^The cache cannot be used/));
});

describe('--offline', () => {
  test('answers from the cache; what is not in it is unchecked', async () => {
    const { cwd, server, args } = await scene();
    const online = await lintToJson([...args, 'wheels'], { cwd });
    await server.close();
    expect(await lintToJson([...args, '--offline', 'wheels'], { cwd })).toEqual(online);
    await writeWheels(cwd, 'wheels/new-1.0-py3-none-any.whl');
    const { report, status, stderr } = await lintToJson([...args, '--offline', 'wheels'], { cwd });
    expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
    expect(report.unchecked).toEqual([{ project: 'new', source: server.url, reason: OFFLINE }]);
    expect(codesAndWheels(report)).toContain(`WHL101 wheels/${six}`);
  });

  test('leaves out an index of which nothing is kept, and says so', async () => {
    const { cwd, args } = await scene();
    await wheelhouseLint([...args, 'wheels'], { cwd });
    const other = ['--extra-index-url', 'https://user:secret@other.invalid/simple'];
    const { report, stderr } = await lintToJson([...args, ...other, '--offline', 'wheels'], { cwd });
    expect(stderr).toBe('note: Not asked, because of --offline: https://other.invalid/simple.\n');
    expect(report.unchecked).toEqual([]);
  });

  test('asks no index at all where there is no cache: the rules that need one are not run', async () => {
    const { cwd, args } = await scene();
    for (const more of [[], ['--no-cache']]) {
      const { status, stdout, stderr } = await wheelhouseLint([...args, ...more, '--offline', 'wheels'], {
        cwd,
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toContain('did not run, because no index was asked');
    }
    expect(await readdir(cwd)).toEqual(['wheels']);
  });

  test('answers for pages of links as well', async () => {
    const cwd = await tempFolder();
    await writeWheels(cwd, `wheels/${six}`);
    const server = await startStandInSimple({ '/w/': { body: '<a href="six-2.0-py3-none-any.whl">x</a>' } });
    onTestFinished(() => server.close());
    const page = `${server.origin}/w/`;
    const args = ['six', 'wheels', '--no-config', '--no-index', '--find-links', page, '--cache-dir', 'kept'];
    const left = await explainToJson([...args, '--offline'], { cwd });
    expect(left.explanation.notices).toEqual([`Not asked, because of --offline: ${page}.`]);
    const online = await explainToJson(args, { cwd });
    expect(JSON.stringify(online.explanation)).toContain('six-2.0-py3-none-any.whl');
    expect((await explainToJson([...args, '--offline'], { cwd })).explanation).toEqual(online.explanation);
    expect(server.paths).toEqual(['/w/']);
  });
});
