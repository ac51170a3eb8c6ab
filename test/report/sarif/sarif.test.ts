import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Log, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { LintResult } from '../../../src/engine/finding.ts';
import type { ReportContext } from '../../../src/report/reporter.ts';
import { sarif } from '../../../src/report/sarif.ts';
import {
  context,
  hostile,
  hostileResult,
  manyFindings,
  nativeLibrary,
  notices,
  result,
  rules,
  six,
  sixConflict,
  unchecked,
  usual,
} from '../samples.ts';

async function run(given: LintResult, change: Partial<ReportContext> = {}): Promise<Run> {
  const log: Log = JSON.parse(await sarif(given, context(change)));
  expect(log.runs).toHaveLength(1);
  const [only] = log.runs;
  if (only === undefined) throw new Error('no run');
  return only;
}

test('the log', async () => {
  const report = await sarif(result([]), context());
  expect(report).toMatch(
    /^\{\n {2}"\$schema": "https:\/\/json.schemastore.org\/sarif-2.1.0.json",\n {2}"version": "2.1.0",/,
  );
  const { tool, results, artifacts, invocations } = await run(result([]));
  expect(tool.driver).toMatchObject({
    name: 'wheelhouse-lint',
    version: '0.1.0',
    semanticVersion: '0.1.0',
    informationUri: 'https://github.com/wheelhouse-lint/wheelhouse-lint',
  });
  expect(tool.driver.rules?.map(({ id }) => id)).toEqual(rules.map(({ code }) => code));
  expect(results).toEqual([]);
  expect(artifacts).toBeUndefined();
  expect(invocations).toEqual([{ executionSuccessful: true }]);
});

test('a result', async () => {
  const { results, artifacts } = await run(result([{ ...sixConflict, fingerprint: 'f1' }]));
  expect(artifacts).toEqual([{ location: { uri: six, uriBaseId: '%SRCROOT%' }, roles: ['analysisTarget'] }]);
  const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  expect(results).toEqual([
    {
      ruleId: 'WHL101',
      ruleIndex: 0,
      level: 'warning',
      message: {
        id: 'different',
        arguments: ['six-1.17.0-py2.py3-none-any.whl', 'https://index.example/pypi'],
        text: sixConflict.message,
      },
      locations: [
        { physicalLocation: { artifactLocation: { uri: six, uriBaseId: '%SRCROOT%', index: 0 }, region } },
      ],
      relatedLocations: [
        {
          id: 1,
          physicalLocation: {
            artifactLocation: { uri: 'generic/six-1.17.0-py2.py3-none-any.whl', uriBaseId: '%SRCROOT%' },
            region,
          },
          message: { text: 'the same in another folder' },
        },
      ],
      partialFingerprints: { primaryLocationLineHash: 'f1:1', 'wheelhouseLint/v1': 'f1' },
      properties: { project: 'six', related: [sixConflict.related[0]], fixable: false },
    },
  ]);
});

test('member and line', async () => {
  const [first] = (await run(result(usual.slice(-1)))).results ?? [];
  const member = 'torch-2.9.1+computecanada.dist-info/METADATA';
  expect(first?.locations?.[0]?.logicalLocations).toEqual([{ fullyQualifiedName: member, kind: 'resource' }]);
  expect(first?.properties).toEqual({ project: 'torch', member, line: 27, fixable: false });
});

test('levels', async () => {
  const { results } = await run(result(usual));
  expect(results?.map(({ level }) => level)).toEqual(['error', 'warning', 'warning', 'note', 'warning']);
  const quiet = await run(result(usual), { quiet: true });
  expect(quiet.results?.map(({ level }) => level)).toEqual(['error']);
});

test('what could not be checked is a notification, never a result', async () => {
  const { results, invocations } = await run(
    result([], { unchecked, notices, notRun: [{ need: 'index', codes: ['WHL101'] }] }),
  );
  expect(results).toEqual([]);
  expect(invocations?.[0]).toMatchObject({
    executionSuccessful: false,
    toolExecutionNotifications: [
      {
        level: 'error',
        message: {
          text: 'This could not be checked completely: https://index.example/pypi: HTTP 503 after 3 tries (numpy, scipy, torch and 3 more).',
        },
        properties: { projects: ['numpy', 'scipy', 'torch', 'triton', 'vllm', 'xarray'] },
      },
      { level: 'error' },
      {
        level: 'error',
        message: { text: 'This could not be checked completely: generic: permission denied.' },
      },
    ],
    toolConfigurationNotifications: [
      { level: 'note', message: { text: '1 rule did not run, because no index was asked (WHL101).' } },
      { level: 'warning' },
      { level: 'warning' },
    ],
  });
});

describe('hostile wheels', () => {
  test('the log is whole, and nothing is raw', async () => {
    const report = await sarif(hostileResult, context());
    expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    const { results = [] } = await run(hostileResult);
    expect(results).toHaveLength(hostile.length);
    for (const { message, locations } of results) {
      expect(message.text).not.toContain('](');
      expect(locations?.[0]?.physicalLocation?.artifactLocation?.uri).toMatch(
        /^wheel%20house\/[!-~]*evil-1.0-py3-none-any.whl$/,
      );
    }
  });

  test('two paths that GitHub cannot tell apart share an artifact', async () => {
    const { artifacts } = await run(result([{ ...sixConflict, wheel: `../${six}` }, sixConflict]));
    expect(artifacts).toHaveLength(1);
  });
});

test('25,000 results, errors first, and the rest is counted', async () => {
  const warnings = Array.from({ length: 25_001 }, () => sixConflict);
  const { results, invocations } = await run(result([...warnings, nativeLibrary]));
  expect(results).toHaveLength(25_000);
  expect(results?.[0]?.level).toBe('error');
  expect(invocations).toEqual([
    {
      executionSuccessful: true,
      toolExecutionNotifications: [
        {
          level: 'warning',
          message: {
            text: '2 results left out: GitHub accepts 25,000 results and 10 MB; errors were kept first.',
          },
        },
      ],
    },
  ]);
});

test('a log stays below 10 MB as GitHub counts them, errors first, and says so', async () => {
  const text = (seed: number): string =>
    Array.from({ length: 9000 }, (_, part) =>
      createHash('sha256').update(`${seed} ${part}`).digest('base64'),
    ).join('');
  const findings = Array.from({ length: 60 }, (_, seed) => ({
    ...(seed < 40 ? sixConflict : nativeLibrary),
    message: text(seed),
  }));
  const said: string[] = [];
  const report = await sarif(result(findings), context({ notice: (sentence) => void said.push(sentence) }));
  expect(gzipSync(report).length).toBeLessThan(10_000_000);
  const log: Log = JSON.parse(report);
  const kept = log.runs[0]?.results ?? [];
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.slice(0, 20).every(({ level }) => level === 'error')).toBe(true);
  expect(said).toEqual([
    `${60 - kept.length} results left out: GitHub accepts 25,000 results and 10 MB; errors were kept first.`,
  ]);
});

test('what GitHub does not show is said aloud', async () => {
  const said: string[] = [];
  const notice = (sentence: string): void => void said.push(sentence);
  await sarif(result(manyFindings(5001)), context({ notice }));
  expect(said.splice(0)).toEqual(['SARIF: GitHub shows 5,000 of 5001 results, by severity.']);
  const related = Array.from({ length: 101 }, (_, index) => ({
    location: `${index}.whl`,
    message: 'another',
  }));
  const { results } = await run(result([{ ...sixConflict, related }]), { notice });
  expect(results?.[0]?.relatedLocations).toHaveLength(100);
  expect(said).toEqual(['SARIF: 1 result with more than 100 related places, of which the first 100 stay.']);
});

test('the same input gives the same bytes', async () => {
  expect(await sarif(structuredClone(hostileResult), context())).toBe(
    await sarif(structuredClone(hostileResult), context()),
  );
});
