import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { wheelhouseLint } from '../../support/command-line.ts';
import { explainToJson, onlyTarget, orderOf } from '../../support/explanation.ts';
import { startStandInSimple } from '../../support/stand-in-simple.ts';
import { tempFolder, writeFiles, writeWheels } from '../../support/temp-wheelhouse.ts';

const pure = (version: string): string => `demo-${version}-py3-none-any.whl`;
const link = (...versions: string[]): string =>
  versions.map((version) => `<a href="${pure(version)}">${pure(version)}</a>`).join('\n');

let cwd = '';

beforeAll(async () => {
  cwd = await tempFolder();
  await writeWheels(cwd, `a/${pure('1.0')}`, `a/deep/${pure('1.1')}`, `b/${pure('1.0')}`, `b/${pure('2.0')}`);
  await writeFiles(cwd, {
    'pages/links.html': link('1.0', '3.0'),
    'sdists/demo-4.0.tar.gz': '',
    'text/readme.txt': '',
    'text/other-1.0-py3-none-any.whl': '',
  });
});

/** The order of pip 26.2 without an index. */
async function order(...args: string[]): Promise<string[]> {
  const { explanation } = await explainToJson(['demo', '--no-index', '--installer=pip@26.2', ...args], {
    cwd,
  });
  return orderOf(onlyTarget(explanation));
}

describe('paths', () => {
  test('each folder with wheels is a find-links folder; the files of the others are none of it', async () => {
    expect(await order('a', 'b')).toEqual([
      `* b: ${pure('2.0')}`,
      `a/deep: ${pure('1.1')}`,
      `a: ${pure('1.0')}`,
      `= b: ${pure('1.0')}`,
    ]);
  });

  test('a named file counts alone, whatever lies beside it', async () => {
    expect(await order(`b/${pure('1.0')}`)).toEqual([`* b: ${pure('1.0')}`]);
    expect(await order(`b/${pure('1.0')}`, 'a/deep')).toEqual([
      `* a/deep: ${pure('1.1')}`,
      `b: ${pure('1.0')}`,
    ]);
  });

  test('so does each that a glob matches', async () => {
    expect(await order('{a,b}/demo-1*.whl')).toEqual([`* a: ${pure('1.0')}`, `= b: ${pure('1.0')}`]);
  });

  test('a folder that is named twice counts once, as a whole', async () => {
    const whole = [`* b: ${pure('2.0')}`, `b: ${pure('1.0')}`];
    expect(await order(`b/${pure('1.0')}`, 'b', './b', '--find-links', 'b')).toEqual(whole);
    expect(await order('b', `b/${pure('1.0')}`)).toEqual(whole);
    expect(await order(`b/${pure('1.0')}`, `b/${pure('2.0')}`)).toEqual(whole);
  });

  test('a folder that has no wheel is looked into all the same', async () => {
    expect(await order('sdists')).toEqual(['* sdists: demo-4.0.tar.gz']);
  });

  test('without any it is this folder', async () => {
    const { explanation } = await explainToJson(['demo', '--no-index', '--installer=pip@26.2'], {
      cwd: join(cwd, 'b'),
    });
    expect(orderOf(onlyTarget(explanation))).toEqual([`* .: ${pure('2.0')}`, `.: ${pure('1.0')}`]);
    const { stdout } = await wheelhouseLint(['explain', 'demo', '--no-index'], { cwd: join(cwd, 'b') });
    expect(stdout).toContain(`${pure('2.0')}  this folder`);
  });

  test('an empty folder is no wrong usage: there may be an index', async () => {
    await mkdir(join(cwd, 'empty'), { recursive: true });
    const { status, stdout } = await wheelhouseLint(['explain', 'demo', '--no-index', 'empty'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain("  no source has a file of 'demo': nothing can be installed\n");
  });
});

describe('--find-links takes', () => {
  test('a folder, in place of this one, and without the folders below it', async () => {
    expect(await order('--find-links', 'a')).toEqual([`* a: ${pure('1.0')}`]);
  });

  test('a folder beside those that are named', async () => {
    expect(await order('-f', 'a', 'b')).toEqual([
      `* b: ${pure('2.0')}`,
      `a: ${pure('1.0')}`,
      `= b: ${pure('1.0')}`,
    ]);
  });

  test('an HTML page of this machine, which wins ties against folders', async () => {
    const page = pathToFileURL(join(cwd, 'pages/links.html')).href;
    expect(await order('-f', 'pages/links.html', 'a')).toEqual([
      `* ${page}: ${pure('3.0')}`,
      `a/deep: ${pure('1.1')}`,
      `${page}: ${pure('1.0')}`,
      `= a: ${pure('1.0')}`,
    ]);
  });

  test('file: URLs of folders and pages', async () => {
    const url = (path: string): string => pathToFileURL(join(cwd, path)).href;
    expect(await order('-f', url('b'))).toEqual([
      `* ${url('b')}: ${pure('2.0')}`,
      `${url('b')}: ${pure('1.0')}`,
    ]);
    expect(await order('-f', url('pages/links.html'))).toContain(
      `* ${url('pages/links.html')}: ${pure('3.0')}`,
    );
  });

  test('a page on the network', async () => {
    const server = await startStandInSimple({ '/wheels.html': { body: link('1.0', '5.0') } });
    onTestFinished(() => server.close());
    const url = `${server.origin}/wheels.html`;
    expect(await order('-f', url, 'a')).toEqual([
      `* ${url}: ${pure('5.0')}`,
      `a/deep: ${pure('1.1')}`,
      `${url}: ${pure('1.0')}`,
      `= a: ${pure('1.0')}`,
    ]);
    expect(server.paths).toEqual(['/wheels.html']);
  });

  test('a single wheel, as pip does', async () => {
    expect(await order('-f', `b/${pure('1.0')}`)).toEqual([`* b: ${pure('1.0')}`]);
  });
});

test.skipIf(process.platform === 'win32')(
  'a link to a folder is a folder with a path of its own',
  async () => {
    await mkdir(join(cwd, 'links'), { recursive: true });
    await symlink(join(cwd, 'b'), join(cwd, 'links/z'));
    const [winner, , tied] = await order('-f', 'links/z', '-f', 'b');
    expect([winner, tied]).toEqual([`* b: ${pure('2.0')}`, `b: ${pure('1.0')}`]);
  },
);

describe('of two folders', () => {
  test.each([
    ['pip@26.2', 'a'],
    ['pip@20.2', 'b'],
    ['uv', 'a'],
    ['pdm', 'b'],
  ])('%s takes the file of %s, with -f b -f a', async (installer, winner) => {
    const args = ['demo==1.0', '--no-index', '--installer', installer, '-f', 'b', '-f', 'a', '--python=3.9'];
    const { explanation } = await explainToJson(args, { cwd });
    expect(orderOf(onlyTarget(explanation))[0]).toBe(`* ${winner}: ${pure('1.0')}`);
  });
});
