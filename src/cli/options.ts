import { type Command, Option } from 'commander';
import { presetNames } from '../config/presets.ts';
import { suppressionsName } from '../config/suppressions-file.ts';
import { formatNames } from '../report/index.ts';
import { colorChoices } from './color.ts';
import { category, collect, list, wholeNumber } from './option-values.ts';
import { addIndexOptions, addSourceOptions, type SourceFlags } from './source-options.ts';
import { addTargetOptions, type TargetFlags } from './target-options.ts';

/** Which rules run. */
export interface RuleFlags {
  readonly config?: string | boolean;
  readonly preset?: string;
  readonly rule: readonly string[];
  readonly select: readonly string[];
  readonly ignore: readonly string[];
}

/** The options of a lint run, as commander gives them. */
export interface LintFlags extends RuleFlags, SourceFlags, TargetFlags {
  readonly lockFile: readonly string[];
  readonly deep?: boolean;
  readonly format: readonly string[];
  readonly sarifCategory?: string;
  readonly statistics: boolean;
  readonly quiet: boolean;
  /** `false` for `--no-suppressions`. */
  readonly suppressions: boolean;
  readonly suppressionsLocation?: string;
  readonly suppressAll: boolean;
  readonly suppressRule: readonly string[];
  readonly pruneSuppressions: boolean;
  readonly failOnStaleSuppressions: boolean;
  readonly sarifSuppressed: boolean;
  readonly maxWarnings?: number;
  readonly exitZero: boolean;
  readonly color: string | boolean;
  readonly progress: boolean;
  readonly printConfig: boolean;
  readonly debug: boolean;
}

/** Adds the options to a command; this table is all there is to know of them. */
export function addLintOptions(command: Command): Command {
  addRuleOptions(
    command
      .optionsGroup('Rules:')
      .option(
        '--config <file>',
        'configuration file (default: the nearest wheelhouse-lint.toml or pyproject.toml)',
      )
      .option('--no-config', 'read no configuration file'),
  )
    .option(
      '--lock-file <file>',
      'lock file whose hashes the wheels must have, or requirements.txt with hashes (repeatable)',
      collect,
      [],
    )
    .option('--deep', 'read every byte of every wheel: compare hashes with RECORD, find damaged files')
    .option('--no-deep', 'do not, whatever the configuration says');
  addSourceOptions(command);
  addTargetOptions(command);
  addBaselineOptions(command);
  command
    .optionsGroup('Output:')
    .option(
      '--format <name[=file]>',
      `${formatNames.join(', ')}, or a module or package of your own, to standard output or a file (repeatable; default: stylish)`,
      collect,
      [],
    )
    .option('--statistics', 'numbers by rule in the place of findings, in reports for people', false)
    .option(
      '--sarif-category <name>',
      'what tells this run from others of a commit in code scanning',
      category,
    )
    .option('--quiet', 'list errors only', false)
    .option('--sarif-suppressed', 'put the findings of the baseline into SARIF, marked as suppressed', false)
    .option('--max-warnings <n>', 'exit with status 1 for more than n warnings', wholeNumber)
    .option('--exit-zero', 'exit with status 0 whatever is found', false);
  return addColorOptions(command)
    .option('--no-progress', 'show no progress bar')
    .option('--print-config', 'print what is in force, as JSON, and stop', false)
    .option('--debug', 'say where settings come from; show the stack of an internal error', false);
}

function addBaselineOptions(command: Command): Command {
  return command
    .optionsGroup('Baseline:')
    .option('--suppress-all', 'accept everything that is found now, and fail for new trouble only', false)
    .option(
      '--suppress-rule <rules>',
      'accept what these rules find now, by name or code (repeatable)',
      list,
      [],
    )
    .option('--prune-suppressions', 'take out of the baseline what is not found any more', false)
    .option('--fail-on-stale-suppressions', 'exit with status 1 where there is something to prune', false)
    .option('--suppressions-location <file>', `the baseline (default: ${suppressionsName})`)
    .option('--no-suppressions', 'report what the baseline accepts, too');
}

/** Adds the options that say which rules run. */
export function addRuleOptions(command: Command): Command {
  return command
    .option('--preset <name>', `set of rules: ${presetNames.join(', ')} (default: recommended)`)
    .option(
      '--rule <name=severity>',
      'set the severity of a rule: off, info, warning, error (repeatable)',
      collect,
      [],
    )
    .option(
      '--select <rules>',
      'run only these rules, by name, code or start of a code, separated by commas',
      list,
      [],
    )
    .option('--ignore <rules>', 'do not run these rules', list, []);
}

/** Adds the options that say which configuration counts. */
export function addConfigOptions(command: Command): Command {
  return command
    .optionsGroup('Configuration:')
    .option('--config <file>', 'configuration file (default: the nearest one)')
    .option('--no-config', 'read no configuration file');
}

/** What `explain --format` takes. */
export const explainFormats = ['table', 'json'] as const;

/** Adds the options of `explain`. */
export function addExplainOptions(command: Command): Command {
  addConfigOptions(command);
  addSourceOptions(command);
  addTargetOptions(command);
  return addColorOptions(
    command
      .optionsGroup('Output:')
      .option('--format <name>', `${explainFormats.join(', ')} (default: table)`, 'table'),
  ).option('--debug', 'say where settings come from; show the stack of an internal error', false);
}

/** Adds the options of `snapshot`. */
export function addSnapshotOptions(command: Command): Command {
  command
    .requiredOption('-o, --output <file>', 'where to write the snapshot')
    .option('--metadata', 'also the METADATA that requirement-changed compares with', false)
    .option('--requirements', 'also the projects that unsatisfied-requirement looks for', false);
  return addIndexOptions(addConfigOptions(command))
    .optionsGroup('Output:')
    .option('--no-progress', 'show no progress bar')
    .option('--debug', 'say where settings come from; show the stack of an internal error', false);
}

/** Adds `--color`. */
export function addColorOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--color <when>',
        `colours: ${colorChoices.join(', ')}; alone it means always (default: auto)`,
      ).default('auto'),
    )
    .option('--no-color', 'the same as --color=never');
}
