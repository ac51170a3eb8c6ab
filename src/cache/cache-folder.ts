import { resolve } from 'node:path';
import envPaths from 'env-paths';
import { tool } from '../tool.ts';

/** The folder asked for, `WHEELHOUSE_LINT_CACHE_DIR`, or the place that the system has for caches. */
export function cacheFolder(asked: string | undefined, workingDirectory: string): string {
  const named = asked || process.env.WHEELHOUSE_LINT_CACHE_DIR;
  if (named) return resolve(workingDirectory, named);
  return envPaths(tool.name, { suffix: '' }).cache;
}
