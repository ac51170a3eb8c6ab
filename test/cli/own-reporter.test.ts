import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Outcome, wheelhouseLint } from '../support/command-line.ts';
import { tempWheelhouse, writeFiles } from '../support/temp-wheelhouse.ts';

let cwd = '';

beforeAll(async () => {
  cwd = await tempWheelhouse(`
[[wheel]]
filename = "broken-1.0-py3-none-any.whl"
raw = ""
`);
  const counts = `(result, context) => \`\${context.tool.name}: \${result.summary.errors} of \${context.rules.length > 0}\\n\``;
  await writeFiles(cwd, {
    'counts.mjs': `export default ${counts};\n`,
    'later.mjs': `export default async ${counts};\n`,
    'typed.ts': `export default function counts(result: { summary: { errors: number } }): string { return \`\${result.summary.errors}\\n\`; }\n`,
    'old.cjs': `module.exports = ${counts};\n`,
    'nothing.mjs': 'export const x = 1;\n',
    'number.mjs': 'export default () => 1;\n',
    'failing.mjs': 'export default () => { throw new Error("no\\nway"); };\n',
    'mistyped.mjs': 'export default (;\n',
    'lost.mjs': 'import "./gone.mjs";\n',
    'node_modules/wheel-counts/package.json': '{ "main": "index.js" }',
    'node_modules/wheel-counts/index.js': `module.exports = ${counts};\n`,
    'node_modules/@site/counts/package.json': '{ "type": "module", "exports": "./index.js" }',
    'node_modules/@site/counts/index.js': `export default ${counts};\n`,
    'node_modules/odd/package.json': '{ "type": "module", "exports": { "import": "./index.js" } }',
    'node_modules/odd/index.js': `export default ${counts};\n`,
  });
});

function lint(...args: string[]): Promise<Outcome> {
  return wheelhouseLint(['--no-config', '--offline', ...args, 'wheels'], { cwd });
}

describe('a reporter of somebody’s own', () => {
  test.each([
    './counts.mjs',
    'counts.mjs',
    './later.mjs',
    './old.cjs',
    'wheel-counts',
    '@site/counts',
  ])('%s', async (name) => {
    expect(await lint('--format', name)).toEqual({
      status: 1,
      stdout: 'wheelhouse-lint: 1 of true\n',
      stderr: '',
    });
  });

  test('in TypeScript, and by its whole path', async () => {
    expect((await lint('--format', join(cwd, 'typed.ts'))).stdout).toBe('1\n');
  });

  test('in a file, beside a format', async () => {
    const { stdout } = await lint('--format', 'concise', '--format', './counts.mjs=counts.txt');
    expect(stdout).toMatch(/: error WHL601 /);
    expect(await readFile(join(cwd, 'counts.txt'), 'utf8')).toBe('wheelhouse-lint: 1 of true\n');
  });

  test.each([
    ['a file that is not there', './gone.mjs', /^There is no reporter '\.\/gone\.mjs'\.\n$/],
    ['a package that is not there', 'no-such-package', /^There is no format 'no-such-package'\. There are: /],
    ['a format, mistyped', 'stylsh', /^There is no format 'stylsh'\. Did you mean 'stylish'\?\n$/],
    ['no default export', './nothing.mjs', /^The reporter '\.\/nothing\.mjs' has no function as its default/],
    ['no text', './number.mjs', /^The reporter '\.\/number\.mjs' made no text\.\n$/],
    ['an error', './failing.mjs', /^The reporter '\.\/failing\.mjs' failed: no\.\n$/],
    ['a mistake in it', './mistyped.mjs', /^The reporter '\.\/mistyped\.mjs' cannot be loaded: .+\n$/],
    ['an import that is not there', './lost.mjs', /cannot be loaded: .*gone\.mjs.*\n$/],
    ['a package for import alone', 'odd', /'odd' cannot be loaded: .* Name its file instead\.\n$/],
  ])('%s: status 2 and one line', async (_name, format, message) => {
    const { status, stdout, stderr } = await lint('--format', format);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  test('one that fails does not keep the others from being written', async () => {
    const { status } = await lint('--format', './failing.mjs', '--format', 'json=beside.json');
    expect(status).toBe(2);
    expect(JSON.parse(await readFile(join(cwd, 'beside.json'), 'utf8'))).toMatchObject({ version: 1 });
  });
});
