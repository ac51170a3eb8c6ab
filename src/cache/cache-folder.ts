import { resolve } from 'node:path';
import { tool } from '../tool.ts';

/** The folder asked for, `WHEELHOUSE_LINT_CACHE_DIR`, or the place that the system has for caches. */
export async function cacheFolder(asked: string | undefined, workingDirectory: string): Promise<string> {
  const named = asked || process.env.WHEELHOUSE_LINT_CACHE_DIR;
  if (named) return resolve(workingDirectory, named);
  const { default: envPaths } = await import('env-paths');
  return envPaths(tool.name, { suffix: '' }).cache;
}
