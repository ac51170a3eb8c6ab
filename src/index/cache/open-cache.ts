import { resolve } from 'node:path';
import { tool } from '../../tool.ts';
import { AnswerCache, type CacheOptions } from './answer-cache.ts';

/** @param folder asked for; by default where {@link cacheFolder} has it */
export async function openCache(
  folder: string | undefined,
  workingDirectory: string,
  options: Omit<CacheOptions, 'folder'>,
): Promise<AnswerCache> {
  return new AnswerCache({ ...options, folder: await cacheFolder(folder, workingDirectory) });
}

/** The folder asked for, `WHEELHOUSE_LINT_CACHE_DIR`, or the place that the system has for caches. */
async function cacheFolder(asked: string | undefined, workingDirectory: string): Promise<string> {
  const named = asked || process.env.WHEELHOUSE_LINT_CACHE_DIR;
  if (named) return resolve(workingDirectory, named);
  const { default: envPaths } = await import('env-paths');
  return envPaths(tool.name, { suffix: '' }).cache;
}
