import { describe, expect, test } from 'vitest';
import type { Remarks } from '../../../src/index/remarks.ts';
import { wheelhouseLint } from '../../support/command-line.ts';
import { tempFolder } from '../../support/temp-wheelhouse.ts';
import { opened } from '../opened.ts';
import { jsonAnswer, SIMPLE_JSON, serve, WHEEL } from './pages.ts';

const json = (version: unknown, status?: unknown) => ({
  ...jsonAnswer({ filename: WHEEL, url: WHEEL }),
  meta: { 'api-version': version },
  'project-status': status,
});
const html = (...meta: readonly [string, string][]) =>
  `${meta.map(([name, content]) => `<meta name="pypi:${name}" content="${content}">`).join('')}<a href="${WHEEL}">`;

async function remarksOn(body: unknown, base = '/simple'): Promise<Remarks | undefined> {
  const type = typeof body === 'string' ? 'text/html' : SIMPLE_JSON;
  const server = await serve({ [`${base}/six/`]: { type, body } });
  const answer = await opened(`${server.origin}${base}`).ask('six', []);
  if (answer.status !== 'listed') throw new Error(JSON.stringify(answer));
  return answer.remarks;
}

describe('an index says of a project', () => {
  const quarantined = { projectStatus: { status: 'quarantined', reason: 'malware found' } };
  test.each<[string, unknown, unknown]>([
    ['nothing, in JSON', json('1.4'), undefined],
    ['nothing, in HTML', html(['repository-version', '1.0']), undefined],
    ['nothing, without any version', html(), undefined],
    ['that it is active', json('1.4', { status: 'active' }), undefined],
    ['a status that nobody knows', json('1.4', { status: 'odd' }), undefined],
    ['a status that is no object', json('1.4', 'quarantined'), undefined],
    ['that it is quarantined', json('1.4', { status: 'quarantined', reason: 'malware\nfound' }), quarantined],
    [
      'that it is quarantined, in HTML',
      html(['project-status', 'quarantined'], ['project-status-reason', 'malware found']),
      quarantined,
    ],
    [
      'that it is archived',
      json('1.4', { status: 'archived' }),
      { projectStatus: { status: 'archived', reason: undefined } },
    ],
    ['a newer version of the API', json('1.10'), { newerApi: '1.10' }],
    ['a newer version of the API, in HTML', html(['repository-version', '1.5']), { newerApi: '1.5' }],
    [
      'both',
      json('1.5', { status: 'deprecated', reason: '' }),
      {
        newerApi: '1.5',
        projectStatus: { status: 'deprecated', reason: undefined },
      },
    ],
  ])('%s', async (_, body, expected) => {
    expect(await remarksOn(body)).toEqual(expected);
  });

  test('the same where its API had to be found out', async () => {
    expect(await remarksOn(json('1.5'), '/root')).toEqual({ newerApi: '1.5' });
  });

  test('that it is quarantined, and gives no files: it is listed all the same', async () => {
    const body = { ...json('1.4', { status: 'quarantined' }), files: [] };
    expect(await remarksOn(body)).toMatchObject({ projectStatus: { status: 'quarantined' } });
    expect(await remarksOn(body, '/root')).toMatchObject({ projectStatus: { status: 'quarantined' } });
  });
});

test('explain passes it on', async () => {
  const body = json('1.5', { status: 'archived', reason: 'see seven' });
  const server = await serve({ '/simple/six/': { type: SIMPLE_JSON, body } });
  const url = `${server.origin}/simple`;
  const args = ['explain', 'six', '--no-config', '--index-url', url, '--format', 'json'];
  const { stdout } = await wheelhouseLint(args, { cwd: await tempFolder() });
  expect(JSON.parse(stdout).notices).toEqual([
    `${url} answers in version 1.5 of the Simple API; what is newer in it than 1.4 is passed over.`,
    `${url} calls the project 'six' archived ('see seven').`,
  ]);
});
