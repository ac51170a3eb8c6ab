import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type NetrcEntry, NetrcError, parseNetrc } from './netrc.ts';
import type { Environment } from './proxies.ts';

/** The machine that credentials are looked for on. */
export interface NetrcPlace {
  readonly environment: Environment;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

export interface NetrcFile {
  readonly entries: readonly NetrcEntry[];
  /** Why there are none, where that has to be said: a sentence. */
  readonly notice: string | undefined;
}

/**
 * What `NETRC` names, or `~/.netrc`, on Windows also `~/_netrc`; the first that is there. One that makes no sense counts
 * for nothing, as in pip, but is told.
 */
export async function readNetrcFile({ environment, platform, home }: NetrcPlace): Promise<NetrcFile> {
  const named = environment.NETRC;
  const usual = [join(home, '.netrc'), ...(platform === 'win32' ? [join(home, '_netrc')] : [])];
  for (const path of named === undefined || named === '' ? usual : [named]) {
    try {
      return { entries: parseNetrc(await readFile(path, 'utf8')), notice: undefined };
    } catch (error) {
      const problem = problemOf(error);
      if (problem === undefined) continue;
      return { entries: [], notice: `'${path}' is passed over, with the credentials in it: ${problem}.` };
    }
  }
  return { entries: [], notice: undefined };
}

/** `undefined` where there is no such file. */
function problemOf(error: unknown): string | undefined {
  if (error instanceof NetrcError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : `it cannot be read (${code})`;
}
