import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function has(program: string): boolean {
  return process.platform === 'linux' && spawnSync(program, ['--version']).status === 0;
}

/** Says why tests of a tool are not run. */
export function orSay(program: string): boolean {
  const found = has(program);
  if (!found) console.log(`not to be had on this machine, so its tests are skipped: ${program}`);
  return found;
}

const program = `
#include <math.h>
#include <stdio.h>
#include <string.h>
double answer(double x) { char bytes[16]; memcpy(bytes, &x, 8); return printf("%s", bytes) + pow(x, 2.5); }
#ifndef LIBRARY
int main(void) { return (int)answer(1.5); }
#endif
`;

/** Compiles C, by default a small program or library, and gives its path to a callback that reads it. */
export function compile<Result>(
  compiler: string,
  options: readonly string[],
  read: (path: string, bytes: Buffer) => Result,
  source = program,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'compiled-'));
  try {
    const input = join(folder, 'a.c');
    // mingw adds the suffix where there is none.
    const output = join(folder, 'out.bin');
    writeFileSync(input, source);
    execFileSync(compiler, ['-o', output, input, ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
    return read(output, readFileSync(output));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const library = ['-shared', '-fPIC', '-DLIBRARY', '-lm'];

/** Every match of the first group in what a tool prints about a file. */
export function matches(tool: string, options: readonly string[], path: string, pattern: RegExp): string[] {
  const text = execFileSync(tool, [...options, path], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return Array.from(text.matchAll(pattern), ([, found = '']) => found);
}
