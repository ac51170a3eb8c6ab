import { delimiter } from 'node:path';
import { type Outcome, runProgram } from '../../support/command-line.ts';

/** How a pip is called. */
export interface PipCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** By which name the model knows it, where that is not the one of its version. */
  readonly installer: string | undefined;
}

/**
 * Reads `python3 -m pip`. Before it may stand `NAME=value` for its environment, and before that the name by which the
 * model is to know it: `pip@26.2 PYTHONPATH=/some/where python3 -m pip`.
 */
export function parsePipCommand(text: string): PipCommand {
  const words = text.trim().split(/\s+/);
  const installer = words[0]?.startsWith('pip@') ? words.shift() : undefined;
  const start = words.findIndex((word) => !/^\w+=/.test(word));
  const env = words.slice(0, start).map((word) => {
    const [name = '', ...value] = word.split('=');
    return [name, value.join('=')];
  });
  const [program = '', ...args] = words.slice(start);
  return { program, args, env: Object.fromEntries(env), installer };
}

export interface PipCall {
  readonly cwd: string;
  /** A folder that Python looks into before all others. */
  readonly modules?: string | undefined;
  /** Milliseconds. */
  readonly timeout?: number;
}

/** Runs pip without any configuration of this machine. */
export function callPip(command: PipCommand, args: readonly string[], options: PipCall): Promise<Outcome> {
  const { cwd, modules, timeout = 300_000 } = options;
  const paths = [modules, command.env.PYTHONPATH].filter((path) => path !== undefined);
  return runProgram(command.program, [...command.args, ...args], {
    cwd,
    timeout,
    env: {
      PIP_CONFIG_FILE: '/dev/null',
      PIP_DISABLE_PIP_VERSION_CHECK: '1',
      PIP_NO_CACHE_DIR: '1',
      PIP_BREAK_SYSTEM_PACKAGES: '1',
      PIP_ROOT_USER_ACTION: 'ignore',
      PIP_RETRIES: '0',
      PYTHONWARNINGS: 'ignore',
      no_proxy: '*',
      ...command.env,
      ...(paths.length > 0 && { PYTHONPATH: paths.join(delimiter) }),
    },
  });
}

/** What a program that failed said at the end: its error, or the exception that ended it. */
export function lastWords({ status, stderr }: Outcome): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const error = stderr.includes('Traceback') ? undefined : lines.findLast((line) => line.includes('ERROR'));
  return error ?? lines.at(-1) ?? `it ended with ${status}`;
}

/** A `_manylinux.py` that refuses manylinux, for every pip. @see https://peps.python.org/pep-0600/ */
export const noManylinux = `manylinux1_compatible = manylinux2010_compatible = manylinux2014_compatible = False

def manylinux_compatible(*_):
    return False
`;
