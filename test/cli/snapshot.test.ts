import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type AnsweredFile, projectAnswer } from '../../fixtures/pypi-answer.ts';
import { wheelhouseLint } from '../support/command-line.ts';
import { explainToJson } from '../support/explanation.ts';
import { lintToJson } from '../support/json-report.ts';
import { type StandInIndex, type StandInProject, startStandIn } from '../support/stand-in-index.ts';
import { startStandInSimple } from '../support/stand-in-simple.ts';
import { tempFolder, writeFiles, writeWheels } from '../support/temp-wheelhouse.ts';

const pure = (name: string, version = '1.0'): string => `${name}-${version}-py3-none-any.whl`;
const SECRET = '//user:hunter2@';

async function index(projects: Readonly<Record<string, readonly AnsweredFile[] | StandInProject>>) {
  const answers = Object.entries(projects).map(([name, about]) => [
    name,
    'length' in about ? { answer: projectAnswer(name, about) } : about,
  ]);
  const server = await startStandIn(Object.fromEntries(answers));
  onTestFinished(() => server.close());
  return server;
}

const yanked = { yanked: 'broken, see\u2028"here"', requiresPython: '>=3.8', size: null, sha256: null };

interface Scene {
  readonly cwd: string;
  readonly servers: readonly StandInIndex[];
  readonly network: readonly string[];
}

/** A wheelhouse and two indexes that disagree about it. */
async function scene(): Promise<Scene> {
  const cwd = await tempFolder();
  await writeWheels(cwd, ...['demo', 'both', 'own', 'empty'].map((name) => `wheels/${pure(name)}`));
  const first = await index({
    demo: [
      { filename: pure('demo'), sha256: 'b'.repeat(64) },
      { filename: pure('demo', '2.0'), ...yanked },
    ],
    both: [{ filename: pure('both') }],
    empty: [],
  });
  const second = await index({ both: [{ filename: pure('both'), sha256: 'c'.repeat(64) }] });
  const network = [
    '--no-config',
    `--index-url=${first.url.replace('//', SECRET)}`,
    `--extra-index-url=${second.url}`,
    '--no-cache',
  ];
  return { cwd, servers: [first, second], network };
}

const file = ['--no-config', '--index-url', 'file:index.json'];

test('lint and explain say the same from a snapshot as from the network', async () => {
  const { cwd, servers, network } = await scene();
  const online = await lintToJson([...network, '--preset', 'all', 'wheels'], { cwd });
  const explained = await Promise.all(
    ['demo', 'both', 'own', 'empty'].map((name) => explainToJson([name, 'wheels', ...network], { cwd })),
  );
  const taken = await wheelhouseLint(['snapshot', ...network, '-o', 'index.json', 'wheels'], { cwd });
  expect(taken).toEqual({ status: 0, stdout: 'index.json: 4 projects, 2 indexes\n', stderr: '' });
  for (const server of servers) await server.close();

  expect(online.report.findings.length).toBeGreaterThan(3);
  expect(await lintToJson([...file, '--preset', 'all', 'wheels'], { cwd })).toEqual(online);
  for (const [place, name] of ['demo', 'both', 'own', 'empty'].entries()) {
    expect(await explainToJson([name, 'wheels', ...file, '--offline'], { cwd })).toEqual(explained[place]);
  }
  const toml = '[[index]]\nurl = "file:index.json"\n';
  await writeFiles(cwd, { 'deep/wheelhouse-lint.toml': toml.replace('file:', 'file:../') });
  const configured = ['--config', 'deep/wheelhouse-lint.toml', '--preset', 'all', 'wheels'];
  expect(await lintToJson(configured, { cwd })).toEqual(online);
});

test('projects are sorted, files keep their order, a line each, and the same facts give the same bytes', async () => {
  const { cwd, servers, network } = await scene();
  for (const name of ['one.json', 'two.json']) {
    await wheelhouseLint(['snapshot', ...network, '-o', name, 'wheels'], { cwd });
  }
  const text = await readFile(join(cwd, 'one.json'), 'utf8');
  expect(await readFile(join(cwd, 'two.json'), 'utf8')).toBe(text);
  expect(text).not.toContain('hunter2');
  const at = (name: string): string => `"url":"https://files.example/packages/${name}"`;
  const time = '"upload-time":"2024-01-01T00:00:00.000000Z"';
  expect(text).toBe(`{
"format": "wheelhouse-lint snapshot",
"version": 1,
"indexes": [
{
"url": "${servers[0]?.url}",
"projects": {
"both": [
{"filename":"${pure('both')}",${at(pure('both'))},"size":1000,"sha256":"${'a'.repeat(64)}",${time}}
],
"demo": [
{"filename":"${pure('demo')}",${at(pure('demo'))},"size":1000,"sha256":"${'b'.repeat(64)}",${time}},
{"filename":"${pure('demo', '2.0')}",${at(pure('demo', '2.0'))},"yanked":${JSON.stringify(yanked.yanked)},"requires-python":">=3.8",${time}}
],
"empty": [],
"own": null
}
},
{
"url": "${servers[1]?.url}",
"projects": {
"both": [
{"filename":"${pure('both')}",${at(pure('both'))},"size":1000,"sha256":"${'c'.repeat(64)}",${time}}
],
"demo": null,
"empty": null,
"own": null
}
}
]
}
`);
});

test('a project that is not in the snapshot is unchecked', async () => {
  const { cwd, servers, network } = await scene();
  await wheelhouseLint(['snapshot', ...network, '-o', 'index.json', 'wheels'], { cwd });
  await writeWheels(cwd, `more/${pure('new')}`);
  const { report, status } = await lintToJson([...file, 'more'], { cwd });
  expect(status).toBe(3);
  expect(report.unchecked).toEqual(
    servers.map(({ url }) => ({ project: 'new', source: url, reason: 'not in the snapshot' })),
  );
});

test('projects without an answer are named, and not recorded: exit status 3', async () => {
  const cwd = await tempFolder();
  const dead = ['a', 'b', 'c', 'd', 'e', 'f'];
  await writeWheels(cwd, ...['demo', ...dead].map((name) => `wheels/${pure(name)}`));
  const refused = Object.fromEntries(dead.map((name) => [name, { always: { status: 403 } }]));
  const server = await index({ ...refused, demo: [{ filename: pure('demo') }] });
  const args = ['snapshot', '--no-config', '--index-url', server.url, '-o', 'index.json', 'wheels'];
  expect(await wheelhouseLint(args, { cwd })).toEqual({
    status: 3,
    stdout: `index.json: 7 projects, 1 index
6 projects could not be checked completely, and are not in it:
  ${server.url}: HTTP 403 (does it mean "not listed"? then set forbidden = "not-listed") (a, b, c, d, e and f)
`,
    stderr: '',
  });
  const { indexes } = JSON.parse(await readFile(join(cwd, 'index.json'), 'utf8'));
  expect(Object.keys(indexes[0].projects)).toEqual(['demo']);
});

test('a Simple API, a folder of answers and a snapshot can be recorded', async () => {
  const cwd = await tempFolder();
  await writeWheels(cwd, `wheels/${pure('demo')}`);
  const simple = await startStandInSimple({
    '/simple/demo/': { body: `<a href="${pure('demo', '2.0')}">x</a>` },
  });
  onTestFinished(() => simple.close());
  await writeFiles(cwd, { 'answers/demo.html': `<a href="${pure('demo', '3.0')}">x</a>` });
  const sources = [`--index-url=${simple.origin}/simple`, '--extra-index-url=file:answers'];
  const take = (output: string, ...from: string[]) =>
    wheelhouseLint(['snapshot', '--no-config', ...from, '-o', output, 'wheels'], { cwd });
  expect((await take('index.json', ...sources)).status).toBe(0);
  expect((await take('again.json', '--index-url=file:index.json')).status).toBe(0);
  const text = await readFile(join(cwd, 'index.json'), 'utf8');
  expect(await readFile(join(cwd, 'again.json'), 'utf8')).toBe(text);
  expect(text).toContain(`"${simple.origin}/simple/demo/${pure('demo', '2.0')}"`);
  expect(text).toContain(`"${pathToFileURL(join(cwd, 'answers', pure('demo', '3.0'))).href}"`);
});

test('with --metadata, requirements are compared without a network', async () => {
  const cwd = await tempFolder();
  const mine = 'demo-1.0+mine-py3-none-any.whl';
  await writeWheels(cwd, `wheels/${mine}`);
  const server = await startStandInSimple({
    '/simple/demo/': { body: `<a href="${pure('demo')}" data-core-metadata="true">x</a>` },
    [`/simple/demo/${pure('demo')}.metadata`]: {
      body: 'Metadata-Version: 2.1\nName: demo\nVersion: 1.0\nRequires-Dist: six\n\nA description\n',
    },
  });
  onTestFinished(() => server.close());
  const from = ['--no-config', `--index-url=${server.origin}/simple`, '--no-cache'];
  const rule = ['--rule', 'requirement-changed=warning', 'wheels'];
  const online = await lintToJson([...from, ...rule], { cwd });
  expect(online.report.findings).toMatchObject([{ rule: 'requirement-changed' }]);
  for (const name of ['without.json', 'with.json']) {
    const more = name === 'with.json' ? ['--metadata'] : [];
    const taken = await wheelhouseLint(['snapshot', ...from, ...more, '-o', name, 'wheels'], { cwd });
    expect(taken).toEqual({ status: 0, stdout: `${name}: 1 project, 1 index\n`, stderr: '' });
  }
  await server.close();
  expect(await readFile(join(cwd, 'with.json'), 'utf8')).toContain(`"metadata": {
"${pure('demo')}": [
"Metadata-Version: 2.1",
"Name: demo",
"Version: 1.0",
"Requires-Dist: six",
""
]
}`);
  const again = (name: string) => lintToJson(['--no-config', `--index-url=file:${name}`, ...rule], { cwd });
  expect(await again('with.json')).toEqual(online);
  const without = await again('without.json');
  expect(without.status).toBe(3);
  expect(without.report.unchecked[0]?.reason).toBe(
    `METADATA of ${pure('demo')}: not in the snapshot; take it with --metadata`,
  );
});

test('with --requirements, required projects are looked for without a network', async () => {
  const cwd = await tempFolder();
  const requires = ['six>=2', 'gone', 'demo', 'more; extra == "x"'];
  await writeWheels(cwd, { filename: pure('demo'), folder: 'wheels', requires });
  const server = await index({ demo: [], six: [{ filename: pure('six') }] });
  const from = ['--no-config', `--index-url=${server.url}`, '--no-cache'];
  const rule = ['--select', 'unsatisfied-requirement', 'wheels'];
  const online = await lintToJson([...from, ...rule], { cwd });
  expect(online.report.findings.map(({ data }) => data.project)).toEqual(['six', 'gone']);
  const take = (...more: string[]) =>
    wheelhouseLint(['snapshot', ...from, ...more, '-o', 'index.json', 'wheels'], { cwd });
  expect((await take()).stdout).toBe('index.json: 1 project, 1 index\n');
  const without = await lintToJson([...file, ...rule], { cwd });
  expect(without.report.unchecked.map(({ project }) => project)).toEqual(['gone', 'six']);
  expect((await take('--requirements')).stdout).toBe('index.json: 3 projects, 1 index\n');
  await server.close();
  expect(await lintToJson([...file, ...rule], { cwd })).toEqual(online);
});

describe('what is wrong is said in one line', () => {
  const facts = (projects: unknown, url = 'https://index.example/pypi') => ({
    format: 'wheelhouse-lint snapshot',
    version: 1,
    indexes: [{ url, projects }],
  });
  const of = (name: string, url = 'https://f.example/x') => facts({ demo: [{ filename: name, url }] });

  test.each<[string, unknown, string]>([
    ['other JSON', { info: {} }, 'it is not a snapshot'],
    ['a list', [], 'it is not a snapshot'],
    ['another version', { ...facts({}), version: 2 }, 'it is of version 2, and only 1 is known'],
    ['no indexes', { ...facts({}), indexes: {} }, 'it has no "indexes"'],
    ['an index without projects', facts([]), 'an index in it has no "url" or no "projects"'],
    ['an index nowhere', facts({}, 'ftp://x'), 'Every index URL starts with https:, http: or file:'],
    ['a name that leads elsewhere', facts({ '../x': null }), '"../x" is not a normalised project name'],
    ['a name that moves the cursor', facts({ '\u001b[2J': null }), '"[2J" is not a normalised project name'],
    ['no list', facts({ demo: {} }), '"demo" has no list of files'],
    ['a file name with a slash', of('../x.whl'), 'a file of "demo" has no name, or a URL that cannot be'],
    ['a file of this machine', of('x.whl', 'file:///etc/passwd'), 'a file of "demo" has no name, or a URL'],
  ])('%s', async (_, content, reason) => {
    const cwd = await tempFolder();
    await writeWheels(cwd, `wheels/${pure('demo')}`);
    await writeFile(join(cwd, 'index.json'), JSON.stringify(content));
    const { status, stdout, stderr } = await wheelhouseLint([...file, 'wheels'], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^The snapshot '.*index\.json' cannot be used: .*\.\n$/);
    expect(stderr).toContain(reason);
  });

  test.each([
    [['-o', 'index.json', 'nowhere'], "There is no file or folder 'nowhere'."],
    [['-o', 'index.json', 'empty'], "There are no wheels (*.whl) in 'empty'."],
    [['wheels'], "Required option '-o, --output <file>' not specified"],
    [['-o', 'no/index.json', '--index-url=file:answers', 'wheels'], "index.json' cannot be written: "],
    [['-o', 'index.json', '--offline', 'wheels'], 'There is no index to take a snapshot of.'],
    [['-o', 'index.json', '--pre', 'wheels'], "Unknown option '--pre'"],
  ])('snapshot %j', async (args, line) => {
    const cwd = await tempFolder();
    await writeWheels(cwd, `wheels/${pure('demo')}`);
    await writeFiles(cwd, { 'empty/readme': '', 'answers/demo.json': '{"urls": []}' });
    const { status, stdout, stderr } = await wheelhouseLint(['snapshot', '--no-config', ...args], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(line);
    expect((await readdir(cwd)).sort()).toEqual(['answers', 'empty', 'wheels']);
  });

  test('a snapshot that is missing', async () => {
    const cwd = await tempFolder();
    await writeWheels(cwd, `wheels/${pure('demo')}`);
    const { status, stderr } = await wheelhouseLint([...file, 'wheels'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^The snapshot '.*index\.json' cannot be used: there is no such file\.\n$/);
  });
});
