import { createHash } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type AnsweredFile, projectAnswer } from '../../fixtures/pypi-answer.ts';
import { rules } from '../../rules/index.ts';
import { resolveRules } from '../../src/config/resolve-rules.ts';
import { lint } from '../../src/engine/lint.ts';
import { openIndex } from '../../src/index/open-index.ts';
import { type Served, startStandInSimple } from '../support/stand-in-simple.ts';
import { tempFolder, writeWheels } from '../support/temp-wheelhouse.ts';

const own = 'demo-1.0+mysite-py3-none-any.whl';
const any = 'demo-1.0-py3-none-any.whl';

type Wheels = Parameters<typeof writeWheels>[1][];

interface Offered {
  readonly filename: string;
  /** What `.metadata` answers. */
  readonly served?: Served;
  /** By default it is, without a hash. */
  readonly isOffered?: boolean;
  readonly more?: Partial<AnsweredFile>;
}

function metadata(...requires: readonly string[]): Served {
  const lines = ['Metadata-Version: 2.4', 'Name: Demo', 'Version: 1.0'];
  return { body: [...lines, ...requires.map((line) => `Requires-Dist: ${line}`), ''].join('\n') };
}

/** Lints wheels of `demo` beside an index; `asked` are the `.metadata` files. */
async function lintBeside(
  wheels: Wheels,
  offers: readonly Offered[],
  request: {
    readonly select?: readonly string[];
    readonly preset?: 'strict' | 'all' | 'hpc' | 'recommended';
  } = {},
) {
  const folder = await tempFolder();
  const built = await writeWheels(folder, ...wheels);
  const served: Record<string, Served> = {};
  const server = await startStandInSimple(served);
  onTestFinished(() => server.close());
  const files = offers.map(({ filename, served: answer, isOffered = true, more }): AnsweredFile => {
    const path = `/files/${encodeURIComponent(filename)}`;
    if (answer !== undefined) served[`${path}.metadata`] = answer;
    return { filename, url: server.origin + path, ...(isOffered && { metadataSha256: 'unknown' }), ...more };
  });
  const copies = files.map((file) => {
    const bytes = file.sha256 === 'same' ? built.get(file.filename) : undefined;
    return bytes === undefined
      ? file
      : { ...file, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  served['/pypi/demo/json'] = { type: 'application/json', body: projectAnswer('demo', copies) };
  const index = openIndex(`${server.origin}/pypi`, {
    concurrency: 2,
    timeout: 2000,
    userAgent: 'test',
    tries: 1,
  });
  onTestFinished(() => index.close());
  const { select = ['requirement-changed'], preset = 'recommended' } = request;
  const sources = { preset, configured: {}, overrides: [], select, ignore: [] };
  const result = await lint({
    ...{ paths: ['.'], workingDirectory: folder, rules: resolveRules(rules, sources), indexes: [index] },
    today: '2026-06-15',
    ignores: [ignore],
  });
  const asked = server.paths.filter((path) => path.endsWith('.metadata'));
  return { result, asked, found: result.findings.map(({ messageId, wheel }) => `${messageId} ${wheel}`) };
}

const ignore = {
  ...{ code: 'WHL506', rule: 'requirement-changed', wheel: 'other-*', folder: '/', member: undefined },
  ...{ reason: 'x', until: undefined },
};

const shownFile = (filename: string): string => `/files/${encodeURIComponent(filename)}.metadata`;

describe('METADATA is asked for', () => {
  test.each(['recommended', 'hpc'] as const)('not by the preset %s', async (preset) => {
    const { asked, result } = await lintBeside([own], [{ filename: any, served: metadata('a') }], {
      select: [],
      preset,
    });
    expect(asked).toEqual([]);
    expect(result.findings.map(({ code }) => code)).not.toContain('WHL506');
  });

  test.each(['strict', 'all'] as const)('by the preset %s', async (preset) => {
    const { asked, result } = await lintBeside([own], [{ filename: any, served: metadata('a') }], {
      select: [],
      preset,
    });
    expect(asked).toEqual([shownFile(any)]);
    expect(result.findings.map(({ code, severity }) => `${code} ${severity}`)).toContain('WHL506 info');
  });

  test('once for each public version, of the wheel that is most alike', async () => {
    const linux = 'demo-1.0-cp311-cp311-manylinux_2_28_x86_64.whl';
    const wheels = [
      ...['demo-1.0+a-cp311-cp311-linux_x86_64.whl', 'demo-1.0+b-cp312-cp312-linux_x86_64.whl'],
      ...['demo-1.0.0-1-cp311-cp311-linux_x86_64.whl', 'demo-2.0-py3-none-any.whl'],
    ];
    const { asked, found } = await lintBeside(wheels, [
      { filename: 'demo-1.0-cp311-cp311-win_amd64.whl' },
      { filename: 'demo-1.0.tar.gz' },
      { filename: linux, served: metadata('a') },
      { filename: 'demo-2.0-py2-none-any.whl', served: metadata() },
      { filename: 'demo-3.0-py3-none-any.whl' },
    ]);
    expect([...asked].sort()).toEqual([shownFile(linux), shownFile('demo-2.0-py2-none-any.whl')]);
    expect(found).toEqual([
      'removed demo-1.0+a-cp311-cp311-linux_x86_64.whl',
      'removed demo-1.0+b-cp312-cp312-linux_x86_64.whl',
      'removed demo-1.0.0-1-cp311-cp311-linux_x86_64.whl',
    ]);
  });

  test("not for a copy of the index's file", async () => {
    const copied = await lintBeside(
      [any],
      [{ filename: any, served: metadata('a'), more: { sha256: 'same' } }],
    );
    expect(copied).toMatchObject({ asked: [], found: [] });
    const changed = await lintBeside([any], [{ filename: any, served: metadata('a') }]);
    expect(changed).toMatchObject({ asked: [shownFile(any)], found: [`removed ${any}`] });
  });

  test('not where it is not offered', async () => {
    const { asked, found, result } = await lintBeside(
      [own],
      [{ filename: any, served: metadata('a'), isOffered: false }],
    );
    expect({ asked, found, unchecked: result.unchecked }).toEqual({ asked: [], found: [], unchecked: [] });
  });

  test('not for a wheel that cannot be read', async () => {
    const broken = { filename: own, raw: 'nothing' };
    expect((await lintBeside([broken], [{ filename: any, served: metadata('a') }])).asked).toEqual([]);
  });
});

describe('without an answer the project is unchecked, and nothing is found', () => {
  test.each<[what: string, served: Served | undefined, reason: RegExp]>([
    ['not there', undefined, /not found, although the index offers it$/],
    ['a broken server', { status: 503 }, /HTTP 503$/],
    ['a page for people', { body: '<html><body>Please log in</body></html>' }, /it is not of this project$/],
    ['nothing', { body: '' }, /it is not of this project$/],
    ['that of another project', { body: 'Name: other\nRequires-Dist: a\n' }, /it is not of this project$/],
  ])('%s', async (_, served, reason) => {
    const { result, found } = await lintBeside([own], [{ filename: any, ...(served && { served }) }]);
    expect(found).toEqual([]);
    expect(result.unchecked).toEqual([
      {
        project: 'demo',
        source: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/pypi$/),
        reason: expect.stringMatching(new RegExp(`^METADATA of ${any}: ${reason.source}`)),
      },
    ]);
    expect(result.summary.unchecked).toBe(1);
  });

  test('an ignore that matches nothing is called unused only after an answer', async () => {
    const failed = await lintBeside([own], [{ filename: any, served: { status: 500 } }]);
    expect(failed.result.ignoreNotices).toEqual([]);
    const answered = await lintBeside([own], [{ filename: any, served: metadata() }]);
    expect(answered.result.ignoreNotices).toMatchObject([{ kind: 'unused', rule: 'requirement-changed' }]);
  });

  test('a wrong hash is no answer', async () => {
    const { result, found } = await lintBeside(
      [own],
      [{ filename: any, served: metadata('a'), more: { metadataSha256: 'f'.repeat(64) } }],
    );
    expect(found).toEqual([]);
    expect(result.unchecked[0]?.reason).toMatch(/it does not have the sha256 that the index gives$/);
  });

  test('one entry for a project, the same each time, and other versions are compared', async () => {
    const wheels = ['1.0', '1.1', '1.2'].map((version) => `demo-${version}+mysite-py3-none-any.whl`);
    const { result, found } = await lintBeside(wheels, [
      { filename: 'demo-1.2-py3-none-any.whl', served: { status: 500 } },
      { filename: 'demo-1.1-py3-none-any.whl', served: { status: 500 } },
      { filename: any, served: metadata('a') },
    ]);
    expect(found).toEqual([`removed ${own}`]);
    expect(result.unchecked.map(({ reason }) => reason)).toEqual([
      'METADATA of demo-1.1-py3-none-any.whl: HTTP 500',
    ]);
  });
});
