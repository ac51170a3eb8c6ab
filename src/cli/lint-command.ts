import { rules } from '../../rules/index.ts';
import { type Config, type ConfigRequest, loadConfig } from '../config/config.ts';
import { presetNames } from '../config/presets.ts';
import { severities } from '../engine/finding.ts';
import { lint } from '../engine/lint.ts';
import { UsageError } from '../errors.ts';
import type { PackageIndex } from '../index/index-answer.ts';
import { escapeTerminal } from '../report/escape.ts';
import { tool, userAgent } from '../tool.ts';
import { colorChoices, wantsColor } from './color.ts';
import { exitStatus, statusOf } from './exit-status.ts';
import { type LintFlags, oneOf } from './options.ts';
import { parseOutputs, writeOutputs } from './outputs.ts';
import { progressDisplay } from './progress.ts';
import { write } from './streams.ts';

/** `wheelhouse-lint [paths…]`. @returns the exit status @throws {UsageError} */
export async function lintCommand(paths: readonly string[], flags: LintFlags): Promise<number> {
  const workingDirectory = currentFolder();
  const outputs = parseOutputs(flags.format, workingDirectory);
  const color = flags.color === false ? 'never' : oneOf(String(flags.color), colorChoices, '--color');
  const config = await loadConfig(rules, requestOf(flags), workingDirectory);
  if (flags.debug)
    for (const line of origins(config)) process.stderr.write(`debug: ${escapeTerminal(line)}\n`);
  if (flags.printConfig) {
    const { printedConfig } = await import('./print-config.ts');
    write(printedConfig(config));
    return exitStatus.clean;
  }
  const indexes = await openIndexes(config, flags);
  const progress = await progressDisplay(flags.progress && !flags.quiet);
  try {
    const result = await lint({
      paths: paths.length > 0 ? paths : ['.'],
      workingDirectory,
      rules: config.rules,
      indexes,
      label: config.label,
      ignores: config.ignores,
      today: new Date().toISOString().slice(0, 10),
      onProgress: progress.show,
    });
    progress.stop();
    if (result.summary.wheels === 0 && result.summary.unchecked === 0) throw new UsageError(noWheels(paths));
    const context = {
      tool,
      rules: config.rules.map(({ rule }) => rule),
      color: wantsColor(color, process.stdout.isTTY === true, process.env),
      quiet: flags.quiet,
    };
    await writeOutputs(outputs, result, context, write);
    return statusOf(result, { maxWarnings: flags.maxWarnings, exitZero: flags.exitZero });
  } finally {
    progress.stop();
    await Promise.all(indexes.map((index) => index.close()));
  }
}

/** @throws {UsageError} where somebody removed it */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageError('The working directory does not exist any more.');
  }
}

function requestOf(flags: LintFlags): ConfigRequest {
  return {
    config: flags.config === true ? undefined : flags.config,
    preset: flags.preset === undefined ? undefined : oneOf(flags.preset, presetNames, '--preset'),
    overrides: flags.rule.map(parseOverride),
    select: flags.select,
    ignore: flags.ignore,
    indexUrl: flags.indexUrl,
    extraIndexUrls: flags.extraIndexUrl,
  };
}

function parseOverride(word: string): ConfigRequest['overrides'][number] {
  const equals = word.indexOf('=');
  if (equals === -1) throw new UsageError(`--rule takes a name and a severity, as in --rule ${word}=error.`);
  const severity = oneOf(word.slice(equals + 1), ['off', ...severities], `--rule ${word.slice(0, equals)}`);
  return { rule: word.slice(0, equals), severity };
}

/** Under --offline only recorded answers are left to ask. */
async function openIndexes(config: Config, flags: LintFlags): Promise<PackageIndex[]> {
  const urls = flags.offline ? config.indexes.filter((url) => url.startsWith('file:')) : config.indexes;
  if (urls.length === 0) return [];
  const { IndexUrlError, openIndex } = await import('../index/open-index.ts');
  try {
    return urls.map((url) =>
      openIndex(url, { concurrency: flags.concurrency, timeout: flags.timeout * 1000, userAgent }),
    );
  } catch (error) {
    if (error instanceof IndexUrlError) throw new UsageError(error.message);
    throw error;
  }
}

function origins({ path, preset, label, rules: settings, ignores }: Config): string[] {
  return [
    `configuration: ${path ?? 'none found'}`,
    `preset: ${preset}, ${settings.length} rules on`,
    `label: ${label ?? 'none'}`,
    `ignores: ${ignores.length}`,
  ];
}

function noWheels(paths: readonly string[]): string {
  const places = paths.length > 0 ? paths.map((path) => `'${path}'`).join(', ') : 'this folder';
  return `There are no wheels (*.whl) in ${places}.`;
}
