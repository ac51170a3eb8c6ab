import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from 'sarif';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemaProblems } from '../report/support/schemas.ts';
import { isAnnotation, readCommand } from '../report/support/workflow-command.ts';
import type { Outcome } from '../support/command-line.ts';
import { codeBlocks, readRoot, version } from './code-blocks.ts';
import { fineWheel, type Sandbox, sandbox, threeWheels } from './sandbox.ts';
import { checkSyntax, has, shellcheck } from './shell.ts';

const stepSchema = v.object({
  id: v.optional(v.string()),
  if: v.optional(v.string()),
  run: v.optional(v.string()),
  uses: v.optional(v.string()),
  env: v.optional(v.record(v.string(), v.string()), {}),
  with: v.optional(v.record(v.string(), v.string()), {}),
});
const actionSchema = v.object({
  inputs: v.record(v.string(), v.object({ default: v.string(), description: v.string() })),
  outputs: v.record(v.string(), v.object({ value: v.string() })),
  runs: v.object({ steps: v.array(stepSchema) }),
});

const text = readRoot('action.yml');
const action = v.parse(actionSchema, parse(text));
const scripts = action.runs.steps.flatMap(({ run }) => run ?? []);

test('the metadata has the form that GitHub reads', () => {
  const schema = '../../pipelines/schemas/github-action.schema.json';
  expect(schemaProblems(schema, parse(text))).toEqual([]);
  expect(
    schemaProblems(schema, { ...parse(text), runs: { using: 'composite', steps: [{ run: 'x' }] } }),
  ).not.toEqual([]);
});

test('it installs the version that it belongs to', () => {
  expect(action.inputs.version?.default).toBe(version);
});

test('nothing of an input is written into a script', () => {
  for (const script of scripts) expect(script).not.toContain('${{');
});

test('the documentation knows every input', () => {
  const page = readRoot('docs/pipelines.md');
  for (const name of Object.keys(action.inputs))
    expect(page).toMatch(new RegExp(`^\\| \`${name}\` \\|`, 'm'));
  const workflow = parse(codeBlocks(page, '## GitHub Actions', 'yaml')[0] ?? '');
  const [, step] = workflow.jobs.lint.steps;
  expect(step.uses).toBe(`wheelhouse-lint/wheelhouse-lint@v${version}`);
  for (const name of Object.keys(step.with)) expect(action.inputs).toHaveProperty([name]);
});

const canCheck = has('shellcheck');

test.each(scripts)('script %$ is sound', async (script) => {
  expect(await checkSyntax(script)).toMatchObject({ status: 0, stderr: '' });
  if (canCheck) expect(await shellcheck(script)).toMatchObject({ status: 0, stdout: '' });
  else console.log('shellcheck is not on this machine: scripts are checked by bash -n alone');
});

/** What the runner of GitHub Actions does with the steps that are scripts. */
async function runAction(
  place: Sandbox,
  given: Readonly<Record<string, string>>,
): Promise<{ outcomes: Outcome[]; outputs: Record<string, string>; summary: string; runner: string }> {
  const runner = join(place.folder, 'runner');
  await mkdir(runner, { recursive: true });
  const files = { GITHUB_OUTPUT: join(runner, 'output'), GITHUB_STEP_SUMMARY: join(runner, 'summary') };
  for (const file of Object.values(files)) await writeFile(file, '');
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [name, given[name] ?? input.default]),
  );
  const outputs: Record<string, string> = {};
  const fill = (value: string): string =>
    value
      .replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => inputs[name] ?? '')
      .replace(/\$\{\{ steps\.lint\.outputs\.(\w+) \}\}/g, (_, name: string) => outputs[name] ?? '');
  const outcomes: Outcome[] = [];
  for (const { run, env } of action.runs.steps) {
    if (run === undefined) continue;
    const filled = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(value)]));
    const variables = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: place.folder, CI: 'true' };
    outcomes.push(await place.run(run, { ...variables, RUNNER_TEMP: runner, ...files, ...filled }));
    for (const line of (await readFile(files.GITHUB_OUTPUT, 'utf8')).split('\n').filter(Boolean)) {
      const equals = line.indexOf('=');
      outputs[line.slice(0, equals)] = line.slice(equals + 1);
    }
  }
  return { outcomes, outputs, summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'), runner };
}

describe('its steps', { timeout: 60_000 }, () => {
  let place: Sandbox;

  beforeAll(async () => {
    place = await sandbox(threeWheels);
  });

  test('install, lint, annotate, summarise, hand out SARIF, and fail at the end', async () => {
    const { outcomes, outputs, summary, runner } = await runAction(place, {});
    const [install, lint, verdict] = outcomes;
    expect(install).toMatchObject({ status: 0, stderr: '' });
    expect(await readFile(join(runner, 'wheelhouse-lint/npm.txt'), 'utf8')).toContain(
      `--ignore-scripts wheelhouse-lint@${version}`,
    );
    expect(lint).toMatchObject({ status: 0, stderr: '' });
    const annotations = lint?.stdout.split('\n').filter(isAnnotation).map(readCommand) ?? [];
    expect(annotations.map(({ name, properties }) => `${name} ${properties.file}`)).toEqual([
      'error dist/broken-1.0-py3-none-any.whl',
      'warning dist/twice-1.0+mysite.mysite-py3-none-any.whl',
    ]);
    expect(summary).toContain('## wheelhouse-lint: 2 problems (1 error, 1 warning)');
    expect(outputs.status).toBe('1');
    const log: Log = JSON.parse(await readFile(outputs.sarif ?? '', 'utf8'));
    expect(log.runs[0]?.automationDetails?.id).toBe('wheelhouse-lint/');
    expect(verdict?.status).toBe(1);
  });

  test('options and several paths, one a line; no annotations and no summary', async () => {
    const { outcomes, outputs, summary } = await runAction(place, {
      paths: 'dist/fine-*.whl\nwheelhouse/twice-*.whl\n',
      args: '--rule\nunexpected-local-label=off\n',
      annotate: 'false',
      summary: 'false',
      category: '',
    });
    expect(outcomes.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(outcomes[1]?.stdout).toBe('✔ No problems in 2 wheels of 2 projects.\n');
    expect(summary).toBe('');
    const log: Log = JSON.parse(await readFile(outputs.sarif ?? '', 'utf8'));
    expect(log.runs[0]?.automationDetails).toBeUndefined();
  });

  test('what is no wheel fails with status 2, and nothing is uploaded', async () => {
    const { outcomes, outputs } = await runAction(place, { paths: 'answers' });
    expect(outputs).toEqual({ status: '2' });
    expect(outcomes.at(-1)?.status).toBe(2);
    expect(outcomes[1]?.stderr).toContain("There are no wheels (*.whl) in 'answers'.");
  });

  test('nothing in an input is run, and a path is no option', async () => {
    const { outcomes } = await runAction(place, {
      paths: '$(touch pwned)\n`touch pwned`\n"; touch pwned; "\n--debug',
      args: '--select=$(touch pwned)',
      category: '$(touch pwned)',
    });
    expect(outcomes.at(-1)?.status).toBe(2);
    expect(existsSync(join(place.folder, 'pwned'))).toBe(false);
    const { outcomes: dashed } = await runAction(place, { paths: '--help' });
    expect(dashed[1]?.stderr).toBe("There is no file or folder '--help'.\n");
  });

  test('a clean wheelhouse passes', async () => {
    const { outcomes, summary } = await runAction(await sandbox(fineWheel), {});
    expect(outcomes.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(summary).toContain('wheelhouse-lint: no problems');
  });
});
