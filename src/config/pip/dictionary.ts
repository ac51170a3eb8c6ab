import { UsageError } from '../../errors.ts';
import type { FoundPipFile } from './config-files.ts';
import { type Ini, IniError, parseIni } from './ini.ts';
import type { PipMachine } from './machine.ts';
import type { PipOrigin } from './setting.ts';

/** A value that no stronger file changes. */
export interface PipEntry {
  readonly value: string;
  readonly origin: PipOrigin;
}

/** Entries by section and normalised key, both in the order of their first mention. */
export type PipDictionary = ReadonlyMap<string, ReadonlyMap<string, PipEntry>>;

/** What pip calls the section of the environment. A file can have one of that name. */
export const environmentSection = ':env:';

/** Variables that pip does not take for options. */
const noOptions: readonly string[] = ['version', 'help'];

/**
 * Puts files and environment together: in each section the strongest value of each key, an empty one too.
 * @param files weakest first
 * @throws {UsageError} for a file that pip cannot parse
 * @see https://github.com/pypa/pip/blob/26.2/src/pip/_internal/configuration.py
 */
export function buildDictionary(files: readonly FoundPipFile[], machine: PipMachine): PipDictionary {
  const dictionary = new Map<string, Map<string, PipEntry>>();
  const add = (section: string, key: string, entry: PipEntry): void => {
    const entries = dictionary.get(section) ?? new Map<string, PipEntry>();
    dictionary.set(section, entries.set(normalizeKey(key), entry));
  };
  for (const file of files) {
    if (file.state !== 'read') continue;
    const { defaults, sections } = parseFile(file.path, file.bytes);
    for (const [section, values] of sections) {
      // A default keeps its place before the section's own keys, also where one of them changes its value.
      for (const [key, value] of new Map([...defaults, ...values])) {
        const origin = { place: file.path, section: values.has(key) ? section : 'DEFAULT' };
        add(section, key, { value, origin });
      }
    }
  }
  for (const [name, value = ''] of Object.entries(machine.environment)) {
    const key = optionOf(name, machine);
    if (key !== undefined)
      add(environmentSection, key, { value, origin: { place: name, section: undefined } });
  }
  return dictionary;
}

function parseFile(path: string, bytes: Uint8Array): Ini {
  const text = decode(path, bytes);
  try {
    return parseIni(text);
  } catch (error) {
    if (!(error instanceof IniError)) throw error;
    throw new UsageError(`${path}:${error.line}: pip cannot read this: ${error.message}.`);
  }
}

/** As pip does where the locale is UTF-8. */
function decode(path: string, bytes: Uint8Array): string {
  try {
    // Python keeps a byte order mark, and then misses the section's header.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`${path}: pip cannot read this: it is not UTF-8 text.`);
  }
}

function optionOf(variable: string, { platform }: PipMachine): string | undefined {
  const prefix = variable.slice(0, 4);
  if ((platform === 'win32' ? prefix.toUpperCase() : prefix) !== 'PIP_') return undefined;
  const key = variable.slice(4).toLowerCase();
  return noOptions.includes(key) ? undefined : key;
}

/** `Find_Links` and `--find-links` are `find-links`. */
function normalizeKey(key: string): string {
  return key.toLowerCase().replaceAll('_', '-').replace(/^--/, '');
}
