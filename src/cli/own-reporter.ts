import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../errors.ts';
import type { Reporter } from '../report/reporter.ts';

/**
 * A reporter of somebody's own: the default export of a module, named by its path (with a `.`, a root or the suffix of a
 * module) or as a package that is installed where the run takes place.
 * @returns `undefined` where a word is no path, and no such package is installed
 * @throws {UsageError} where it cannot be loaded, or is no function
 */
export async function loadOwnReporter(word: string, workingDirectory: string): Promise<Reporter | undefined> {
  const path = isPath(word) ? resolve(workingDirectory, word) : findPackage(word, workingDirectory);
  if (path === undefined) return undefined;
  const reporter = defaultOf(await load(word, path));
  if (typeof reporter !== 'function')
    throw new UsageError(`The reporter '${word}' has no function as its default export.`);
  return async (result, context) => {
    const report: unknown = await attempt(word, () => reporter(result, context));
    if (typeof report === 'string') return report;
    throw new UsageError(`The reporter '${word}' made no text.`);
  };
}

function isPath(word: string): boolean {
  return /^\.{1,2}[/\\]/.test(word) || isAbsolute(word) || /\.[cm]?[jt]s$/.test(word);
}

function findPackage(word: string, workingDirectory: string): string | undefined {
  try {
    return createRequire(join(workingDirectory, 'reporter.js')).resolve(word);
  } catch (error) {
    if (codeOf(error) === 'MODULE_NOT_FOUND') return undefined;
    throw new UsageError(
      `The reporter '${word}' cannot be loaded: ${firstLine(error)} Name its file instead.`,
    );
  }
}

function defaultOf(module: unknown): unknown {
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined;
}

async function load(word: string, path: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    if (codeOf(error) === 'ERR_MODULE_NOT_FOUND' && isPath(word) && String(error).includes(`'${path}'`))
      throw new UsageError(`There is no reporter '${word}'.`);
    throw new UsageError(`The reporter '${word}' cannot be loaded: ${firstLine(error)}`);
  }
}

async function attempt<Value>(word: string, work: () => Value): Promise<Awaited<Value>> {
  try {
    return await work();
  } catch (error) {
    throw new UsageError(`The reporter '${word}' failed: ${firstLine(error)}`);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
