import { join } from 'node:path';
import { rules } from '../../rules/index.ts';
import { type Config, type ConfigRequest, loadConfig } from '../../src/config/config.ts';
import { UsageError } from '../../src/errors.ts';
import { tempFolder, writeFiles } from '../support/temp-wheelhouse.ts';

/** A command line that says nothing. */
export const nothing: ConfigRequest = {
  config: undefined,
  preset: undefined,
  deep: undefined,
  overrides: [],
  select: [],
  ignore: [],
  lockFiles: [],
  indexUrl: undefined,
  extraIndexUrls: [],
  indexApi: undefined,
  findLinks: [],
  noIndex: false,
  preferBinary: false,
  prereleases: false,
  formatUses: [],
  installers: [],
  pythons: [],
  platforms: [],
  glibc: undefined,
  manylinux: true,
  pip: undefined,
};

/** URLs of the indexes in force. */
export function urlsOf({ sources }: Config): string[] {
  return sources.indexes.map(({ url }) => url);
}

/** The configuration in force for a working directory and what the command line says. */
export function load(workingDirectory: string, request: Partial<ConfigRequest>): Promise<Config> {
  return loadConfig(rules, { ...nothing, ...request }, workingDirectory);
}

/** The same for the text of a `wheelhouse-lint.toml`. */
export async function loadText(
  text: string | Uint8Array,
  request: Partial<ConfigRequest> = {},
): Promise<Config> {
  const folder = await tempFolder();
  await writeFiles(folder, { 'wheelhouse-lint.toml': text });
  return load(folder, request);
}

/** What is said of a wrong configuration, without its folder. */
export async function complaint(
  text: string | Uint8Array,
  request: Partial<ConfigRequest> = {},
): Promise<string> {
  const folder = await tempFolder();
  await writeFiles(folder, { 'wheelhouse-lint.toml': text });
  const error = await load(folder, request).catch((reason: unknown) => reason);
  if (!(error instanceof UsageError)) throw new Error('the configuration is taken', { cause: error });
  return error.message.replace(join(folder, '/'), '');
}
