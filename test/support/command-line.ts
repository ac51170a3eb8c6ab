import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The command line as it stands in the sources. */
export const sourceMain = join(import.meta.dirname, '../../src/cli/main.ts');

/** What a program did. */
export interface Outcome {
  /** `null` where a signal ended it, that of the time limit included. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  /** Added to the scrubbed environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly timeout?: number;
  /** Runs it as another user. */
  readonly uid?: number;
}

export interface LintRunOptions extends RunOptions {
  /** The program of Node.js; by default the one that runs the tests. */
  readonly node?: string;
  readonly nodeFlags?: readonly string[];
  readonly main?: string;
}

/** Runs the real command line as a child process. */
export function wheelhouseLint(args: readonly string[], options: LintRunOptions): Promise<Outcome> {
  const { node = process.execPath, nodeFlags = [], main = sourceMain } = options;
  return runProgram(node, [...nodeFlags, main, ...args], options);
}

/** Runs a program with nothing of this environment that could change what it does or says. */
export function runProgram(program: string, args: readonly string[], options: RunOptions): Promise<Outcome> {
  const { cwd, env, timeout = 60_000, uid } = options;
  // What one run keeps is nothing to the next, unless a test says so: servers of tests share their ports.
  const cache = join(tmpdir(), `wheelhouse-lint-cache-${randomUUID()}`);
  return new Promise<Outcome>((resolve) => {
    const child = execFile(
      program,
      args,
      {
        cwd,
        env: { ...scrubbedEnvironment(), XDG_CACHE_HOME: cache, ...env },
        timeout,
        killSignal: 'SIGKILL',
        maxBuffer: 256 * 1024 * 1024,
        ...(uid !== undefined && { uid }),
      },
      (error, stdout, stderr) => {
        // A program that cannot be started is a fault of the test.
        const problem = typeof error?.code === 'string' ? `${stderr}${error.message}` : stderr;
        resolve({ status: child.exitCode, stdout, stderr: problem });
      },
    );
    child.stdin?.end();
  }).finally(() => rm(cache, { recursive: true, force: true }));
}

/** Where programs look for themselves and for temporary files; no CI, no colours, no home with settings in it. */
function scrubbedEnvironment(): Record<string, string> {
  const kept = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'PYENV_VERSION', 'PYENV_ROOT', 'LD_LIBRARY_PATH'];
  const home = join(tmpdir(), 'wheelhouse-lint-has-no-home');
  return {
    ...Object.fromEntries(
      kept.flatMap((name) => [[name, process.env[name] ?? '']]).filter(([, value]) => value),
    ),
    HOME: home,
    XDG_CONFIG_HOME: home,
    LC_ALL: 'C.UTF-8',
  };
}
