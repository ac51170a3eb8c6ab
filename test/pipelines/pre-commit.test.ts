import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runProgram } from '../support/command-line.ts';
import { codeBlocks, readRoot, version } from './code-blocks.ts';
import { sandbox, threeWheels } from './sandbox.ts';
import { has } from './shell.ts';

/** What https://pre-commit.com/#new-hooks knows of a hook, as far as it is used here. */
const hookSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]+$/)),
  name: v.string(),
  description: v.string(),
  entry: v.string(),
  language: v.literal('system'),
  files: v.string(),
  require_serial: v.boolean(),
});

const hooks = v.parse(v.array(hookSchema), parse(readRoot('.pre-commit-hooks.yaml')));

test('hooks run the program of this package on wheels alone', () => {
  const [program] = Object.keys(JSON.parse(readRoot('package.json')).bin);
  expect(hooks.map(({ entry }) => entry)).toEqual([`npx --yes ${program}@${version}`, program]);
  for (const { files } of hooks) {
    expect(new RegExp(files).test('dist/six-1.17.0-py2.py3-none-any.whl')).toBe(true);
    expect(new RegExp(files).test('dist/six.whl.metadata')).toBe(false);
  }
});

test('the documentation names a hook of theirs, and this version', () => {
  const [example = ''] = codeBlocks(readRoot('docs/pipelines.md'), '## pre-commit', 'yaml');
  const [repository] = parse(example).repos;
  expect(repository.rev).toBe(`v${version}`);
  expect(hooks.map(({ id }) => id)).toContain(repository.hooks[0].id);
});

test('an entry is given files, as pre-commit does', async () => {
  const place = await sandbox(threeWheels);
  for (const { entry } of hooks) {
    const { status, stdout } = await place.run(`${entry} --offline dist/broken-1.0-py3-none-any.whl`);
    expect(status).toBe(1);
    expect(stdout).toContain('1 wheel, 1 project');
  }
});

const hasPreCommit = has('pre-commit');

test.skipIf(!hasPreCommit)(
  `pre-commit accepts the manifest${hasPreCommit ? '' : ' (skipped: no pre-commit)'}`,
  async () => {
    const file = join(import.meta.dirname, '../../.pre-commit-hooks.yaml');
    const { status, stdout } = await runProgram('pre-commit', ['validate-manifest', file], { cwd: '/' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  },
);
