import { environmentSection, type PipDictionary } from './dictionary.ts';
import type { PipDisk } from './disk.ts';
import { Draft } from './draft.ts';
import type { FormatControl } from './format-control.ts';
import { locate, locateLinks, type PipLocation } from './location.ts';
import type { PipMachine } from './machine.ts';
import type { PipCommand, PipSetting } from './setting.ts';

type Maybe<Value> = PipSetting<Value> | undefined;

/** The options of one command that say where its files come from, as files and environment set them. */
export interface PipSettings {
  readonly command: PipCommand;
  readonly findLinks: Maybe<readonly PipLocation[]>;
  readonly indexUrl: Maybe<PipLocation>;
  readonly extraIndexUrls: Maybe<readonly PipLocation[]>;
  readonly noIndex: Maybe<boolean>;
  readonly preferBinary: Maybe<boolean>;
  readonly pre: Maybe<boolean>;
  readonly formats: Maybe<FormatControl>;
  /** What has an effect in pip and none here, or none at all: one sentence each. */
  readonly notices: readonly string[];
}

/** The index of a pip that is told of none. */
export const pipDefaultIndex: PipLocation = {
  written: 'https://pypi.org/simple',
  kind: 'url',
  location: 'https://pypi.org/simple',
};

/** The indexes that pip asks, `--index-url` first; none under `--no-index`. */
export function indexesOf(
  settings: Pick<PipSettings, 'indexUrl' | 'extraIndexUrls' | 'noIndex'>,
): PipLocation[] {
  if (settings.noIndex?.value === true) return [];
  const listed = [settings.indexUrl?.value ?? pipDefaultIndex, ...(settings.extraIndexUrls?.value ?? [])];
  return listed.filter(
    ({ location }, index) => listed.findIndex((earlier) => earlier.location === location) === index,
  );
}

/**
 * The options of a command: `[global]`, then its own section, then the environment. An empty value sets nothing.
 * @throws {UsageError} for a value that makes pip stop
 * @see https://github.com/pypa/pip/blob/26.2/src/pip/_internal/cli/parser.py `_update_defaults`
 */
export async function readSettings(
  command: PipCommand,
  dictionary: PipDictionary,
  machine: PipMachine,
  disk: PipDisk,
): Promise<PipSettings> {
  const draft = new Draft(command);
  for (const section of ['global', command, environmentSection]) {
    for (const [key, entry] of dictionary.get(section) ?? []) if (entry.value !== '') draft.set(key, entry);
  }
  const { findLinks, indexUrl, extraIndexUrls, noIndex, preferBinary, pre, formats, notices } = draft;
  const links = findLinks?.value.map((written) => locateLinks(written, machine, disk)) ?? [];
  const located = await Promise.all(links);
  return {
    command,
    findLinks: mapped(findLinks, () => located),
    indexUrl: mapped(indexUrl, (written) => locate(written, machine)),
    extraIndexUrls: mapped(extraIndexUrls, (list) => list.map((written) => locate(written, machine))),
    noIndex,
    preferBinary,
    pre,
    formats,
    notices: [...notices.values()],
  };
}

function mapped<From, To>(setting: Maybe<From>, change: (value: From) => To): Maybe<To> {
  return setting && { value: change(setting.value), origins: setting.origins };
}
