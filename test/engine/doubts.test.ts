import { describe, expect, test } from 'vitest';
import { doubtsAbout } from '../../src/engine/doubts.ts';
import type { IndexAnswer } from '../../src/index/index-answer.ts';
import type { Remarks } from '../../src/index/remarks.ts';
import { wheelhouseLint } from '../support/command-line.ts';
import { startStandIn } from '../support/stand-in-index.ts';
import { tempFolder, writeWheels } from '../support/temp-wheelhouse.ts';

const wrong = 'https://index.example/wrong';
const right = 'https://index.example/pypi';

function answer(status: IndexAnswer['status'], url: string): IndexAnswer {
  const of = { source: { url }, project: 'six' };
  if (status === 'listed') return { ...of, status, files: [] };
  return status === 'unchecked' ? { ...of, status, reason: 'HTTP 503' } : { ...of, status };
}

const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

describe('an index is doubted', () => {
  test('where it lists none of five projects', () => {
    expect(doubtsAbout(times(5, [answer('not-listed', wrong)]))).toEqual([
      `${wrong} lists none of the 5 projects; is it the right URL?`,
    ]);
  });

  test('by itself: another one that lists them is not', () => {
    const doubts = doubtsAbout(times(7, [answer('listed', right), answer('not-listed', wrong)]));
    expect(doubts).toEqual([`${wrong} lists none of the 7 projects; is it the right URL?`]);
  });

  test.each<[string, IndexAnswer[][]]>([
    ['where it was not asked', []],
    ['for fewer than five projects', times(4, [answer('not-listed', wrong)])],
    ['where it lists one of many', [...times(50, [answer('not-listed', right)]), [answer('listed', right)]]],
    [
      'where it did not answer for one',
      [...times(9, [answer('not-listed', right)]), [answer('unchecked', right)]],
    ],
  ])('but not %s', (_, answers) => {
    expect(doubtsAbout(answers)).toEqual([]);
  });
});

test('what answers say of themselves is told once: a newer API, a quarantined project', () => {
  const listed = (project: string, remarks: Remarks): IndexAnswer => {
    return { source: { url: right }, project, status: 'listed', files: [], remarks };
  };
  const bad = { status: 'quarantined', reason: 'steals tokens' } as const;
  const answers = [
    [listed('b', { newerApi: '1.9', projectStatus: { ...bad, reason: undefined } })],
    [listed('a', { newerApi: '1.9', projectStatus: bad })],
    [listed('c', { projectStatus: { status: 'archived', reason: undefined } })],
  ];
  expect(doubtsAbout(answers)).toEqual([
    `${right} answers in version 1.9 of the Simple API; what is newer in it than 1.4 is passed over.`,
    `${right} calls the project 'a' quarantined ('steals tokens'): it may be malicious, and installers get no files of it.`,
    `${right} calls the project 'b' quarantined: it may be malicious, and installers get no files of it.`,
  ]);
});

test('a base URL that is wrong does not look clean', async () => {
  const server = await startStandIn({});
  const cwd = await tempFolder();
  await writeWheels(cwd, ...['a', 'b', 'c', 'd', 'e'].map((name) => `${name}-1.0-py3-none-any.whl`));
  const run = await wheelhouseLint(['--no-config', '--index-url', server.url, '.'], { cwd });
  await server.close();
  expect(run.stdout).toContain(`${server.url} lists none of the 5 projects; is it the right URL?`);
});
