import { execFileSync } from 'node:child_process';
import { type Outcome, runProgram } from '../support/command-line.ts';

/** Whether a program is on this machine. */
export function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What bash says of the syntax of a script. */
export function checkSyntax(script: string): Promise<Outcome> {
  return runProgram('bash', ['-n', '-c', script], { cwd: '/' });
}

/** What shellcheck says of a script for bash. */
export function shellcheck(script: string): Promise<Outcome> {
  // A script that begins with `#!` says which shell it is for; the others run in bash.
  return runProgram('bash', ['-c', 'shellcheck --shell=bash - <<< "$0"', script], { cwd: '/' });
}
