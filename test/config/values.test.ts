import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { lintToJson } from '../support/json-report.ts';
import { tempFolder, writeFiles, writeWheels } from '../support/temp-wheelhouse.ts';
import { load, loadText, urlsOf } from './load.ts';

let folder = '';

beforeAll(async () => {
  folder = await tempFolder();
  await writeFiles(folder, {
    'site/wheelhouse-lint.toml': `
[[index]]
url = "file:answers"
[[index]]
url = "https://index.example/pypi"

[[ignore]]
rule = "metadata-mismatch"
wheel = "wheels/one/*.whl"
reason = "accepted"
`,
  });
  await writeWheels(
    join(folder, 'site/wheels'),
    { filename: 'a-1-py3-none-any.whl', folder: 'one', version: '2' },
    { filename: 'b-1-py3-none-any.whl', folder: 'two', version: '2' },
  );
});

const recorded = (...path: string[]): string => pathToFileURL(join(folder, ...path)).href;

describe('index URLs', () => {
  test('file: is relative to the configuration, from wherever it is found', async () => {
    const expected = [recorded('site/answers'), 'https://index.example/pypi'];
    expect(urlsOf(await load(join(folder, 'site'), {}))).toEqual(expected);
    expect(urlsOf(await load(join(folder, 'site/wheels/one'), {}))).toEqual(expected);
    expect(urlsOf(await load(folder, { config: 'site/wheelhouse-lint.toml' }))).toEqual(expected);
  });

  test('file: on the command line is relative to the working directory', async () => {
    const config = await load(join(folder, 'site/wheels'), {
      indexUrl: 'file:mine',
      extraIndexUrls: ['file:../more', 'file:///abs/olute'],
    });
    expect(urlsOf(config)).toEqual([
      recorded('site/wheels/mine'),
      recorded('site/more'),
      'file:///abs/olute',
    ]);
  });

  test('--extra-index-url comes on top of the configured ones; the same one twice is asked once', async () => {
    const extraIndexUrls = ['https://index.example/pypi', 'https://more.example/pypi'];
    expect(urlsOf(await load(join(folder, 'site'), { extraIndexUrls }))).toEqual([
      recorded('site/answers'),
      ...extraIndexUrls,
    ]);
  });

  test('without any the default is PyPI; an empty list means none', async () => {
    expect(urlsOf(await loadText(''))).toEqual(['https://pypi.org/pypi']);
    expect(urlsOf(await loadText('index = []'))).toEqual([]);
  });
});

describe('the label', () => {
  test.each([
    ['mysite', 'mysite'],
    ['MySite', 'mysite'],
    ['my_site-2', 'my.site.2'],
    ['cc.2023', 'cc.2023'],
  ])('%s means %s', async (written, label) => {
    expect((await loadText(`label = "${written}"`)).label).toBe(label);
  });

  test.each(['', '+mysite', 'my site', 'mysité', '.x', 'x..y'])('%j is none', async (written) => {
    await expect(loadText(`label = "${written}"`)).rejects.toThrow(
      "'label' does not fit: a label has letters, digits and dots.",
    );
  });
});

describe('the folder of an ignore is relative to the configuration', () => {
  const config = ['--config', join('site', 'wheelhouse-lint.toml')];

  test.each([
    ['its own folder', 'site', ['wheels'], ['wheels/two/b-1-py3-none-any.whl']],
    ['a folder below', 'site/wheels', ['.'], ['two/b-1-py3-none-any.whl']],
    ['the folder of the ignored wheel', 'site/wheels/one', ['.', '../two'], ['../two/b-1-py3-none-any.whl']],
    ['a folder above', '.', [...config, 'site/wheels'], ['site/wheels/two/b-1-py3-none-any.whl']],
  ])('seen from %s', async (_name, place, args, wheels) => {
    const { report } = await lintToJson(['--offline', ...args], { cwd: join(folder, place) });
    expect(report.findings.map(({ wheel }) => wheel)).toEqual(wheels);
    expect(report.summary.ignored).toBe(1);
  });
});
