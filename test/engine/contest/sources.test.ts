import { createHash } from 'node:crypto';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { defaultContest } from '../../../src/engine/contest/open-contests.ts';
import type { FindLinks } from '../../../src/engine/explain/collection.ts';
import type { Finding } from '../../../src/engine/finding.ts';
import { type LintOptions, lint } from '../../../src/engine/lint.ts';
import type { IndexFile, PackageIndex } from '../../../src/index/index-answer.ts';
import { parseInstaller } from '../../../src/installer/installer.ts';
import { listed } from '../../support/facts.ts';
import { tempFolder, writeWheels } from '../../support/temp-wheelhouse.ts';

const any = 'demo-1.0-py3-none-any.whl';
const linux = 'demo-1.0-cp311-cp311-linux_x86_64.whl';
const settings = rules
  .filter(({ code }) => /^WHL[12]0/.test(code))
  .map((rule) => ({ rule, severity: rule.severity, options: {} }));

async function lintWith(
  folder: string,
  contest: Partial<LintOptions['contest']>,
  change: Partial<LintOptions>,
) {
  return lint({
    ...{ paths: ['.'], workingDirectory: folder, rules: settings, indexes: [], today: '2026-06-15' },
    contest: { ...defaultContest, ...contest },
    ...change,
  });
}

const inFolder = (root: string, display: string): FindLinks => ({
  kind: 'folder',
  folder: { path: join(root, display), display },
});

/** A wheel that is like no other. */
const built = (folder: string, filename = any) => ({ filename, folder, files: { 'demo.py': folder } });

const said = ({ code, wheel, data }: Finding) =>
  [code, wheel, data.folder ?? data.index ?? '', data.theirs ?? ''].join(' ');

/** An index or page with these files, or one that does not answer. */
function listing(url: string, files?: readonly (Partial<IndexFile> & { filename: string })[]): PackageIndex {
  return {
    source: { url },
    ask: async (project) =>
      files === undefined
        ? { source: { url }, project, status: 'unchecked', reason: 'HTTP 500' }
        : listed(project, files, url),
    close: async () => undefined,
  };
}

describe('folders of a stack', () => {
  const everyone = 'pip 26.2, pip 26.3 and uv';
  const stackOf = (root: string, ...folders: string[]) => ({
    stacks: [{ name: 'all', findLinks: folders.map((folder) => inFolder(root, folder)) }],
  });

  test('one that is not linted counts with what lies in it', async () => {
    const root = await tempFolder();
    await writeWheels(root, built('v4'), built('generic'));
    const { findings } = await lintWith(root, stackOf(root, 'v4', 'generic'), { paths: ['v4'] });
    expect(findings.map(said)).toEqual([`WHL201 v4/${any} generic ${everyone}`]);
  });

  test('a wheel alone competes with its neighbours, and a copy elsewhere is no conflict', async () => {
    const root = await tempFolder();
    await writeWheels(root, `v4/${any}`, `generic/${any}`);
    const { findings } = await lintWith(root, stackOf(root, 'v4', 'generic'), { paths: [`v4/${any}`] });
    expect(findings).toEqual([]);
  });

  test('a link to a folder is that folder', async () => {
    const root = await tempFolder();
    await writeWheels(root, built('v4'));
    await symlink(join(root, 'v4'), join(root, 'again'));
    const { findings } = await lintWith(root, stackOf(root, 'v4', 'again'), { paths: ['v4'] });
    expect(findings).toEqual([]);
  });

  test('one that is not there is empty', async () => {
    const root = await tempFolder();
    await writeWheels(root, built('v4'));
    const { findings, summary } = await lintWith(root, stackOf(root, 'gone', 'v4'), {});
    expect(findings).toEqual([]);
    expect(summary.wheels).toBe(1);
  });

  test('a stack without linted wheels has nothing to say', async () => {
    const root = await tempFolder();
    await writeWheels(root, built('v4'), built('a'), built('b'));
    const { findings } = await lintWith(root, stackOf(root, 'b', 'a'), { paths: ['v4'] });
    expect(findings).toEqual([]);
  });

  test('what is beside every stack competes in each', async () => {
    const root = await tempFolder();
    await writeWheels(root, built('v4'), built('beside'));
    const contest = { ...stackOf(root, 'v4'), findLinks: [inFolder(root, 'beside')] };
    const { findings } = await lintWith(root, contest, { paths: ['v4'] });
    expect(findings.map(said)).toEqual([`WHL201 v4/${any} beside ${everyone}`]);
  });

  test('a file that no installer reads, an sdist and a file of another project do no harm', async () => {
    const root = await tempFolder();
    await writeWheels(
      root,
      built('v4'),
      built('a', 'demo-1.0-odd.whl'),
      built('a', 'demo2-1.0-py3-none-any.whl'),
    );
    await writeWheels(root, built('a', 'demo-1.0.tar.gz'), built('a', 'notes.txt'));
    const { findings } = await lintWith(root, stackOf(root, 'v4', 'a'), { paths: ['v4'] });
    expect(findings).toEqual([]);
  });
});

describe('several indexes', () => {
  const [main, extra] = ['https://main.example/simple', 'https://extra.example/simple'];
  const installers = ['pip@20.2', 'pip@26.2', 'uv', 'uv:unsafe-best-match'].map(parseInstaller);
  const sha256 = 'b'.repeat(64);

  test('the same name on two of them is a conflict with each, and the right one is said to win', async () => {
    const root = await tempFolder();
    await writeWheels(root, any);
    const indexes = [listing(main, [{ filename: any, sha256 }]), listing(extra, [{ filename: any, sha256 }])];
    const { findings } = await lintWith(root, { installers }, { indexes });
    expect(findings.map(said)).toEqual([`WHL101 ${any} ${extra} pip 26.2`, `WHL101 ${any} ${main} `]);
    expect(findings.map(({ messageId }) => messageId)).toEqual(['split', 'mine']);
  });

  test('uv stands by the first one that has the project, in whatever versions', async () => {
    const root = await tempFolder();
    await writeWheels(root, linux);
    const better = 'demo-1.0-cp311-cp311-manylinux_2_17_x86_64.whl';
    const indexes = [
      listing(main, [{ filename: better, sha256 }]),
      listing(extra, [{ filename: 'demo-0.9.tar.gz', sha256 }]),
    ];
    const { findings } = await lintWith(root, { installers }, { indexes });
    expect(findings.map(said)).toEqual([`WHL103 ${linux} ${main} pip 26.2`]);
  });

  test('a copy of a file of one of them is not told about the other', async () => {
    const root = await tempFolder();
    const bytes = (await writeWheels(root, any)).get(any) ?? '';
    const own = createHash('sha256').update(bytes).digest('hex');
    const indexes = [
      listing(main, [{ filename: any, sha256: own }]),
      listing(extra, [
        { filename: any, sha256 },
        { filename: 'demo-1.0+cpu-py3-none-any.whl', sha256 },
      ]),
    ];
    const { findings } = await lintWith(root, { installers }, { indexes });
    // What the indexes say of each other is another matter.
    expect(findings.map(({ code }) => code)).toEqual(['WHL108']);
  });
});

describe('pages of links', () => {
  const url = 'https://page.example/wheels.html';
  const index = listing('https://main.example/simple', []);
  const sha256 = 'b'.repeat(64);
  const onPage = (...files: Parameters<typeof listing>[1] & {}) => ({
    findLinks: [{ kind: 'page' as const, page: listing(url, files) }],
  });

  test.each([
    ['the same name', 'WHL101', any],
    ['another spelling', 'WHL102', 'demo-1.0.0-py3-none-any.whl'],
    ['a better tag', 'WHL103', 'demo-1.0-py313-none-any.whl'],
    ['a label', 'WHL104', 'demo-1.0+cpu-py3-none-any.whl'],
  ])('%s on a page is a conflict like on an index', async (_, code, filename) => {
    const root = await tempFolder();
    await writeWheels(root, any);
    const { findings } = await lintWith(root, onPage({ filename, sha256 }), { indexes: [index] });
    expect(findings.map((finding) => [finding.code, finding.data.index])).toEqual([[code, url]]);
  });

  test('a copy is quiet', async () => {
    const root = await tempFolder();
    const bytes = (await writeWheels(root, any)).get(any) ?? '';
    const own = createHash('sha256').update(bytes).digest('hex');
    const { findings } = await lintWith(
      root,
      onPage({ filename: any, sha256: own }, { filename: 'demo-1.0-py313-none-any.whl', sha256 }),
      { indexes: [index] },
    );
    expect(findings).toEqual([]);
  });

  test('who would install a file of one stack is not said to keep the wheel because of another', async () => {
    const root = await tempFolder();
    await writeWheels(root, `a/${linux}`);
    const stackWith = (name: string, filename: string) => ({
      name,
      findLinks: [inFolder(root, 'a'), ...onPage({ filename, sha256 }).findLinks],
    });
    const better = linux.replace('linux', 'manylinux_2_17');
    const stacks = [stackWith('better', better), stackWith('worse', any)];
    const { findings } = await lintWith(root, { stacks }, { indexes: [index] });
    expect(findings.map(({ data }) => [data.other, data.theirs, data.mine])).toEqual([
      [better, 'pip 26.2 and uv', 'pip 26.3'],
    ]);
  });

  test('one that does not answer is counted once for a project, in however many stacks it is', async () => {
    const root = await tempFolder();
    await writeWheels(root, `a/${any}`, `b/${any}`);
    const contest = {
      stacks: ['a', 'b'].map((name) => ({ name, findLinks: [inFolder(root, name)] })),
      findLinks: [{ kind: 'page' as const, page: listing(url) }],
    };
    const { unchecked } = await lintWith(root, contest, { indexes: [index] });
    expect(unchecked).toEqual([{ project: 'demo', source: url, reason: 'HTTP 500' }]);
  });
});
