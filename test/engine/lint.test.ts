import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectAnswer } from '../../fixtures/pypi-answer.ts';
import { tempFolder, writeWheels } from '../support/temp-wheelhouse.ts';
import { lintAgainst, tagged } from './lint-against.ts';

test('a project without an answer is unchecked and counted; the others are checked', async () => {
  const folder = await tempFolder();
  await writeWheels(folder, tagged('1.0'), 'other-1.0-py3-none-any.whl', 'third-1.0-py3-none-any.whl');
  const { result } = await lintAgainst(folder, {
    demo: { answer: projectAnswer('demo', [{ filename: tagged('1.0') }]) },
    other: { always: { status: 500 } },
    third: { always: { body: '<html>' } },
  });
  expect(result.unchecked.map(({ project, reason }) => [project, reason])).toEqual([
    ['other', 'HTTP 500'],
    ['third', 'answer is not JSON (text/html)'],
  ]);
  expect(result.summary).toMatchObject({ wheels: 3, projects: 3, unchecked: 2 });
  expect(result.findings.map(({ code, project }) => `${code} ${project}`)).toEqual([
    'WHL101 demo',
    'WHL302 demo',
  ]);
});

test('without an index the rules that need one do not run, and the result says so', async () => {
  const folder = await tempFolder();
  await writeWheels(folder, tagged('1.0'));
  const { result } = await lintAgainst(folder, {}, { indexes: [] });
  expect(result.notRun).toMatchObject([
    { need: 'index', codes: ['WHL101', 'WHL102', 'WHL103', 'WHL104', 'WHL106', 'WHL108'] },
  ]);
});

test('the bytes of a file decide: equal to the index is quiet, equal in size alone is not', async () => {
  const folder = await tempFolder();
  const built = await writeWheels(folder, tagged('1.0'), 'other-1.0-py3-none-any.whl');
  const file = (filename: string, change = '') => {
    const bytes = built.get(filename) ?? Buffer.alloc(0);
    return {
      filename,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).update(change).digest('hex'),
    };
  };
  const { result } = await lintAgainst(folder, {
    demo: { answer: projectAnswer('demo', [file(tagged('1.0'))]) },
    other: { answer: projectAnswer('other', [file('other-1.0-py3-none-any.whl', 'changed')]) },
  });
  expect(result.findings.map(({ code, project }) => `${code} ${project}`)).toEqual([
    'WHL101 other',
    'WHL302 other',
  ]);
});

test.skipIf(process.platform === 'win32')(
  'a pipe with the name of a wheel is never hashed, so nothing hangs',
  async () => {
    const folder = await tempFolder();
    execFileSync('mkfifo', [join(folder, tagged('1.0'))]);
    const answer = projectAnswer('demo', [{ filename: tagged('1.0'), size: null }]);
    const { result } = await lintAgainst(folder, { demo: { answer } });
    expect(result.findings.map(({ code, messageId }) => `${code} ${messageId}`)).toEqual([
      'WHL601 not-a-file',
    ]);
  },
);

test('the same input gives the same result, whatever comes first', async () => {
  const folder = await tempFolder();
  await writeWheels(folder, ...['1.0', '1.1', '1.2'].map(tagged), 'odd.whl', 'other-1.0-py3-none-any.whl');
  const answer = projectAnswer(
    'demo',
    ['1.0', '1.1', '1.2'].map((version) => ({ filename: tagged(version) })),
  );
  const withoutPorts = async (first: 'demo' | 'other') => {
    const late = { first: [{ delay: 100 }] };
    const projects = { demo: { answer }, other: { answer: projectAnswer('other', []) } };
    const { result } = await lintAgainst(folder, { ...projects, [first]: { ...projects[first], ...late } });
    return JSON.stringify(result)
      .replaceAll(/127\.0\.0\.1:\d+/g, 'index')
      .replaceAll(/"fingerprint":"\w+"/g, '');
  };
  expect(await withoutPorts('demo')).toBe(await withoutPorts('other'));
});

test('progress goes up to the total of both stages', async () => {
  const folder = await tempFolder();
  await writeWheels(folder, tagged('1.0'), tagged('1.1'), 'other-1.0-py3-none-any.whl');
  const seen: string[] = [];
  await lintAgainst(
    folder,
    {},
    { onProgress: ({ stage, done, total }) => seen.push(`${stage} ${done}/${total}`) },
  );
  expect(seen.toSorted()).toEqual([
    ...['asking indexes 1/2', 'asking indexes 2/2'],
    ...['reading wheels 1/3', 'reading wheels 2/3', 'reading wheels 3/3'],
  ]);
});
