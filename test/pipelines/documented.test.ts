import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { runProgram } from '../support/command-line.ts';
import { codeBlocks, readRoot, version } from './code-blocks.ts';
import { type Sandbox, sandbox, threeWheels } from './sandbox.ts';
import { checkSyntax, has, shellcheck } from './shell.ts';

const page = readRoot('docs/pipelines.md');
let place: Sandbox;

beforeAll(async () => {
  place = await sandbox(threeWheels);
});

const read = (name: string): Promise<string> => readFile(join(place.folder, name), 'utf8');

function only(heading: string, language: string): string {
  const [block, another] = codeBlocks(page, heading, language);
  if (block === undefined || another !== undefined) throw new Error(`not one block below '${heading}'`);
  return block;
}

test('GitLab', async () => {
  const job = v.object({
    script: v.array(v.string()),
    artifacts: v.object({ reports: v.object({ codequality: v.string(), junit: v.string() }) }),
  });
  const { wheels } = v.parse(v.object({ wheels: job }), parseYaml(only('## GitLab', 'yaml')));
  expect(wheels.script).toHaveLength(1);
  expect(wheels.script[0]).toContain(`wheelhouse-lint@${version} `);
  const { status, stdout } = await place.run(wheels.script[0] ?? '');
  expect(status).toBe(1);
  expect(stdout).toContain('✖ 2 problems');
  const { codequality, junit } = wheels.artifacts.reports;
  expect(JSON.parse(await read(codequality))).toHaveLength(2);
  expect(await read(junit)).toContain('<testsuites ');
});

test('cibuildwheel', async () => {
  const schema = v.object({
    tool: v.object({ cibuildwheel: v.object({ 'audit-command': v.array(v.string()) }) }),
  });
  const { tool } = v.parse(schema, parseToml(only('## cibuildwheel', 'toml')));
  const command = tool.cibuildwheel['audit-command'].find((line) => line.includes('wheelhouse-lint'));
  expect(command).toContain(`wheelhouse-lint@${version} `);
  const audit = (wheel: string) =>
    place.run((command ?? '').replace('{wheel}', join(place.folder, 'dist', wheel)));
  expect((await audit('broken-1.0-py3-none-any.whl')).status).toBe(1);
  const published = await sandbox('[[wheel]]\nfilename = "fine-1.0-py3-none-any.whl"\n');
  const good = (command ?? '').replace('{wheel}', 'dist/fine-1.0-py3-none-any.whl');
  expect(await published.run(good)).toMatchObject({ status: 0, stderr: '' });
});

describe('scripts', { timeout: 60_000 }, () => {
  const scripts = codeBlocks(page, '# Pipelines', 'sh').filter((script) => !script.startsWith('MAILTO='));

  test.each(scripts)('script %$ is sound', async (script) => {
    expect(await checkSyntax(script)).toMatchObject({ status: 0, stderr: '' });
    if (has('shellcheck')) expect(await shellcheck(script)).toMatchObject({ status: 0, stdout: '' });
    else console.log('shellcheck is not on this machine: scripts are checked by bash -n alone');
  });

  test('Slurm', async () => {
    const reports = join(place.folder, 'audit');
    const script = only('## A nightly audit with Slurm', 'sh');
    await runProgram('sh', ['-c', 'printf "%s" "$0" > audit.sh', script], { cwd: place.folder });
    const { status, stdout } = await place.run('bash audit.sh', {
      WHEELHOUSE: 'wheelhouse',
      REPORTS: reports,
    });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^✖ \d+ problems \(.*\)\n(?: {2}\[\*\].*\n)* {2}3 wheels, 3 projects$/m);
    expect(JSON.parse(await read('audit/index.json'))).toHaveProperty('indexes');
    const [report] =
      (await runProgram('ls', [], { cwd: reports })).stdout.match(/^\d{4}-\d\d-\d\d\.json$/m) ?? [];
    expect(JSON.parse(await read(`audit/${report}`))).toMatchObject({ summary: { wheels: 3 } });
  });

  test('cron prints a report after a night with findings, and nothing else', async () => {
    const line = only('## cron', 'sh')
      .split('\n')
      .find((candidate) => candidate.includes('wheelhouse-lint'));
    // Five fields of time; to cron a bare per cent sign is a line feed.
    const command = /^(?:\S+ ){5}(.*)$/.exec(line ?? '')?.[1] ?? '';
    expect(command).not.toContain('%');
    const at = (folder: string) => place.run(command.replace('/srv/wheelhouse', folder));
    const found = await at('wheelhouse');
    expect(found.status).toBe(0);
    expect(found.stdout).toMatch(/^wheelhouse\/broken-1\.0-py3-none-any\.whl: error WHL601 /);
    expect(await at('wheelhouse/fine-*.whl')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  const hasJq = has('jq');

  test.skipIf(!hasJq)(`lines of JSON${hasJq ? '' : ' (skipped: no jq)'}`, async () => {
    const { stdout } = await place.run(only('## A script of your own', 'sh'));
    expect(stdout).toBe('wheelhouse/broken-1.0-py3-none-any.whl\n');
  });
});

test('a reporter of one’s own runs as it is written', async () => {
  const formats = readRoot('docs/formats.md');
  const heading = '## A reporter of your own';
  const [module = ''] = codeBlocks(formats, heading, 'js');
  const [command = ''] = codeBlocks(formats, heading, 'sh');
  const path = /^\/\/ (\S+)$/m.exec(module)?.[1] ?? '';
  await runProgram('sh', ['-c', 'mkdir -p reporters && printf "%s" "$0" > "$1"', module, path], {
    cwd: place.folder,
  });
  await runProgram('sh', ['-c', 'echo \'{"type":"module"}\' > package.json'], { cwd: place.folder });
  expect((await place.run(command)).status).toBe(1);
  expect(await read('counts.txt')).toBe('wheelhouse-lint: 1 errors in 3 wheels\n');
});
