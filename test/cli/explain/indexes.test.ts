import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { projectAnswer } from '../../../fixtures/pypi-answer.ts';
import { wheelhouseLint } from '../../support/command-line.ts';
import { explainToJson, onlyTarget, orderOf } from '../../support/explanation.ts';
import { startSimpleIndex } from '../../support/simple-index.ts';
import { startStandIn } from '../../support/stand-in-index.ts';
import { startStandInSimple } from '../../support/stand-in-simple.ts';
import { tempFolder, writeAnswers, writeFiles, writeWheels } from '../../support/temp-wheelhouse.ts';

const pure = (version: string): string => `demo-${version}-py3-none-any.whl`;
const answer = (...versions: string[]) =>
  projectAnswer(
    'demo',
    versions.map((version) => ({ filename: pure(version) })),
  );

/** A folder with one wheel. */
async function wheelhouse(): Promise<string> {
  const cwd = await tempFolder();
  await writeWheels(cwd, `wheels/${pure('1.0')}`);
  return cwd;
}

async function order(cwd: string, installer: string, ...args: string[]): Promise<string[]> {
  const options = ['demo', 'wheels', '--installer', installer, ...args];
  const { explanation } = await explainToJson(options, { cwd });
  return orderOf(onlyTarget(explanation));
}

describe('an index is', () => {
  test('a Simple API', async () => {
    const cwd = await wheelhouse();
    const files = await writeWheels(cwd, `published/${pure('1.0')}`, `published/${pure('1.1')}`);
    const byName = new Map([...files].map(([path, bytes]) => [path.slice('published/'.length), bytes]));
    const server = await startSimpleIndex(new Map([['demo', byName]]));
    onTestFinished(() => server.close());
    const url = server.url.replace(/\/$/, '');
    expect(await order(cwd, 'pip@26.2', '--index-url', server.url)).toEqual([
      `* ${url}: ${pure('1.1')}`,
      `${url}: ${pure('1.0')}`,
      `= wheels: ${pure('1.0')}`,
    ]);
  });

  test("a JSON API like PyPI's", async () => {
    const server = await startStandIn({ demo: { answer: answer('1.0', '1.1') } });
    onTestFinished(() => server.close());
    expect(await order(await wheelhouse(), 'pip@26.2', '--index-url', server.url)).toEqual([
      `* ${server.url}: ${pure('1.1')}`,
      `${server.url}: ${pure('1.0')}`,
      `= wheels: ${pure('1.0')}`,
    ]);
  });

  test('what --index-api says, whatever its URL looks like', async () => {
    const server = await startStandInSimple({ '/pypi/demo/': { body: `<a href="${pure('1.2')}">x</a>` } });
    onTestFinished(() => server.close());
    const args = ['--index-url', `${server.origin}/pypi`, '--index-api', 'simple'];
    expect((await order(await wheelhouse(), 'pip@26.2', ...args))[0]).toBe(
      `* ${server.origin}/pypi: ${pure('1.2')}`,
    );
    expect(server.paths).toEqual(['/pypi/demo/']);
  });

  test('what the configuration says', async () => {
    const server = await startStandInSimple({ '/pypi/demo/': { body: `<a href="${pure('1.2')}">x</a>` } });
    onTestFinished(() => server.close());
    const cwd = await wheelhouse();
    const config = `[[index]]\nurl = "${server.origin}/pypi"\napi = "simple"\n`;
    await writeFiles(cwd, { 'wheelhouse-lint.toml': config });
    expect((await order(cwd, 'pip@26.2'))[0]).toBe(`* ${server.origin}/pypi: ${pure('1.2')}`);
  });
});

describe('several indexes', () => {
  async function indexes(): Promise<{ cwd: string; args: string[]; url: (name: string) => string }> {
    const cwd = await wheelhouse();
    for (const name of ['main', 'extra', 'more']) {
      await writeFiles(cwd, { [`${name}/demo.json`]: JSON.stringify(answer('1.0')) });
    }
    const args = ['--index-url=file:main', '--extra-index-url=file:extra', '--extra-index-url=file:more'];
    return { cwd, args, url: (name) => pathToFileURL(join(cwd, name)).href };
  }

  test('pip takes the file of the last one in a tie', async () => {
    const { cwd, args, url } = await indexes();
    expect(await order(cwd, 'pip@26.2', ...args)).toEqual([
      `* ${url('more')}: ${pure('1.0')}`,
      `= ${url('extra')}: ${pure('1.0')}`,
      `= ${url('main')}: ${pure('1.0')}`,
      `= wheels: ${pure('1.0')}`,
    ]);
  });

  test('uv looks into the first only, --index-url being the last', async () => {
    const { cwd, args, url } = await indexes();
    const { explanation } = await explainToJson(['demo', 'wheels', '--installer=uv', ...args], { cwd });
    const target = onlyTarget(explanation);
    expect(orderOf(target)).toEqual([`* wheels: ${pure('1.0')}`, `= ${url('extra')}: ${pure('1.0')}`]);
    const out = target.candidates.filter(({ rank }) => rank === null);
    expect(out.map(({ source, excluded }) => [source, excluded])).toEqual(
      ['main', 'more'].map((name) => [
        url(name),
        `uv stops at the first index that has the project, ${url('extra')}`,
      ]),
    );
  });

  test('--no-index asks none of them', async () => {
    const { cwd, args } = await indexes();
    expect(await order(cwd, 'pip@26.2', '--no-index', ...args)).toEqual([`* wheels: ${pure('1.0')}`]);
  });
});

test('the table shows an index on this machine as it is typed', async () => {
  const cwd = await wheelhouse();
  await writeAnswers(cwd, new Map([['demo', answer('1.0')]]));
  const { stdout } = await wheelhouseLint(['explain', 'demo', 'wheels', '--index-url=file:answers'], { cwd });
  expect(stdout).toContain(`  ✔ 1  ${pure('1.0')}  file:answers\n`);
});

test('--offline leaves out what is asked over the network, and says so', async () => {
  const cwd = await wheelhouse();
  await writeAnswers(cwd, new Map([['demo', answer('1.0')]]));
  const args = [
    '--offline',
    '--index-url=https://user:secret@index.invalid/simple',
    '--extra-index-url=file:answers',
    '--find-links=https://links.invalid/wheels.html',
  ];
  const { explanation, status } = await explainToJson(['demo', 'wheels', '--installer=pip@26.2', ...args], {
    cwd,
  });
  expect(status).toBe(0);
  expect(orderOf(onlyTarget(explanation))).toHaveLength(2);
  expect(explanation.notices).toEqual([
    'Not asked, because of --offline: https://links.invalid/wheels.html and https://index.invalid/simple.',
  ]);
  expect(explanation.unchecked).toEqual([]);
});
