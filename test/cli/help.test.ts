import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { presetNames } from '../../src/config/presets.ts';
import { formatNames } from '../../src/report/index.ts';
import { wheelhouseLint } from '../support/command-line.ts';

const cwd = import.meta.dirname;
const root = new URL('../../', import.meta.url);

/** The long flags at the start of lines, with what they take. */
function flagsOf(text: string, line: RegExp): string[] {
  return Array.from(text.matchAll(line), ([, flag = '']) => flag).sort();
}

test('--help lists exactly the options of docs/command-line.md', async () => {
  const { status, stdout, stderr } = await wheelhouseLint(['--help'], { cwd });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const page = await readFile(new URL('docs/command-line.md', root), 'utf8');
  const shown = flagsOf(stdout, /^ {2}(?:-\w, )?(--[\w-]+)/gm);
  const documented = flagsOf(page, /^\| `(--[\w-]+)/gm);
  expect(documented.length).toBeGreaterThan(15);
  expect(shown.filter((flag) => flag !== '--help' && flag !== '--version')).toEqual(documented);
});

test('help and page name every preset and format', async () => {
  const { stdout } = await wheelhouseLint(['--help'], { cwd });
  const page = await readFile(new URL('docs/command-line.md', root), 'utf8');
  for (const word of presetNames) {
    expect(stdout).toContain(word);
    expect(page).toContain(`\`${word}\``);
  }
  for (const word of formatNames) {
    expect(stdout).toContain(word);
    expect(page).toContain(`\`${word}\``);
  }
});

test('no line of the help is wider than 100 columns', async () => {
  const { stdout } = await wheelhouseLint(['--help'], { cwd });
  expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
});

test('--version is that of package.json', async () => {
  const { version }: { version: string } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
  const run = await wheelhouseLint(['--version'], { cwd });
  expect(run).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test('rules --help explains the command', async () => {
  const { status, stdout } = await wheelhouseLint(['rules', '--help'], { cwd });
  expect(status).toBe(0);
  expect(stdout).toMatch(/wheelhouse-lint rules .*\[name\]/);
});
