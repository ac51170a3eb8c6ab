import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '../errors.ts';

/** A configuration file as it stands. */
export interface FoundConfig {
  readonly path: string;
  /** The table to validate. */
  readonly table: unknown;
}

/** What the file is called that is nobody else's. */
export const ownConfigName = 'wheelhouse-lint.toml';
const sharedName = 'pyproject.toml';

/**
 * The nearest configuration, from a folder upwards: `wheelhouse-lint.toml`, or a `pyproject.toml` that has a
 * `tool.wheelhouse-lint` table. Files are not merged.
 * @throws {UsageError} for a file that cannot be read or is not TOML
 */
export async function findConfig(folder: string): Promise<FoundConfig | undefined> {
  for (let current = folder; ; current = dirname(current)) {
    const found =
      (await readConfig(join(current, ownConfigName))) ?? (await readConfig(join(current, sharedName)));
    if (found !== undefined) return found;
    if (dirname(current) === current) return undefined;
  }
}

/**
 * Reads one configuration file.
 * @returns `undefined` where there is no such file, or a `pyproject.toml` has no table for this program
 * @throws {UsageError}
 */
export async function readConfig(path: string): Promise<FoundConfig | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw new UsageError(
      `The configuration '${path}' cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  });
  if (text === undefined) return undefined;
  const document = await parseToml(text, path);
  if (!path.endsWith(sharedName)) return { path, table: document };
  const table = lookUp(lookUp(document, 'tool'), 'wheelhouse-lint');
  return table === undefined ? undefined : { path, table };
}

async function parseToml(text: string, path: string): Promise<unknown> {
  // Most runs of a hook or a small check have no configuration to read.
  const { parse, TomlError } = await import('smol-toml');
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = ''] = error.message.replace('Invalid TOML document: ', '').split('\n');
    throw new UsageError(`${path}:${error.line}:${error.column}: this is not TOML: ${reason}.`);
  }
}

function lookUp(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}
