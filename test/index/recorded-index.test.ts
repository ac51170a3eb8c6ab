import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { projectAnswer, versionAnswer } from '../../fixtures/pypi-answer.ts';
import type { PackageIndex } from '../../src/index/index-answer.ts';
import { filesOf, namesOf, opened, outcomeOf } from './opened.ts';

const WHEEL = 'six-1.17.0-py2.py3-none-any.whl';
const OLD = 'six-1.16.0-py2.py3-none-any.whl';

function recorded(answers: Record<string, unknown>): { folder: string; index: PackageIndex } {
  const folder = mkdtempSync(join(tmpdir(), 'recorded-index-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, answer] of Object.entries(answers)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof answer === 'string' ? answer : JSON.stringify(answer));
  }
  return { folder, index: opened(pathToFileURL(folder).href, { maxBody: 100_000 }) };
}

test('a recorded project is listed, another is not', async () => {
  const { folder, index } = recorded({
    'six.json': projectAnswer('six', [{ filename: WHEEL, url: `./${WHEEL}` }]),
  });
  const [file] = filesOf(await index.ask('six', ['1.17.0']));
  expect(file).toMatchObject({ filename: WHEEL, url: pathToFileURL(join(folder, WHEEL)).href });
  expect(outcomeOf(await index.ask('seven', []))).toBe('not-listed');
  expect(index.source.url).toBe(pathToFileURL(folder).href);
});

test('without "releases" the version answers are read', async () => {
  const { index } = recorded({
    'six.json': versionAnswer('six', '1.17.0', [{ filename: WHEEL }]),
    'six/1.16.0.json': versionAnswer('six', '1.16.0', [{ filename: OLD }]),
  });
  expect(namesOf(await index.ask('six', ['1.16.0', '1.15.0', '1.17.0']))).toEqual([WHEEL, OLD]);
});

test('hostile names stay in the folder', async () => {
  const { folder } = recorded({ 'secret.json': { urls: [] }, 'index/six.json': { urls: [] } });
  const index = opened(pathToFileURL(join(folder, 'index')).href);
  for (const name of [
    '../secret',
    '..%2fsecret',
    'a/../../secret',
    '/etc/hosts',
    '..',
    '.',
    'six\0',
    'C:six',
  ]) {
    expect(outcomeOf(await index.ask(name, []))).toContain('is not a normalised project name');
  }
  const versions = ['../secret', '../../secret', '..', '.', '1/../../secret', '1\\..\\secret', '1\0'];
  expect(filesOf(await index.ask('six', versions))).toEqual([]);
});

test.each([
  ['broken JSON', '{', 'answer is not JSON'],
  ['an empty file', '', 'answer is not JSON'],
  ['a long file', ' '.repeat(100_001), 'answer is longer than 100000 bytes'],
  ['another shape', '[]', 'answer is not PyPI JSON (it is not an object)'],
])('%s leaves the project unchecked', async (_, content, reason) => {
  const { index } = recorded({ 'six.json': content });
  expect(outcomeOf(await index.ask('six', []))).toBe(reason);
});

test.skipIf(process.platform === 'win32')('what is not a file leaves the project unchecked', async () => {
  const { folder, index } = recorded({ 'six.json/readme': '' });
  expect(outcomeOf(await index.ask('six', []))).toBe('recorded answer is not a file');
  symlinkSync('loop.json', join(folder, 'loop.json'));
  expect(outcomeOf(await index.ask('loop', []))).toBe('recorded answer cannot be read (ELOOP)');
  // Opening it would wait for a writer.
  execFileSync('mkfifo', [join(folder, 'pipe.json')]);
  expect(outcomeOf(await index.ask('pipe', []))).toBe('recorded answer is not a file');
});

test('without its folder nothing is known', async () => {
  const { folder } = recorded({ 'a-file': '' });
  for (const name of ['missing', 'a-file']) {
    const index = opened(pathToFileURL(join(folder, name)).href);
    expect(outcomeOf(await index.ask('six', []))).toBe('folder of recorded answers not found');
  }
});

test('closed: no more answers', async () => {
  const { index } = recorded({ 'six.json': { urls: [] } });
  await index.close();
  expect(outcomeOf(await index.ask('six', []))).toBe('the index was closed before it answered');
});
