import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Ignore } from '../engine/ignores.ts';
import type { Rule } from '../engine/rule.ts';
import type { RuleSetting } from '../engine/run-rules.ts';
import { UsageError } from '../errors.ts';
import { type FoundConfig, findConfig, readConfig } from './find-config.ts';
import type { PresetName } from './presets.ts';
import { findRules, type RuleSources, resolveRules } from './resolve-rules.ts';
import type { ConfigFile } from './schema.ts';
import { validateConfig } from './validate.ts';

/** PyPI's JSON API. */
export const defaultIndex = 'https://pypi.org/pypi';

/** Everything that a run is told by files and command line, validated. */
export interface Config {
  /** The configuration file, where there is one. */
  readonly path: string | undefined;
  readonly preset: PresetName;
  readonly label: string | undefined;
  /** Absolute URLs, in order. */
  readonly indexes: readonly string[];
  readonly rules: readonly RuleSetting[];
  readonly ignores: readonly Ignore[];
}

/** What the command line says about the configuration. */
export interface ConfigRequest extends Omit<RuleSources, 'preset' | 'configured'> {
  /** `--config`; `false` for `--no-config`; otherwise the nearest file counts. */
  readonly config: string | false | undefined;
  readonly preset: PresetName | undefined;
  /** `--index-url`: replaces the configured indexes. */
  readonly indexUrl: string | undefined;
  readonly extraIndexUrls: readonly string[];
}

/** @throws {UsageError} for whatever is wrong in file or request */
export async function loadConfig(
  rules: readonly Rule[],
  request: ConfigRequest,
  workingDirectory: string,
): Promise<Config> {
  const found = await locate(request.config, workingDirectory);
  const file: ConfigFile = found ? validateConfig(found) : { preset: 'recommended', rules: {}, ignore: [] };
  const preset = request.preset ?? file.preset;
  const folder = found ? dirname(found.path) : workingDirectory;
  for (const word of [...request.select, ...request.ignore]) findRules(rules, word);
  for (const { rule } of request.overrides) findRules(rules, rule);
  return {
    path: found?.path,
    preset,
    label: file.label,
    indexes: indexUrls(file, folder, request, workingDirectory),
    rules: inFile(found, () => resolveRules(rules, { ...request, preset, configured: file.rules })),
    ignores: inFile(found, () => file.ignore.map((ignore) => resolveIgnore(ignore, rules, folder))),
  };
}

async function locate(
  config: string | false | undefined,
  workingDirectory: string,
): Promise<FoundConfig | undefined> {
  if (config === false) return undefined;
  if (config === undefined) return findConfig(workingDirectory);
  const found = await readConfig(resolve(workingDirectory, config));
  if (found !== undefined) return found;
  throw new UsageError(
    config.endsWith('pyproject.toml')
      ? `The configuration '${config}' is missing, or has no table [tool.wheelhouse-lint].`
      : `There is no configuration file '${config}'.`,
  );
}

/** Names the file in errors about what stands in it. */
function inFile<Value>(found: FoundConfig | undefined, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof UsageError && found !== undefined)
      throw new UsageError(`${found.path}: ${error.message}`);
    throw error;
  }
}

function indexUrls(
  file: ConfigFile,
  folder: string,
  request: ConfigRequest,
  workingDirectory: string,
): string[] {
  const configured = (file.index ?? [{ url: defaultIndex }]).map(({ url }) => absoluteUrl(url, folder));
  const first =
    request.indexUrl === undefined ? configured : [absoluteUrl(request.indexUrl, workingDirectory)];
  const further = request.extraIndexUrls.map((url) => absoluteUrl(url, workingDirectory));
  return [...new Set([...first, ...further])];
}

/** `file:answers` is meant relative to the place where it is written; a URL would make `/answers` of it. */
function absoluteUrl(url: string, folder: string): string {
  const path = /^file:(?!\/)(.+)$/.exec(url)?.[1];
  return path === undefined ? url : pathToFileURL(resolve(folder, path)).href;
}

function resolveIgnore(ignore: ConfigFile['ignore'][number], rules: readonly Rule[], folder: string): Ignore {
  const [rule, another] = findRules(rules, ignore.rule);
  if (rule === undefined || another !== undefined) {
    throw new UsageError(`An ignore names one rule, not '${ignore.rule}'.`);
  }
  const { member, reason, until } = ignore;
  const wheel = isAbsolute(ignore.wheel) ? `./${relativePath(folder, ignore.wheel)}` : ignore.wheel;
  return { code: rule.code, rule: rule.name, wheel, folder, member, reason, until };
}

function relativePath(from: string, to: string): string {
  return relative(from, to).split(sep).join('/');
}
