import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectAnswer } from '../../../fixtures/pypi-answer.ts';
import { hostileTexts } from '../../report/samples.ts';
import { findMultitool, validate } from '../../report/support/sarif-multitool.ts';
import { type Outcome, wheelhouseLint } from '../../support/command-line.ts';
import { parseReport } from '../../support/json-report.ts';
import { type StandInIndex, type StandInProject, startStandIn } from '../../support/stand-in-index.ts';
import { tempFolder, writeWheels } from '../../support/temp-wheelhouse.ts';

/** What a terminal obeys or does not show; a line feed ends a line of the report. */
const hidden = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** The index has a text wherever it can: in names and URLs, reasons, versions, and where it does not answer. */
function projectOf(text: string, name: string): StandInProject {
  const filename = `${name}-1.0-py3-none-any.whl`;
  const url = `https://files.example/${text}`;
  return {
    answer: projectAnswer(name, [
      { filename, url, requiresPython: text, uploadTime: text, sha256: null, version: '1.0' },
      { filename, url, yanked: text, size: 3, version: text },
      { filename: `${name}-1.0.0-py2.py3-none-any.whl`, url },
      { filename: `${text}-1.0-py3-none-any.whl`, url: text },
    ]),
  };
}

let server: StandInIndex;
let cwd = '';
let people: Outcome;

beforeAll(async () => {
  const texts = hostileTexts.map((text, position) => [`demo${position}`, text] as const);
  const broken = texts.map(([name, text]) => [
    name.replace('demo', 'broken'),
    { always: { status: 400, headers: { 'x-reason': 'bad' }, body: text } },
  ]);
  const redirecting = { evil: { always: { redirect: 'javascript:alert(1)//%1b[2J' } } };
  server = await startStandIn({
    ...Object.fromEntries(texts.map(([name, text]) => [name, projectOf(text, name)])),
    ...Object.fromEntries(broken),
    ...redirecting,
  });
  cwd = await tempFolder();
  const names = [...texts.flatMap(([name]) => [name, name.replace('demo', 'broken')]), 'evil'];
  await writeWheels(cwd, ...names.map((name) => `${name}-1.0-py3-none-any.whl`));
  const formats = ['--format', 'stylish', '--format', 'json=report.json', '--format', 'sarif=report.sarif'];
  const args = ['--no-config', '--index-url', server.url, '--color', ...formats, '.'];
  people = await wheelhouseLint(args, { cwd });
});

afterAll(() => server.close());

describe('an index whose answers are hostile', () => {
  test('is compared with all the same', async () => {
    const report = parseReport(await readFile(join(cwd, 'report.json'), 'utf8'));
    const codes = new Set(report.findings.map(({ code }) => code));
    expect([...codes]).toEqual(['WHL101', 'WHL102', 'WHL302']);
    expect(report.unchecked.map(({ project }) => project)).toContain('evil');
    expect(people).toMatchObject({ status: 3, stderr: '' });
  });

  test('is harmless on a terminal: the only escapes are those of colours', () => {
    expect(people.stdout.replaceAll(/\x1b\[\d{1,2}m/g, '').match(hidden)).toBeNull();
    expect(people.stdout).not.toMatch(/^\s*::/m);
  });

  test.each(['report.json', 'report.sarif'])('is harmless in %s, which parses', async (name) => {
    const text = await readFile(join(cwd, name), 'utf8');
    expect(() => JSON.parse(text)).not.toThrow();
    expect(text.match(hidden)).toBeNull();
  });
});

const multitool = findMultitool();
const path = 'path' in multitool ? multitool.path : '';

test.skipIf(path === '')(
  "Microsoft's validator has no complaint about the SARIF of the run",
  { timeout: 60_000 },
  async () => {
    const complaints = await validate(path, await readFile(join(cwd, 'report.sarif'), 'utf8'));
    expect(complaints.filter(({ level }) => level !== 'note')).toEqual([]);
  },
);
