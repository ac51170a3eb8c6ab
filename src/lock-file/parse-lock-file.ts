import { parse as parseToml, TomlError } from 'smol-toml';
import { UsageError } from '../errors.ts';
import { parseJson } from '../index/bounded-json.ts';
import { isRecord } from '../index/json-shape.ts';
import { Unanswered } from '../index/unanswered.ts';
import { LinesOfHashes } from './lines-of-hashes.ts';
import type { LockedFile, LockPromise } from './lock-file.ts';
import { promisesOf } from './locked-files.ts';
import { readPoetryLock } from './poetry-lock.ts';
import { readPylock } from './pylock.ts';
import { readPyodideLock } from './pyodide-lock.ts';
import { type Requirements, readRequirements } from './requirements.ts';
import { readUvLock } from './uv-lock.ts';

/** For people, and in this order for the documentation. */
export const lockFormats = [
  'pylock.toml',
  'uv.lock',
  'poetry.lock',
  'pdm.lock',
  'pyodide-lock.json',
  'requirements.txt with hashes',
] as const;

/**
 * Reads the text of a lock file. The end of its name says the notation, and what is in it which tool wrote it.
 * @param file path for people
 * @throws {UsageError} in one line that names the file, and what is wrong where
 */
export function parseLockFile(content: string, file: string): Requirements {
  if (/\.(?:txt|in)$/i.test(file)) return readRequirements(content, file);
  if (/\.(?:toml|lock)$/i.test(file)) return { promises: tomlPromises(content, file), inclusions: [] };
  if (/\.json$/i.test(file)) return { promises: jsonPromises(content, file), inclusions: [] };
  throw unknownFormat(file);
}

function tomlPromises(content: string, file: string): readonly LockPromise[] {
  const table = tomlOf(content, file);
  return promisesOf(tomlFiles(table, file), file, new LinesOfHashes(content));
}

function tomlFiles(table: Readonly<Record<string, unknown>>, file: string): LockedFile[] {
  if (Object.hasOwn(table, 'lock-version')) return readPylock(table, file);
  // Only uv's has one of its own at the top, and it is a number.
  if (typeof table.version === 'number') return readUvLock(table, file);
  const { metadata } = table;
  const isPoetrys = isRecord(metadata) && ('lock-version' in metadata || 'lock_version' in metadata);
  if (isPoetrys) return readPoetryLock(table, file);
  throw unknownFormat(file);
}

function jsonPromises(content: string, file: string): readonly LockPromise[] {
  const json = jsonOf(content, file);
  if (!isRecord(json) || !('packages' in json) || !('info' in json)) throw unknownFormat(file);
  return promisesOf(readPyodideLock(json, file), file, new LinesOfHashes(content));
}

function tomlOf(content: string, file: string): Readonly<Record<string, unknown>> {
  try {
    return parseToml(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split('\n', 1)[0]?.replace(/^Invalid TOML document: /, '');
    throw new UsageError(`The lock file '${file}' is not TOML: line ${error.line}: ${reason}.`);
  }
}

function jsonOf(content: string, file: string): unknown {
  try {
    return parseJson(Buffer.from(content));
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    throw new UsageError(`The lock file '${file}' is damaged: ${error.message.replace(/^answer/, 'it')}.`);
  }
}

function unknownFormat(file: string): UsageError {
  return new UsageError(`'${file}' is no lock file that is known. There are: ${lockFormats.join(', ')}.`);
}
