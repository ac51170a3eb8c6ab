import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { parseLockFile } from '../../src/lock-file/parse-lock-file.ts';
import { a, b, promised } from './promised.ts';

const files = ['pylock.toml', 'uv.lock', 'poetry.lock', 'requirements.txt', 'pyodide-lock.json'];

describe('names that JavaScript knows', () => {
  test.each([
    [
      'pyodide-lock.json',
      `{"info": {}, "packages": {"__proto__": {"polluted": 1, "name": "demo", "version": "1", "file_name": "x", "sha256": "${a}"}}}`,
    ],
    [
      'pylock.toml',
      'lock-version = "1.0"\n[[packages]]\nname = "demo"\n[packages.__proto__]\npolluted = 1\n',
    ],
    [
      'poetry.lock',
      `[metadata]\nlock-version = "1"\n[metadata.files]\n__proto__ = [{polluted = 1, hash = "sha256:${a}"}]\n`,
    ],
  ])('do no harm in %s', (file, content) => {
    parseLockFile(content, file);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect('polluted' in {}).toBe(false);
  });

  test('are projects like others', () => {
    const text = `[[package]]\nname = "constructor"\nversion = "1"\n[metadata]\nlock-version = "1"\n`;
    expect(promised(text, 'poetry.lock')).toEqual([]);
    expect(promised(`constructor==1 --hash=sha256:${a}`, 'x.txt')).toEqual(['1 constructor 1 - a']);
  });
});

describe('long and deep files end soon', () => {
  const million = 1_000_000;
  test.each<[what: string, file: string, content: string]>([
    ['brackets', 'uv.lock', `a = ${'['.repeat(million)}`],
    ['tables', 'uv.lock', `a = ${'{a='.repeat(million)}`],
    ['brackets in JSON', 'x.json', '['.repeat(million)],
    ['blanks', 'x.txt', `demo==1 ${' '.repeat(million)}x --hash=sha256:${a}`],
    ['backslashes', 'x.txt', `${'\\'.repeat(million)}x${'\\'.repeat(million)}`],
    ['number signs', 'x.txt', `a${' #'.repeat(million)}`],
    ['quotes', 'x.txt', `demo==1 --hash='${'"'.repeat(million)}`],
    ['dots', 'x.txt', `demo${'.'.repeat(million)}!`],
    ['commas', 'x.txt', `demo${','.repeat(million)}!`],
    ['parentheses', 'x.txt', `demo; ${'('.repeat(million)}!`],
    ['hexadecimal digits', 'x.toml', `x = "${'a'.repeat(million)}"`],
  ])('%s', (_, file, content) => {
    const started = performance.now();
    const said = complaintOrNothing(content, file);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(said.length).toBeLessThan(400);
    expect(said).not.toContain('\n');
  });
});

test('many lines keep their numbers', () => {
  const count = 50_000;
  const text = Array.from({ length: count }, (_, index) => `p${index}==1 \\\n --hash=sha256:${b}\n`).join('');
  const promises = promised(text, 'x.txt');
  expect(promises.length).toBe(count);
  expect(promises.at(-1)).toBe(`${2 * count - 1} p${count - 1} 1 - b`);
});

test('whatever stands in a file, it is read or refused in one line', () => {
  const words = fc.constantFrom(
    ...[
      'lock-version = "1.0"',
      '[[packages]]',
      '[[package]]',
      'version = 1',
      'version = "1.0"',
      'name = "demo"',
      '[metadata]',
    ],
    ...[
      'files = [{file = "x.whl", hash = "sha256:',
      a,
      '"}]',
      'wheels = 1',
      '{',
      '}',
      '[',
      ']',
      '"packages": {',
      '"info": 1',
      ',',
    ],
    ...[
      'demo==1.0',
      '--hash=sha256:',
      '-r x',
      '\\',
      '#',
      '\r',
      '\u2028',
      '__proto__',
      "'",
      '"',
      '=',
      ' ',
      '\t',
      '\0',
      '\u{1f600}',
    ],
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(fc.tuple(words, fc.constantFrom('', ' ', '\n'))),
      (file, parts) => {
        const said = complaintOrNothing(parts.flat().join(''), file);
        expect(said).not.toMatch(/\n|undefined|\[object|at .*\.ts/);
      },
    ),
    { numRuns: 1500 },
  );
});

function complaintOrNothing(content: string, file: string): string {
  try {
    parseLockFile(content, file);
    return '';
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}
