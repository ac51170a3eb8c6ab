import { type PlatformPath, posix, win32 } from 'node:path';

/** What pip would find around it. */
export interface PipMachine {
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  readonly platform: NodeJS.Platform;
  /** Home folder of the account, for where the environment names none. */
  readonly home: string;
  /** Absolute. */
  readonly workingDirectory: string;
}

/** The rules for paths of the machine. */
export function pathsOf({ platform }: PipMachine): PlatformPath {
  return platform === 'win32' ? win32 : posix;
}

/** A variable of the environment; its name has no case on Windows. */
export function variable({ environment, platform }: PipMachine, name: string): string | undefined {
  if (platform !== 'win32') return environment[name];
  return Object.entries(environment).find(([own]) => own.toUpperCase() === name)?.[1];
}

/** Python's `os.path.expanduser('~')`. */
export function homeOf(machine: PipMachine): string {
  if (machine.platform === 'win32') return variable(machine, 'USERPROFILE') ?? machine.home;
  return (variable(machine, 'HOME') ?? machine.home) || '/';
}

/** A path by which pip means it: relative ones are so to the working directory. */
export function absolutePath(machine: PipMachine, path: string): string {
  return pathsOf(machine).resolve(machine.workingDirectory, path);
}
