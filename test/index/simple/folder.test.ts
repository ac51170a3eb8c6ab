import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { projectAnswer } from '../../../fixtures/pypi-answer.ts';
import type { IndexApi } from '../../../src/index/index-options.ts';
import { tempFolder, writeFiles } from '../../support/temp-wheelhouse.ts';
import { filesOf, namesOf, opened, outcomeOf } from '../opened.ts';
import { jsonAnswer, SDIST, WHEEL } from './pages.ts';

const html = `<a href="${WHEEL}">`;
const json = JSON.stringify(jsonAnswer({ filename: WHEEL, url: WHEEL }));
const pypi = JSON.stringify(projectAnswer('six', [{ filename: SDIST }]));

async function outcome(files: Record<string, string>, api: IndexApi = 'auto'): Promise<unknown> {
  const folder = await tempFolder();
  await writeFiles(folder, { 'other.json': pypi, ...files });
  const answer = await opened(pathToFileURL(folder).href, { api }).ask('six', []);
  return answer.status === 'listed' ? namesOf(answer) : outcomeOf(answer);
}

test.each<[string, Record<string, string>, unknown]>([
  ['six.json of the JSON API', { 'six.json': pypi }, [SDIST]],
  [
    'six.json of the JSON API with a key of the other',
    { 'six.json': pypi.replace('{', '{"files":[],') },
    [SDIST],
  ],
  ['six.json of the Simple API', { 'six.json': json }, [WHEEL]],
  ['six.html', { 'six.html': html }, [WHEEL]],
  ['six/index.html, as pip has it', { 'six/index.html': html }, [WHEEL]],
  ['six/index.json', { 'six/index.json': json }, [WHEEL]],
  ['six.json before six.html', { 'six.json': pypi, 'six.html': html }, [SDIST]],
  ['six.html before a folder', { 'six.html': html, 'six/index.json': pypi }, [WHEEL]],
  ['index.json before index.html', { 'six/index.html': html, 'six/index.json': pypi }, [SDIST]],
  ['nothing', {}, 'not-listed'],
  ['a folder without index', { 'six/readme.txt': '' }, 'not-listed'],
  ['a web page', { 'six.html': '<form>' }, 'answer is a web page without a link to a file of the project'],
  ['JSON that is none', { 'six/index.json': '{' }, 'answer is not JSON'],
  [
    'another project',
    { 'six.json': json.replace('"six"', '"seven"') },
    'answer is about another project ("seven")',
  ],
])('a folder of recorded answers has %s', async (_, files, expected) => {
  expect(await outcome(files)).toEqual(expected);
});

test.each<[IndexApi, Record<string, string>, unknown]>([
  ['simple', { 'six.json': json }, [WHEEL]],
  ['simple', { 'six/index.html': html }, [WHEEL]],
  ['simple', { 'six.json': pypi }, 'answer is not of the Simple API (it has no "files")'],
  ['pypi-json', { 'six.json': pypi }, [SDIST]],
  ['pypi-json', { 'six.json': json }, 'answer is not PyPI JSON (it is of the Simple API)'],
  ['pypi-json', { 'six.html': html, 'six/index.html': html }, 'not-listed'],
])('with api %s it has %j', async (api, files, expected) => {
  expect(await outcome(files, api)).toEqual(expected);
});

test('files beside a page are found, wherever on the disk', async () => {
  const folder = await tempFolder();
  const page = `<a href="./${WHEEL}"><a href="file:///srv/wheels/${SDIST}">`;
  await writeFiles(folder, { 'simple/six/index.html': page });
  const index = opened(pathToFileURL(`${folder}/simple/`).href);
  expect(filesOf(await index.ask('six', [])).map(({ url }) => url)).toEqual([
    pathToFileURL(`${folder}/simple/six/${WHEEL}`).href,
    `file:///srv/wheels/${SDIST}`,
  ]);
});

test('the list of all projects is not the page of a project named index', async () => {
  const folder = await tempFolder();
  await writeFiles(folder, { 'index.html': '<a href="index-1.0.zip">', 'six/index.html': html });
  const index = opened(pathToFileURL(folder).href);
  expect(outcomeOf(await index.ask('index', []))).toBe('not-listed');
  await writeFiles(folder, { 'index/index.html': '<a href="index-1.0.zip">' });
  expect(namesOf(await opened(pathToFileURL(folder).href).ask('index', []))).toEqual(['index-1.0.zip']);
});
