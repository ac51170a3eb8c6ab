import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Ignore } from '../engine/ignores.ts';
import type { Rule } from '../engine/rule.ts';
import type { RuleSetting } from '../engine/run-rules.ts';
import { UsageError } from '../errors.ts';
import type { LockFilePlace } from '../lock-file/read-lock-file.ts';
import { type FoundConfig, findConfig, readConfig } from './find-config.ts';
import type { PipMachine } from './pip/machine.ts';
import { type Preset, type PresetName, presets } from './presets.ts';
import type { RecipePlace } from './recipe-place.ts';
import { findRules, type RuleSources, resolveRules } from './resolve-rules.ts';
import { type ConfigFile, emptyConfig } from './schema.ts';
import { resolveSources, type SourceRequest, type SourceSettings } from './source-settings.ts';
import { suppressionsName } from './suppressions-file.ts';
import { resolveTargets, type TargetRequest, type TargetSettings } from './target-settings.ts';
import { validateConfig } from './validate.ts';

/** Everything that a run is told by files and command line, validated. */
export interface Config extends SourceConfig {
  readonly preset: PresetName;
  readonly label: string | undefined;
  /** Whether every byte of every wheel is read. */
  readonly deep: boolean;
  readonly rules: readonly RuleSetting[];
  /** Those of the file, then those of the command line; each once. */
  readonly lockFiles: readonly LockFilePlace[];
  readonly ignores: readonly Ignore[];
  /** Where SARIF places findings, where that is not at the wheels. */
  readonly sarif: RecipePlace | undefined;
  /** Where the baseline is; `named` where somebody says so, and it has to be there. */
  readonly suppressions: { readonly path: string; readonly named: boolean };
}

/** What the command line says about the configuration. */
export interface ConfigRequest extends Omit<RuleSources, 'preset' | 'configured'>, SourceConfigRequest {
  readonly preset: PresetName | undefined;
  /** `--deep`, `--no-deep`; `undefined` without either. */
  readonly deep: boolean | undefined;
  /** `--lock-file`, in addition to the configured ones. */
  readonly lockFiles: readonly string[];
  /** `--suppressions-location`, which counts before the configured one. */
  readonly suppressions?: string | undefined;
}

/** Where files come from and whom verdicts are for. */
export interface SourceConfig {
  /** The configuration file, where there is one. */
  readonly path: string | undefined;
  readonly sources: SourceSettings;
  readonly targets: TargetSettings;
  /** Where pip's settings come from, for `--debug`; empty without `--pip-config`. */
  readonly origins: readonly string[];
  /** What has to be said aloud: sentences. */
  readonly notices: readonly string[];
}

/** What the command line says about sources and targets. */
export interface SourceConfigRequest extends SourceRequest, TargetRequest {
  /** `--config`; `false` for `--no-config`; otherwise the nearest file counts. */
  readonly config: string | false | undefined;
  /** `--pip-config`: the machine whose pip is asked where files come from; `undefined` without it. */
  readonly pip: PipMachine | undefined;
}

/** @throws {UsageError} for whatever is wrong in file or request */
export async function loadConfig(
  rules: readonly Rule[],
  request: ConfigRequest,
  workingDirectory: string,
): Promise<Config> {
  const found = await locate(request.config, workingDirectory);
  const file = found ? validateConfig(found) : emptyConfig;
  const preset = request.preset ?? file.preset;
  const folder = found ? dirname(found.path) : workingDirectory;
  for (const word of [...request.select, ...request.ignore]) findRules(rules, word);
  for (const { rule } of request.overrides) findRules(rules, rule);
  return {
    preset,
    label: file.label,
    deep: request.deep ?? file.deep ?? isDeep(preset),
    rules: inFile(found, () => resolveRules(rules, { ...request, preset, configured: file.rules })),
    lockFiles: lockFilePlaces(file['lock-files'], folder, request.lockFiles, workingDirectory),
    suppressions: suppressionsPlace(file.suppressions, folder, request.suppressions, workingDirectory),
    ignores: inFile(found, () => file.ignore.map((ignore) => resolveIgnore(ignore, rules, folder))),
    sarif: file.sarif.location === undefined ? undefined : { folder, patterns: file.sarif.location },
    ...(await sourceConfig(file, found, request, workingDirectory)),
  };
}

function isDeep(name: PresetName): boolean {
  const preset: Preset = presets[name];
  return preset.deep ?? false;
}

/** The part of the configuration that `explain` needs. @throws {UsageError} */
export async function loadSources(
  request: SourceConfigRequest,
  workingDirectory: string,
): Promise<SourceConfig> {
  const found = await locate(request.config, workingDirectory);
  return sourceConfig(found ? validateConfig(found) : emptyConfig, found, request, workingDirectory);
}

async function sourceConfig(
  file: ConfigFile,
  found: FoundConfig | undefined,
  request: SourceConfigRequest,
  workingDirectory: string,
): Promise<SourceConfig> {
  const path = found?.path;
  const folder = path === undefined ? workingDirectory : dirname(path);
  const configured = resolveSources(file, folder, request, workingDirectory);
  const targets = resolveTargets(file.target, request, (work) => inFile(found, work));
  if (request.pip === undefined) return { path, sources: configured, targets, origins: [], notices: [] };
  // Few runs ask pip; the others need not load what reads its files.
  const { readPipSources } = await import('./pip-sources.ts');
  return { path, targets, ...(await readPipSources(configured, request, request.pip)) };
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

/** Without a word about it, it lies beside the configuration file, or in the working directory. */
function suppressionsPlace(
  configured: string | undefined,
  folder: string,
  asked: string | undefined,
  workingDirectory: string,
): Config['suppressions'] {
  if (asked !== undefined) return { path: resolve(workingDirectory, asked), named: true };
  return { path: resolve(folder, configured ?? suppressionsName), named: configured !== undefined };
}

function lockFilePlaces(
  configured: readonly string[],
  folder: string,
  asked: readonly string[],
  workingDirectory: string,
): LockFilePlace[] {
  const paths = [
    ...configured.map((path) => resolve(folder, path)),
    ...asked.map((path) => resolve(workingDirectory, path)),
  ];
  return [...new Set(paths)].map((path) => ({ path, display: relativePath(workingDirectory, path) }));
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
